# The Partner Desk image: compiled code, runtime dependencies, content and vectors; no build tools, no Playground. Pass
# secrets when you start it. `--build-arg NODE_IMAGE=node@sha256:…` pins the base image to one that you've reviewed.
ARG NODE_IMAGE=node:22.21.1-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY cards cards
COPY src src
# The developers' commands need packages that the image doesn't have.
RUN npm run build && rm -r dist/src/cli/develop

FROM ${NODE_IMAGE} AS modules
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM ${NODE_IMAGE}
# One arena: by default each thread gets its own, and about 30 MB of what they free stays with the process.
ENV NODE_ENV=production PORT=3978 DATA_DIR=/data MALLOC_ARENA_MAX=1
WORKDIR /app
COPY --from=modules /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY src/content src/content
COPY package.json NOTICE ./
# The bot writes only here, so the rest of the file system can be read-only.
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not through npm, which doesn't pass on SIGTERM.
CMD ["node", "dist/src/index.js"]

/** Reads Dockerfile and compose.yaml, because the tests have no engine that could build them. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { VARIABLES } from '../../src/config';
import { COMMANDS } from '../../src/cli/commands';
import { findProjectRoot } from '../../src/shared/project-root';

const root = findProjectRoot();
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** One line per instruction, without comments. */
const instructions = read('Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const [, name = '', rest = ''] = /^([A-Z]+) +(.*)$/.exec(line) ?? [];
    return { name, rest };
  });

/** The instructions of each stage, by its name. The last stage is the image. */
const stages = instructions.reduce<{ readonly name: string; readonly lines: typeof instructions }[]>(
  (all, line) => {
    if (line.name === 'FROM')
      return [...all, { name: / AS (\w+)/.exec(line.rest)?.[1] ?? 'image', lines: [line] }];
    all.at(-1)?.lines.push(line);
    return all;
  },
  [],
);
const image = stages.at(-1)?.lines ?? [];
const ignored = new Set(
  read('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1)),
);

describe('the Dockerfile', () => {
  it('has every instruction understood by this test', () => {
    const known = ['ARG', 'FROM', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'USER', 'EXPOSE', 'HEALTHCHECK', 'CMD'];
    expect(instructions.filter(({ name }) => !known.includes(name))).toEqual([]);
    expect(stages.map(({ name }) => name)).toEqual(['build', 'modules', 'image']);
  });

  it('names its base once, with its whole version, one that package.json allows', () => {
    const [, major, minor] =
      /^NODE_IMAGE=node:(\d+)\.(\d+)\.\d+-\w+-slim$/.exec(instructions[0]?.rest ?? '') ?? [];
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const [, leastMajor, leastMinor] = /^>=(\d+)\.(\d+)$/.exec(engines.node) ?? [];
    expect(Number(major) * 1_000 + Number(minor)).toBeGreaterThanOrEqual(
      Number(leastMajor) * 1_000 + Number(leastMinor),
    );
    for (const { lines } of stages) expect(lines[0]?.rest).toMatch(/^\$\{NODE_IMAGE\}/);
  });

  it('copies only what is there and what .dockerignore lets through', () => {
    const copied = instructions
      .filter(({ name, rest }) => name === 'COPY' && !rest.startsWith('--from='))
      .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
    for (const source of copied) {
      expect([source, existsSync(path.join(root, source))]).toEqual([source, true]);
      expect([source, ignored.has(source.split('/')[0] ?? '')]).toEqual([source, true]);
    }
    expect(read('.dockerignore').split('\n')).toContain('*');
    for (const private_ of ['env', '.data', 'node_modules', '.git', 'tests'])
      expect(ignored).not.toContain(private_);
  });

  it('holds at run time what is compiled, what it depends on, the content and its vectors, and no tools', () => {
    const into = image.filter(({ name }) => name === 'COPY').map(({ rest }) => rest.split(' ').at(-1));
    expect(into).toEqual(['node_modules', 'dist', 'src/content', './']);
    expect(image).toContainEqual({ name: 'COPY', rest: '--from=modules /app/node_modules node_modules' });
    const modules = stages.find(({ name }) => name === 'modules')?.lines ?? [];
    expect(modules).toContainEqual({ name: 'RUN', rest: 'npm ci --omit=dev' });
    const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: object };
    expect(devDependencies).toHaveProperty('@microsoft/m365agentsplayground');
  });

  it('runs as somebody who is not root, directly, and says how it is', () => {
    const names = image.map(({ name }) => name);
    expect(image.find(({ name }) => name === 'USER')?.rest).toBe('node');
    expect(names.indexOf('USER')).toBeGreaterThan(names.lastIndexOf('RUN'));
    const command = JSON.parse(image.find(({ name }) => name === 'CMD')?.rest ?? '') as string[];
    expect(command).toEqual(['node', 'dist/src/index.js']);
    expect(image.find(({ name }) => name === 'HEALTHCHECK')?.rest).toMatch(/CMD \["node", "-e", .*\/healthz/);
  });

  it('sets variables that the bot or its runtime reads, and none that is a secret', () => {
    const set = image
      .filter(({ name }) => name === 'ENV')
      .flatMap(({ rest }) => rest.split(' ').map((pair) => pair.split('=')[0] ?? ''));
    for (const name of set) expect([...VARIABLES, 'NODE_ENV', 'MALLOC_ARENA_MAX']).toContain(name);
    expect(read('Dockerfile')).not.toMatch(/BOT_PASSWORD|DATABASE_URL/);
  });
});

describe('what the image runs', () => {
  it('imports only what is installed there', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, object>;
    const programs = [
      'index',
      'cli/main',
      ...Object.keys(COMMANDS)
        .filter((name) => name !== 'package')
        .map((name) => `cli/${name}`),
    ];
    const packages = new Set<string>();
    const seen = new Set<string>();
    const walk = (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      const imports = readFileSync(file, 'utf8').matchAll(
        /^(?:import|export) (?!type )[^'"]*?from '([^']+)'|^import '([^']+)'/gm,
      );
      for (const [, from, alone] of imports) {
        const name = from ?? alone ?? '';
        if (name.startsWith('.')) walk(resolve(path.join(path.dirname(file), name)));
        else if (!name.startsWith('node:'))
          packages.add(
            name
              .split('/')
              .slice(0, name.startsWith('@') ? 2 : 1)
              .join('/'),
          );
      }
    };
    for (const program of programs) walk(path.join(root, 'src', `${program}.ts`));
    expect(seen.size).toBeGreaterThan(150);
    expect([...packages].filter((name) => dependencies === undefined || !(name in dependencies))).toEqual([]);
    expect([...packages].filter((name) => devDependencies !== undefined && name in devDependencies)).toEqual(
      [],
    );
  });
});

function resolve(file: string): string {
  if (existsSync(`${file}.ts`)) return `${file}.ts`;
  if (existsSync(file) && statSync(file).isDirectory()) return path.join(file, 'index.ts');
  throw new Error(`Nothing is at ${file}; there is ${readdirSync(path.dirname(file)).join(', ')}`);
}

interface Service {
  readonly image: string;
  readonly read_only?: boolean;
  readonly tmpfs?: readonly string[];
  readonly volumes?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly healthcheck?: object;
  readonly security_opt?: readonly string[];
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly stop_grace_period: string;
}

describe('compose.yaml', () => {
  const { services, volumes } = parse(read('compose.yaml')) as {
    services: Readonly<Record<'bot' | 'database', Service>>;
    volumes: object;
  };

  it('keeps each file system read only, with what is written to named', () => {
    for (const { read_only, tmpfs, security_opt } of Object.values(services)) {
      expect(read_only).toBe(true);
      expect(tmpfs).toContain('/tmp');
      expect(security_opt).toContain('no-new-privileges:true');
    }
    for (const volume of services.database.volumes ?? [])
      expect(volumes).toHaveProperty(volume.split(':')[0] ?? '');
  });

  it('takes secrets from outside, and stops where one that must be is missing', () => {
    for (const { environment } of Object.values(services)) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|URL|ID$/.test(name))
          expect([name, value]).toEqual([name, expect.stringMatching(/\$\{[A-Z_]+:[?-]/)]);
      }
    }
    for (const name of ['BOT_ID', 'BOT_TENANT_ID', 'DATABASE_URL'])
      expect(services.bot.environment[name]).toMatch(/\$\{[A-Z_]+:\?/);
    expect(services.database.environment['POSTGRES_PASSWORD']).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
    expect(read('.gitignore').split('\n')).toContain('.env');
  });

  it('tells the bot what it reads and nothing else, but what the image sets or a volume would be needed for', () => {
    const named = Object.keys(services.bot.environment).filter((name) => !name.startsWith('OTEL_'));
    const ofTheImage = ['PORT', 'DATA_DIR', 'VECTORS_DIR', 'PARTNER_DESK_ENV', 'PARTNER_DESK_LOCAL'];
    expect([...named, ...ofTheImage, 'CONTENT_DIR'].sort()).toEqual([...VARIABLES].sort());
  });

  it('starts the bot when the database is healthy, shows it to this machine alone, and lets it end in peace', () => {
    expect(services.bot.depends_on?.['database']?.condition).toBe('service_healthy');
    expect(services.database.healthcheck).toBeDefined();
    expect(services.database.image).toMatch(/^postgres:\d+\.\d+-/);
    expect(services.database.ports).toBeUndefined();
    for (const port of services.bot.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
    expect(parseInt(services.bot.stop_grace_period)).toBeGreaterThanOrEqual(20);
  });
});

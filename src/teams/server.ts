import { createServer, plugins, type Request, type Response, type Server } from 'restify';
import type { Activity, TurnContext } from 'botbuilder';
import { validateAndFixActivity } from 'botbuilder/lib/activityValidator';
import type { Logger } from 'pino';
import type { SeenActivities } from '../conversation/seen-activities';
import type { Readiness } from '../watching/readiness';
import { InboundActivity, isTrustedServiceUrl } from './activity';
import type { DeskAdapter, HttpAnswer } from './adapter';

/** Teams' own messages stay under 100 KB of UTF-16; pasted content beside them may double that. */
const MAX_BODY_BYTES = 512 * 1024;

export interface ServerParts {
  readonly adapter: DeskAdapter;
  readonly run: (context: TurnContext) => Promise<unknown>;
  readonly seen: SeenActivities;
  readonly readiness: () => Promise<Readiness>;
  readonly local: boolean;
  readonly log: Logger;
}

/** The HTTP edge: /api/messages, /healthz, /readyz. Malformed input is a 4xx that says what is wrong, never a 5xx. */
export function createHttpServer(parts: ServerParts): Server {
  const server = createServer({ name: 'partner-desk', ignoreTrailingSlash: true });
  server.use(plugins.bodyParser({ maxBodySize: MAX_BODY_BYTES, mapParams: false }));

  server.get('/healthz', (_request, response, next) => {
    response.send(200, { status: 'ok' });
    next();
  });
  server.get('/readyz', async (_request: Request, response: Response) => {
    const readiness = await parts.readiness();
    response.send(readiness.ready ? 200 : 503, readiness);
  });
  server.head('/api/messages', (_request, response, next) => {
    response.send(405);
    next();
  });
  server.post('/api/messages', async (request: Request, response: Response) => {
    const { status, body } = await receive(parts, request).catch((error: unknown): HttpAnswer => {
      parts.log.error({ err: error }, 'a request failed');
      return { status: 500, body: { error: 'Internal error' } };
    });
    if (body === undefined) response.send(status);
    else response.send(status, body);
  });
  return server;
}

async function receive(parts: ServerParts, request: Request): Promise<HttpAnswer> {
  const parsed = InboundActivity.safeParse(request.body);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
    return { status: 400, body: { error: 'This is not an activity that a bot can read.', fields } };
  }
  const activity = validateAndFixActivity(parsed.data as unknown as Activity);
  if (!isTrustedServiceUrl(activity.serviceUrl, parts.local)) {
    return { status: 403, body: { error: 'This service URL is not trusted here.' } };
  }
  let isUnderWay = false as boolean;
  const answer = await parts.adapter.receive(
    activity,
    request.header('authorization', ''),
    async (context) => {
      const outcome = await handleOnce(parts, activity, () => parts.run(context));
      if (outcome !== 'handled') parts.log.info({ activityId: activity.id, outcome }, 'a repeated activity');
      isUnderWay = outcome === 'under-way';
    },
  );
  // Not done yet, as far as is known: what repeats it may do so once more.
  return isUnderWay ? { status: 503, body: { error: 'Still being handled.' } } : answer;
}

/**
 * Each activity once. But an invoke's answer is what its HTTP request gets, and a repeat of it wants the same: it is
 * handled again. So whatever handles an invoke only reads, or stores the same thing however often.
 */
async function handleOnce({ seen }: ServerParts, activity: Activity, run: () => Promise<unknown>) {
  const { channelId, conversation, type, id } = activity;
  if (type !== 'invoke' && id) return seen.handleOnce([channelId, conversation.id, type, id].join('|'), run);
  await run();
  return 'handled';
}

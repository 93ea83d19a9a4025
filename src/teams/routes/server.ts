import { createServer, type Request, type Response, type Server } from 'restify';
import type { Activity } from 'botbuilder';
import { validateAndFixActivity } from 'botbuilder/lib/activityValidator';
import type { Server as HttpServer } from 'node:http';
import type { Logger } from 'pino';
import type { ZodError } from 'zod/v4';
import type { SeenActivities } from '../../conversation/admission/seen-activities';
import type { Readiness } from '../../watching/readiness';
import { completeActivity, InboundActivity, Sender } from '../inbound/activity';
import type { DeskAdapter, HttpAnswer } from '../outbound/adapter';
import { readBody } from '../inbound/body';
import type { TrustServiceUrl } from '../outbound/service-url';

/** A sender that's slower isn't Teams. */
const HEADERS_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 30_000;
/** A developer needs the first faults. A list of all could be larger than the body. */
const MOST_FAULTS_TOLD = 3;

type Logic = Parameters<DeskAdapter['receive']>[2];

/** Handles turns. */
export interface Bot {
  readonly adapter: DeskAdapter;
  /** This bot's Teams id: `28:…`. */
  readonly botId: string;
  readonly run: (context: Parameters<Logic>[0]) => Promise<unknown>;
  readonly seen: SeenActivities;
  readonly readiness: () => Promise<Readiness>;
  /** The target of an entry's link; null if there's no such entry. */
  readonly findEntryLink: (id: string) => Promise<string | null>;
}

export interface ServerDependencies {
  /** The server listens before the bot is ready. Requests wait for this, about a second. */
  readonly bot: Promise<Bot>;
  /** `starting`, `serving` or `stopping`. */
  readonly phase: () => 'starting' | 'serving' | 'stopping';
  readonly trustServiceUrl: TrustServiceUrl;
  /** Whether entries have links to this server. */
  readonly hasEntryLinks: boolean;
  /** Local mode: there are no tokens, and senders other than Teams. */
  readonly local: boolean;
  readonly log: Logger;
}

/** The HTTP server: /api/messages, /healthz, /readyz. Malformed input gives a 4xx that says what's wrong, never a 5xx. */
export function createHttpServer(deps: ServerDependencies): Server {
  // Without our own log restify logs to stdout, including whole requests at LOG_LEVEL=trace.
  const log = deps.log.child({ library: 'restify' }, { level: 'warn' });
  const server = createServer({ name: 'partner-desk', ignoreTrailingSlash: true, log: log as never });
  const { server: http } = server as unknown as { server: HttpServer };
  http.headersTimeout = HEADERS_WITHIN_MS;
  http.requestTimeout = REQUEST_WITHIN_MS;

  server.pre((_request, response, next) => {
    // A kept connection that's always busy would never let the server close.
    if (deps.phase() === 'stopping') response.header('Connection', 'close');
    next();
  });
  server.get('/healthz', (_request, response, next) => {
    const isStarting = deps.phase() === 'starting';
    response.send(isStarting ? 503 : 200, { status: isStarting ? 'starting' : 'ok' });
    next();
  });
  server.get('/readyz', async (_request: Request, response: Response) => {
    const phase = deps.phase();
    const readiness: Readiness =
      phase === 'serving' ? await (await deps.bot).readiness() : { ready: false, checks: { process: phase } };
    response.send(readiness.ready ? 200 : 503, readiness);
  });
  if (deps.hasEntryLinks) {
    server.get('/entries/:id', async (request: Request, response: Response) => {
      const { id = '' } = request.params as { id?: string };
      const link = await (await deps.bot).findEntryLink(id);
      if (link === null) response.send(404, { error: 'There is no such answer (any more).' });
      else {
        response.header('Location', link);
        response.send(302);
      }
    });
  }
  server.head('/api/messages', (_request, response, next) => {
    response.send(405);
    next();
  });
  server.post('/api/messages', async (request: Request, response: Response) => {
    const { status, body } = await receive(deps, request).catch((error: unknown): HttpAnswer => {
      deps.log.error({ err: error }, 'a request failed');
      return { status: 500, body: { error: 'Internal error' } };
    });
    if (body === undefined) response.send(status);
    else response.send(status, body);
  });
  return server;
}

async function receive(deps: ServerDependencies, request: Request): Promise<HttpAnswer> {
  const authorization = request.header('authorization', '');
  if (!deps.local && authorization === '') {
    request.resume();
    return { status: 401, body: { error: 'Unauthorized' } };
  }
  const body = await readBody(request);
  if (body.outcome === 'refused') return { status: body.status, body: { error: body.why } };
  const sender = Sender.safeParse(body.json);
  if (!sender.success) return describeFaults(sender.error);
  if (!deps.trustServiceUrl(sender.data.serviceUrl)) {
    return { status: 403, body: { error: 'This service URL isn’t trusted.' } };
  }
  if (!deps.local && sender.data.channelId !== 'msteams') {
    return { status: 403, body: { error: 'This bot only works with Microsoft Teams.' } };
  }
  const bot = await deps.bot;
  // The token is checked before the rest of the body, because until then anybody may have sent it.
  const checked = await bot.adapter.authenticate(sender.data, authorization);
  if (!checked.ok) return checked.answer;
  const parsed = InboundActivity.safeParse(body.json);
  if (!parsed.success) return describeFaults(parsed.error);
  const activity = validateAndFixActivity(completeActivity(parsed.data, bot.botId) as unknown as Activity);
  let isUnderWay = false as boolean;
  const answer = await bot.adapter.receive(activity, checked.result, async (context) => {
    const outcome = await handleOnce(bot, activity, () => bot.run(context));
    if (outcome !== 'handled')
      deps.log.info({ activityId: activity.id, outcome }, 'ignored a repeated activity');
    isUnderWay = outcome === 'under-way';
  });
  // As far as we know it isn't done yet, so the sender may repeat it.
  return isUnderWay ? { status: 503, body: { error: 'Still being handled.' } } : answer;
}

function describeFaults({ issues }: ZodError): HttpAnswer {
  const fields = issues
    .slice(0, MOST_FAULTS_TOLD)
    .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  return { status: 400, body: { error: 'The body isn’t an activity that this bot can read.', fields } };
}

/**
 * Handles each activity once, except invokes: their answer is the HTTP response, so a repeat is handled again. Their handlers
 * therefore only read, or store the same thing each time.
 */
async function handleOnce({ seen }: Bot, activity: Activity, run: () => Promise<unknown>) {
  const { channelId, conversation, type, id } = activity;
  // A message may be edited, deleted and restored several times, always under the same ID.
  const when = type === 'messageUpdate' || type === 'messageDelete' ? [String(activity.timestamp)] : [];
  const name = [channelId, conversation.id, type, id, ...when].join('|');
  if (type !== 'invoke' && id) return seen.handleOnce({ id, name }, run);
  await run();
  return 'handled';
}

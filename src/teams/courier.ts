import type { ConversationReference, TurnContext } from 'botbuilder';
import type { Log } from '../shared/log';
import type { DeskAdapter } from './adapter';
import { toActivity } from './send';
import type { TrustServiceUrl } from './service-url';
import type { Address, Courier, Delivery } from '../outbox/courier';

const GONE = new Set([403, 404, 410]);
const DEFAULT_RETRY_AFTER_MS = 2_000;

/** Connection errors before a byte of the request was taken. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

export interface TeamsCourierParts {
  readonly adapter: DeskAdapter;
  readonly appId: string;
  /** Asked again for each stored address: which hosts are trusted may have changed since. */
  readonly trustServiceUrl: TrustServiceUrl;
  readonly log: Log;
}

/** Delivers through the Bot Connector, one attempt a call; the outbox decides what is tried again. */
export function createTeamsCourier({ adapter, appId, trustServiceUrl, log }: TeamsCourierParts): Courier {
  async function attemptTo(to: Address, send: Send): Promise<Delivery> {
    if (trustServiceUrl(to.serviceUrl)) return attempt(adapter, appId, to, send);
    log.error('a stored address is not of a host in TRUSTED_SERVICE_HOSTS: nothing was sent there');
    // Not gone for good: the setting may be the mistake, and the address is tried again when it is mended.
    return { outcome: 'refused', status: null };
  }
  return {
    post: (to, message) =>
      attemptTo(to, async (context) => (await context.sendActivity(toActivity(message)))?.id),
    update: (to, activityId, message) =>
      attemptTo(to, async (context) => {
        await context.updateActivity({ ...toActivity(message), id: activityId });
        return activityId;
      }),
  };
}

type Send = (context: TurnContext) => Promise<string | undefined>;

/**
 * botbuilder 4.23.3: with `onTurnError` set, a proactive send that fails resolves (pinned by tests/integration/sdk-traps.test.ts);
 * so the outcome is taken inside the callback, and delivered means an activity id in hand.
 */
async function attempt(adapter: DeskAdapter, appId: string, to: Address, send: Send): Promise<Delivery> {
  let delivery: Delivery = { outcome: 'refused', status: null };
  const deliver = async (context: TurnContext): Promise<void> => {
    try {
      const activityId = await send(context);
      delivery = activityId ? { outcome: 'delivered', activityId } : { outcome: 'ambiguous', status: null };
    } catch (error) {
      delivery = toDelivery(error);
    }
  };
  try {
    await adapter.continueConversationAsync(appId, toReference(to), deliver);
  } catch (error) {
    return toDelivery(error);
  }
  return delivery;
}

function toReference(to: Address): Partial<ConversationReference> {
  return {
    channelId: 'msteams',
    serviceUrl: to.serviceUrl,
    bot: { id: to.botId, name: '' },
    conversation: {
      id: to.conversationId,
      isGroup: to.kind !== 'personal',
      conversationType: to.kind === 'group' ? 'groupChat' : to.kind,
      name: '',
      ...(to.tenantId === null ? {} : { tenantId: to.tenantId }),
    },
    ...(to.userId === null ? {} : { user: { id: to.userId, name: '' } }),
  };
}

function toDelivery(error: unknown): Delivery {
  const { statusCode, code, response } = error as {
    statusCode?: number;
    code?: string;
    response?: { headers?: { get(name: string): string | undefined } };
  };
  const status = statusCode ?? null;
  if (status === 429)
    return { outcome: 'throttled', retryAfterMs: readRetryAfterMs(response?.headers?.get('retry-after')) };
  if (status !== null && GONE.has(status)) return { outcome: 'gone', status };
  if (status !== null && status >= 400 && status < 500) return { outcome: 'refused', status };
  if (status === null && code !== undefined && NOT_CONNECTED.has(code)) return { outcome: 'refused', status };
  return { outcome: 'ambiguous', status };
}

function readRetryAfterMs(header: string | undefined): number {
  const seconds = Number(header);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : DEFAULT_RETRY_AFTER_MS;
}

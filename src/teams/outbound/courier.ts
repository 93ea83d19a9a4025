import type { ConversationReference } from 'botbuilder';
import { AppError } from '../../shared/app-error';
import type { DeskAdapter } from './adapter';
import type { Address, Courier, Delivery } from '../../outbox/courier';
import type { Clock } from '../../shared/clock';
import { readFailure } from './read-failure';
import { toActivity } from './send';
import { openLine, type Line } from '../turn';
import type { TrustServiceUrl } from './service-url';

const UNTRUSTED = new AppError(
  'config-invalid',
  'A stored address isn’t on a host in TRUSTED_SERVICE_HOSTS, so nothing was sent there.',
);

export interface TeamsCourierDependencies {
  readonly adapter: DeskAdapter;
  readonly appId: string;
  /** Checked for every stored address, because the trusted hosts may have changed. */
  readonly trustServiceUrl: TrustServiceUrl;
  readonly clock: Clock;
}

/** Delivers through the Bot Connector, one attempt per call. The outbox decides about retries. */
export function createTeamsCourier(deps: TeamsCourierDependencies): Courier {
  const { trustServiceUrl } = deps;
  async function attemptTo(to: Address, send: Send): Promise<Delivery> {
    if (trustServiceUrl(to.serviceUrl)) return attempt(deps, to, send);
    // The address isn't gone for good. The setting may be wrong, and the bot tries again once it's fixed.
    return { outcome: 'refused', status: null, problem: UNTRUSTED };
  }
  return {
    post: (to, message) => attemptTo(to, (line) => line.send(toActivity(message))),
    update: (to, activityId, message) =>
      attemptTo(to, async (line) => {
        await line.update(activityId, toActivity(message));
        return activityId;
      }),
  };
}

type Send = (line: Line) => Promise<string | undefined>;

/**
 * botbuilder 4.23.3: with `onTurnError` set, a proactive send that fails resolves anyway (pinned by
 * tests/integration/sdk-traps.test.ts). So this reads the outcome inside the callback, and a message counts as
 * delivered only if there's an activity ID.
 */
async function attempt(
  { adapter, appId, clock }: TeamsCourierDependencies,
  to: Address,
  send: Send,
): Promise<Delivery> {
  let delivery: Delivery = { outcome: 'refused', status: null };
  const deliver = async (line: Line): Promise<void> => {
    try {
      const activityId = await send(line);
      delivery = activityId ? { outcome: 'delivered', activityId } : { outcome: 'ambiguous', status: null };
    } catch (error) {
      delivery = readFailure(error, clock.nowMs());
    }
  };
  try {
    await adapter.continueConversationAsync(appId, toReference(to), (context) => deliver(openLine(context)));
  } catch (error) {
    return readFailure(error, clock.nowMs());
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

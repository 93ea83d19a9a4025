import type { Activity } from 'botbuilder';
import type { Credentials } from '../../src/config';
import { systemClock, type Clock } from '../../src/shared/clock';
import { createLog } from '../../src/shared/log';
import { createAdapter, type DeskAdapter, type HttpAnswer } from '../../src/teams/outbound/adapter';
import { createTeamsCourier } from '../../src/teams/outbound/courier';
import { createServiceUrlTrust } from '../../src/teams/outbound/service-url';

const log = createLog('silent');

/** The adapter and courier of local mode. They need no authentication and only talk to services on this machine. */
export function createLocalAdapter(credentials: Credentials | null = null) {
  return createAdapter({ credentials, cloud: 'public', clock: systemClock, log });
}

export function createLocalCourier(
  adapter: ReturnType<typeof createLocalAdapter>,
  clock: Clock = systemClock,
) {
  return createTeamsCourier({ adapter, appId: '', trustServiceUrl: createServiceUrlTrust(null), clock });
}

/** Checks the token and runs `logic`, as the server does with a well-formed body. */
export async function receiveAt(
  adapter: DeskAdapter,
  activity: Activity,
  authorization: string,
  logic: Parameters<DeskAdapter['receive']>[2],
): Promise<HttpAnswer> {
  const checked = await adapter.authenticate(activity, authorization);
  return checked.ok ? adapter.receive(activity, checked.result, logic) : checked.answer;
}

import type { Credentials } from '../../src/config';
import { systemClock, type Clock } from '../../src/shared/clock';
import { createLog } from '../../src/shared/log';
import { createAdapter } from '../../src/teams/outbound/adapter';
import { createTeamsCourier } from '../../src/teams/outbound/courier';
import { createServiceUrlTrust } from '../../src/teams/outbound/service-url';

const log = createLog('silent');

/** The adapter and courier of local mode: without authentication, only for services of this machine. */
export function createLocalAdapter(credentials: Credentials | null = null) {
  return createAdapter({ credentials, cloud: 'public', clock: systemClock, log });
}

export function createLocalCourier(
  adapter: ReturnType<typeof createLocalAdapter>,
  clock: Clock = systemClock,
) {
  return createTeamsCourier({ adapter, appId: '', trustServiceUrl: createServiceUrlTrust(null), clock });
}

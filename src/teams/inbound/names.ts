import { guard } from '../../conversation/guard';
import type { PartnerDesk } from '../../conversation/port';
import type { Log } from '../../shared/log';
import type { TeamsTurn } from '../turn';

/**
 * Stores the current names of a channel and its team, so that a queue shows the name that people see. It uses rename
 * events (`channelRenamed`, `teamRenamed`) and any other activity with names, because an event may be missed.
 */
export async function learnNames(
  { place, names }: TeamsTurn,
  desk: Pick<PartnerDesk, 'onNamed'>,
  log: Log,
): Promise<void> {
  if (place.kind !== 'channel' || (names.team ?? names.channel) === null) return;
  await guard(
    { log, what: 'learn-names', activityId: place.activityId },
    () => desk.onNamed(place, names),
    () => undefined,
  );
}

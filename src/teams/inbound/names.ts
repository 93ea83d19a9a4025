import type { TurnContext } from 'botbuilder';
import { guard } from '../../conversation/guard';
import type { PartnerDesk } from '../../conversation/port';
import type { Log } from '../../shared/log';
import { readNames, readPlace } from './actor';

/**
 * Stores the current names of a channel and its team, so that a queue shows the name that people see. Uses rename events
 * (`channelRenamed`, `teamRenamed`) and any other activity with names, because an event may be missed.
 */
export async function learnNames(
  context: TurnContext,
  desk: Pick<PartnerDesk, 'onNamed'>,
  log: Log,
): Promise<void> {
  const place = readPlace(context);
  const names = readNames(context);
  if (place.kind !== 'channel' || (names.team ?? names.channel) === null) return;
  await guard(
    { log, what: 'learn-names', activityId: place.activityId },
    () => desk.onNamed(place, names),
    () => undefined,
  );
}

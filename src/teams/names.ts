import type { TurnContext } from 'botbuilder';
import type { PartnerDesk } from '../conversation/message';
import { readNames, readPlace } from './actor';

/**
 * Takes note of what a channel and its team are called now, so that a queue keeps the name that people see. A rename
 * tells it (`channelRenamed`, `teamRenamed`), and so does any other activity that carries names, as one may be missed.
 */
export async function learnNames(context: TurnContext, desk: Pick<PartnerDesk, 'onNamed'>): Promise<void> {
  const place = readPlace(context);
  const names = readNames(context);
  if (place.kind === 'channel' && (names.team ?? names.channel) !== null) await desk.onNamed(place, names);
}

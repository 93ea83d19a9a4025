/** An agreed day that a transfer or a release undid. The next owner agrees on another one. */
import { isOpen } from '../../engagement/request';
import type { EventView, RequestView } from '../../engagement/reading/view';

const AGREES: ReadonlySet<string> = new Set(['accept', 'reschedule', 'confirm-date']);
const LOSES: ReadonlySet<string> = new Set(['transfer-to-person', 'transfer-to-queue', 'release']);

export function losesDay({ event }: EventView): boolean {
  return LOSES.has(event);
}

/** YYYY-MM-DD; null where a day holds, or none was agreed since the request was last sent or reopened. */
export function findLostDay({
  events,
  acceptedFor,
  state,
}: Pick<RequestView, 'events' | 'acceptedFor' | 'state'>): string | null {
  if (acceptedFor !== null || !isOpen(state)) return null;
  const since = events.slice(events.findLastIndex(({ event }) => event === 'reopen') + 1);
  const agreed = since.findLast(({ event }) => AGREES.has(event));
  const isLost = agreed !== undefined && since.slice(since.indexOf(agreed)).some(losesDay);
  return isLost ? agreed.acceptedFor : null;
}

import { isShared, type Outgoing } from '../message';
import type { DATE_CHANGES } from '../requests/changes';
import { changes } from '../requests/changes';
import { describeUnclearDate } from '../requests/faults';
import type { RequestTurns } from '../requests/requests';
import type { Turn } from '../turn';
import type { DateChange } from './date-commands';
import { isUnclear, readDay } from './read-details';

/** The same words do what this person can do now. */
export async function changeDate(
  requests: RequestTurns,
  turn: Turn,
  { number, rest }: DateChange,
  { among, nowMs }: { readonly among: readonly (typeof DATE_CHANGES)[number][]; readonly nowMs: number },
): Promise<readonly Outgoing[]> {
  const events = among.filter((event) => !isShared(turn.place) || changes[event].inChannel);
  const found = await requests.preview(turn, number, events);
  if (found.outcome !== 'possible') return requests.explainRefusal(turn, found);
  const { possible } = found.request;
  const event = events.find((one) => possible.includes(one)) ?? events[0] ?? 'reschedule';
  const read = readDay(rest, nowMs);
  if (read === null || isUnclear(read)) {
    const problem = read === null ? null : describeUnclearDate(read, turn.words);
    // An edit has no message to go with it.
    const text = event === 'edit' ? '' : rest;
    return requests.openForm(turn, changes[event].form.name, number, { text, problem });
  }
  return requests.act(turn, event, number, event === 'edit' ? { wantedBy: read.acceptedFor } : read);
}

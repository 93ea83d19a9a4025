/** Typed commands on one request: with all their words they are done at once, without them the form opens. */
import type { Directory } from '../../directory/directory';
import type { DeclineReason } from '../../engagement/events/decline-reasons';
import type { Clock } from '../../shared/clock';
import type { Outgoing } from '../message';
import { listChanges, type RequestVerb } from '../requests/changes';
import { describeDoubt } from '../requests/faults';
import type { RequestTurns } from '../requests/requests';
import type { Turn } from '../turn';
import { changeDate } from './change-date';
import { findMentioned } from './mentioned';
import { isDoubt } from './read-details';

export interface TypedCommandDependencies {
  readonly requests: RequestTurns;
  readonly directory: Directory;
  readonly declineReasons: readonly DeclineReason[];
  readonly clock: Clock;
}

export async function runTypedCommand(
  { requests, directory, declineReasons, clock }: TypedCommandDependencies,
  turn: Turn,
  { verb, number, rest }: { verb: RequestVerb; number: string; rest: string },
): Promise<readonly Outgoing[]> {
  if (verb === 'show') return requests.show(turn, number);
  if (verb === 'nudge') return requests.nudge(turn, number);
  if (verb === 'reschedule') return changeDate(requests, turn, { number, rest }, clock.nowMs());
  const changes = listChanges(verb);
  const context = {
    words: turn.words,
    declineReasons,
    organisation: await directory.current(),
    findMentioned: (called: string) => findMentioned(turn, called, directory),
    nowMs: clock.nowMs(),
  };
  const opened = changes.find(({ form }) => form !== null)?.form;
  for (const { name, readTyped } of changes) {
    const read = await readTyped(rest, context);
    if (read === null) continue;
    if (!opened || !isDoubt(read)) return requests.act(turn, name, number, read);
    return requests.openForm(turn, opened.name, number, { problem: describeDoubt(read, turn.words) });
  }
  if (!opened) throw new Error(`Nothing was read from ${verb}, and it has no form.`);
  return requests.openForm(turn, opened.name, number, { text: rest });
}

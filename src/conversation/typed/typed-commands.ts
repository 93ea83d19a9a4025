/** Typed commands on one request: with all their words they are done at once, without them the form opens. */
import type { Answerer } from '../../answering/dialogue';
import type { Directory } from '../../directory/directory';
import type { DeclineReason } from '../../knowledge/model/content';
import type { Clock } from '../../shared/clock';
import { isSameName } from '../../shared/names';
import type { Outgoing } from '../message';
import { DATE_CHANGES, listChanges, type RequestVerb, type TypedContext } from '../requests/changes';
import { describeUnclearDate } from '../requests/faults';
import { showNotice } from '../requests/outcomes';
import type { RequestTurns } from '../requests/requests';
import type { Turn } from '../turn';
import { askForTarget } from './ask-for-target';
import { changeDate } from './change-date';
import { findTarget } from './find-target';
import { findMentioned } from './mentioned';
import { isUnclear } from './read-details';

export interface TypedCommandDependencies {
  readonly answerer: Answerer;
  readonly requests: RequestTurns;
  readonly directory: Directory;
  readonly declineReasons: readonly DeclineReason[];
  readonly clock: Clock;
}

/** What to do with which request; `rest` is all that was typed after its number. */
export interface NumberedCommand {
  readonly verb: RequestVerb;
  readonly number: string;
  readonly rest: string;
}

export async function runTypedCommand(
  deps: TypedCommandDependencies,
  turn: Turn,
  command: NumberedCommand,
): Promise<readonly Outgoing[]> {
  const { requests, clock } = deps;
  const { verb, number, rest } = command;
  switch (verb) {
    case 'show':
      return requests.show(turn, number);
    case 'history':
      return requests.showHistory(turn, number, readPlace(rest));
    case 'nudge':
      return requests.nudge(turn, number, rest);
    case 'reschedule':
      return changeDate(requests, turn, { number, rest }, { among: DATE_CHANGES, nowMs: clock.nowMs() });
    // Before a date is agreed, it's the preferred one that changes.
    case 'propose-date':
      return changeDate(requests, turn, command, { among: ['propose-date', 'edit'], nowMs: clock.nowMs() });
    case 'edit':
      return requests.openEdit(turn, number, rest);
    case 'answer':
      return rest === '' ? requests.openForm(turn, verb, number) : requests.answer(turn, number, rest);
    default:
      return runChange(deps, turn, command);
  }
}

async function runChange(
  deps: TypedCommandDependencies,
  turn: Turn,
  { verb, number, rest }: NumberedCommand,
): Promise<readonly Outgoing[]> {
  const { requests } = deps;
  const changes = listChanges(verb);
  const context = await readContext(deps, turn);
  const opens = changes.find(({ form }) => form !== null);
  for (const { name, readTyped } of changes) {
    const read = readTyped(rest, context);
    if (read === null) continue;
    if (!isUnclear(read)) return requests.act(turn, name, number, read);
    if (!opens?.form)
      return [
        showNotice({ tone: 'refused', text: describeUnclearDate(read, turn.words), number }, turn.words),
      ];
    return requests.openForm(turn, opens.form.name, number, {
      text: rest,
      problem: describeUnclearDate(read, turn.words),
    });
  }
  if (!opens?.form) throw new Error(`Nothing was read from ${verb}, and it has no form.`);
  if (verb === 'transfer' && rest !== '') return askForTarget(deps, turn, number, context.findTarget(rest));
  return requests.openForm(
    turn,
    opens.form.name,
    number,
    opens.readFilled?.(rest, context) ?? { text: rest },
  );
}

async function readContext(
  { directory, declineReasons, clock }: TypedCommandDependencies,
  turn: Turn,
): Promise<TypedContext> {
  const { mentioned, words } = turn;
  const organisation = await directory.current();
  const people = await Promise.all(mentioned.map(({ name }) => findMentioned(turn, name, directory)));
  const byMention = (called: string) =>
    people[mentioned.findIndex(({ name }) => isSameName(name, called))] ?? null;
  return {
    words,
    declineReasons,
    findTarget: (rest) => findTarget(rest, organisation, byMention),
    nowMs: clock.nowMs(),
  };
}

/** "history PD-0042 before 12" */
function readPlace(rest: string): number | null {
  const place = Number(/\b(?:before|vor)\s+(\d{1,6})/iu.exec(rest)?.[1]);
  return place > 0 ? place : null;
}

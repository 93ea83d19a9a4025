/** Typed commands on one request: with all their words they are done at once, without them the form opens. */
import { tellsSomething } from '../../answering/intake/find-remainder';
import { readWantedBy } from '../../answering/intake/find-date';
import type { Words } from '../../../cards/words/languages';
import type { Directory } from '../../directory/directory';
import type { DeclineReason } from '../../engagement/events/decline-reasons';
import { COMPLETION_OUTCOMES, type CompletionOutcome } from '../../engagement/request';
import type { RequestVerb } from './commands';
import { findMentioned } from './mentioned';
import { findTarget } from './find-target';
import { isSameName } from '../../shared/names';
import { isShared } from '../message';
import { showNotice } from '../requests/outcomes';
import type { OpenedWith } from '../requests/forms';
import type { Outgoing } from '../message';
import type { RequestTurns } from '../requests/requests';
import type { Turn } from '../turn';

/** What a press may send in the person's name. */
const LONGEST_OFFERED = 300;
const DATE = /^(\d{4}-\d{2}-\d{2})\b\s*/;
const SPENT = String.raw`([-−–]?\s?\d{1,4}(?:[.,]\d{1,2})?)\s*(?:h(?:ours?|rs?)?|std|stunden?)`;
/** "3 hours, all done" or "all done, 3 hours" */
const HOURS = [new RegExp(`^${SPENT}\\b[\\s:,.]*`, 'i'), new RegExp(`[\\s,;]+${SPENT}[\\s.]*$`, 'i')];

export interface TypedCommandDependencies {
  readonly requests: RequestTurns;
  readonly directory: Directory;
  readonly declineReasons: readonly DeclineReason[];
  readonly nowMs: () => number;
}

/** What to do with which request; `rest` is all that was typed after its number. */
export interface NumberedCommand {
  readonly verb: RequestVerb;
  readonly number: string;
  readonly rest: string;
}

export async function runTypedCommand(
  { requests, directory, declineReasons, nowMs }: TypedCommandDependencies,
  turn: Turn,
  { verb, number, rest }: NumberedCommand,
): Promise<readonly Outgoing[]> {
  /** "transfer PD-0042 to pts-emea please look at the sizing" */
  async function transfer(): Promise<readonly Outgoing[]> {
    const { mentioned, words, place } = turn;
    const people = await Promise.all(mentioned.map(({ name }) => findMentioned(turn, name, directory)));
    const byMention = (called: string) =>
      people[mentioned.findIndex(({ name }) => isSameName(name, called))] ?? null;
    const found = findTarget(rest, await directory.current(), byMention);
    const { note } = found;
    if (found.outcome === 'found') {
      const { id, isQueue } = found.target;
      const change = isQueue ? 'transferToQueue' : 'transferToPerson';
      return requests.act(turn, change, number, { to: id, text: note });
    }
    if (found.outcome === 'nobody' || isShared(place) || note.length > LONGEST_OFFERED) {
      const problem = words.transferForm.whoIsMeant;
      return requests.openForm(turn, 'transfer', number, { text: note, problem });
    }
    const offers = found.targets.map(({ id, name, mail }) => ({
      title: mail === null ? name : `${name} (${mail})`,
      text: [words.transferForm.typed(number, id), note].filter(Boolean).join(': '),
    }));
    const model = {
      tone: 'info',
      text: words.transferForm.whoIsMeant,
      number: null,
      saysNext: true,
    } as const;
    return [showNotice({ ...model, offers }, words)];
  }

  switch (verb) {
    case 'show':
      return requests.show(turn, number);
    case 'nudge':
      return requests.nudge(turn, number);
    case 'claim':
    case 'release':
    case 'withdraw':
    case 'reopen':
      return requests.act(turn, verb, number, rest === '' ? {} : { text: rest });
    case 'ask':
    case 'note':
      return rest === ''
        ? requests.openForm(turn, verb, number)
        : requests.act(turn, verb, number, { text: rest });
    case 'answer':
      return rest === '' ? requests.openForm(turn, verb, number) : requests.answer(turn, number, rest);
    case 'edit':
      return requests.openEdit(turn, number, rest);
    case 'history':
      return requests.showHistory(turn, number, readPlace(rest));
    case 'accept': {
      const date = DATE.exec(rest);
      if (date === null) return requests.openForm(turn, 'accept', number, readAcceptance(rest, nowMs()));
      return requests.act(turn, 'accept', number, { acceptedFor: date[1], text: rest.slice(date[0].length) });
    }
    case 'decline': {
      const [first = ''] = rest.toLowerCase().split(/[\s:,.]/, 1);
      const reason = declineReasons.find(({ id }) => id === first);
      if (reason === undefined) return requests.openForm(turn, 'decline', number, { text: rest });
      const text = rest.slice(reason.id.length).replace(/^[\s:,.]+/, '');
      return requests.act(turn, 'decline', number, { reasonId: reason.id, text });
    }
    case 'complete': {
      const hours = HOURS.map((pattern) => pattern.exec(rest)).find((found) => found !== null);
      const text = hours === undefined ? rest : rest.replace(hours[0], '');
      const spent = hours?.[1] === undefined ? null : toHours(hours[1]);
      if (text === '')
        return requests.openForm(turn, 'complete', number, {
          hours: spent !== null && spent >= 0 ? spent : null,
        });
      const outcomeId = findOutcome(text, turn.words);
      return requests.act(turn, 'complete', number, { outcomeId, text, hours: spent });
    }
    case 'transfer':
      return rest === '' ? requests.openForm(turn, 'transfer', number) : transfer();
  }
}

/** "history PD-0042 before 12" */
function readPlace(rest: string): number | null {
  const place = Number(/\d{1,6}/.exec(rest)?.[0]);
  return place > 0 ? place : null;
}

/** "for next Thursday at 14:00": the form opens with the day, and with what else was said for the partner. */
function readAcceptance(said: string, nowMs: number): OpenedWith {
  const { day, said: inWords } = readWantedBy(said, nowMs);
  const other = inWords === null ? said : said.replace(inWords, ' ');
  return { date: day, text: tellsSomething(other) ? said : '' };
}

/** With the sign that was typed: fewer hours than none are refused, not read as a word. */
function toHours(typed: string): number {
  return Number(typed.replace(',', '.').replace(/^[−–]/, '-').replace(/\s/g, ''));
}

/** The outcome that the text begins with, by its id's words or its title on the form. */
function findOutcome(text: string, { completeForm }: Words): CompletionOutcome | null {
  const said = text.toLowerCase();
  const begins = (words: string): boolean => said.startsWith(words.toLowerCase());
  return (
    COMPLETION_OUTCOMES.find((id) => begins(id.replaceAll('-', ' ')) || begins(completeForm.outcomes[id])) ??
    null
  );
}

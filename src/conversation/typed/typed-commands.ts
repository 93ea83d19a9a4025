/** Typed commands on one request: with all their words they are done at once, without them the form opens. */
import type { Words } from '../../../cards/words/languages';
import type { Directory } from '../../directory/directory';
import type { DeclineReason } from '../../engagement/events/decline-reasons';
import { COMPLETION_OUTCOMES, type CompletionOutcome } from '../../engagement/request';
import type { RequestVerb } from './commands';
import { findMentioned } from './mentioned';
import type { Outgoing } from '../message';
import type { RequestTurns } from '../requests/requests';
import type { Turn } from '../turn';

const DATE = /^(\d{4}-\d{2}-\d{2})\b\s*/;
const SPENT = String.raw`([-−–]?\s?\d{1,4}(?:[.,]\d{1,2})?)\s*(?:h(?:ours?|rs?)?|std|stunden?)`;
/** "3 hours, all done" or "all done, 3 hours" */
const HOURS = [new RegExp(`^${SPENT}\\b[\\s:,.]*`, 'i'), new RegExp(`[\\s,;]+${SPENT}[\\s.]*$`, 'i')];

export interface TypedCommandDependencies {
  readonly requests: RequestTurns;
  readonly directory: Directory;
  readonly declineReasons: readonly DeclineReason[];
}

export async function runTypedCommand(
  { requests, directory, declineReasons }: TypedCommandDependencies,
  turn: Turn,
  { verb, number, rest }: { verb: RequestVerb; number: string; rest: string },
): Promise<readonly Outgoing[]> {
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
    case 'answer':
    case 'note':
      return rest === ''
        ? requests.openForm(turn, verb, number)
        : requests.act(turn, verb, number, { text: rest });
    case 'edit':
      return requests.openForm(turn, 'edit', number);
    case 'accept': {
      const date = DATE.exec(rest);
      if (date === null) return requests.openForm(turn, 'accept', number);
      return requests.act(turn, 'accept', number, { acceptedFor: date[1], text: rest.slice(date[0].length) });
    }
    case 'decline': {
      const [first = ''] = rest.toLowerCase().split(/[\s:,.]/, 1);
      const reason = declineReasons.find(({ id }) => id === first);
      if (reason === undefined) return requests.openForm(turn, 'decline', number, rest);
      const text = rest.slice(reason.id.length).replace(/^[\s:,.]+/, '');
      return requests.act(turn, 'decline', number, { reasonId: reason.id, text });
    }
    case 'complete': {
      const hours = HOURS.map((pattern) => pattern.exec(rest)).find((found) => found !== null);
      const text = hours === undefined ? rest : rest.replace(hours[0], '');
      if (text === '') return requests.openForm(turn, 'complete', number);
      const spent = hours?.[1] === undefined ? null : toHours(hours[1]);
      const outcomeId = findOutcome(text, turn.words);
      return requests.act(turn, 'complete', number, { outcomeId, text, hours: spent });
    }
    case 'transfer': {
      // "transfer PD-0042 to pts-emea: the note for them"
      const [whom = '', ...note] = rest.split(':');
      const to = whom.replace(/^(?:to|an)\s+/i, '').trim();
      const text = note.join(':').trim();
      if (to === '') return requests.openForm(turn, 'transfer', number);
      const isQueue = (await directory.current()).findQueueCalled(to) !== undefined;
      if (isQueue) return requests.act(turn, 'transfer-to-queue', number, { to, text });
      const person = await findMentioned(turn, to, directory);
      return requests.act(turn, 'transfer-to-person', number, { to: person?.id ?? to, text });
    }
  }
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

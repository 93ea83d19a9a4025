/** What each button and form does. A verb without a handler here does not compile. */
import type { InputOf, Verb } from '../../cards';
import { COMPLETION_OUTCOMES } from './completion-outcomes';
import type { GuideTurns } from './guide-turns';
import type { Intake } from './intake';
import type { Lists } from './lists';
import type { Outgoing } from './message';
import { showNotice } from './outcomes';
import type { RequestTurns } from './requests';
import type { Turn } from './turn';

type Handler<V extends Verb> = (input: InputOf<V>, turn: Turn) => Promise<readonly Outgoing[]>;
export type Handlers = { readonly [V in Verb]: Handler<V> };

export interface ActionParts {
  /** What a suggestion's words do, as if they had been typed. */
  readonly say: (turn: Turn, text: string) => Promise<readonly Outgoing[]>;
  readonly guides: GuideTurns;
  readonly intake: Intake;
  readonly requests: RequestTurns;
  readonly lists: Lists;
}

export function createHandlers({ say, guides, intake, requests, lists }: ActionParts): Handlers {
  return {
    'chat.say': ({ text }, turn) => say(turn, text),

    'guide.answer': (values, turn) => guides.answer(turn, values),
    'guide.back': (values, turn) => guides.back(turn, values),
    'guide.restart': (values, turn) => guides.restart(turn, values),

    'intake.submit': async (values, turn) => [await intake.submit(turn, values)],
    'intake.cancel': (_, { words }) =>
      Promise.resolve([
        showNotice({ tone: 'info', text: words.intake.cancelled, number: null }, words, 'replace'),
      ]),
    'refusal.change': (values, turn) => Promise.resolve([intake.reopen(turn, values)]),
    'duplicate.send-anyway': async (values, turn) => [await intake.submit(turn, values, true)],

    'confirmation.withdraw': ({ number }, turn) => requests.act(turn, 'withdraw', number),
    'request.withdraw': ({ number }, turn) => requests.act(turn, 'withdraw', number),
    'request.reopen': ({ number }, turn) => requests.act(turn, 'reopen', number),
    'request.show': ({ number }, turn) => requests.show(turn, number),
    'request.answer': ({ number }, turn) => requests.openForm(turn, 'answer', number),
    'news.answer': ({ number }, turn) => requests.openForm(turn, 'answer', number),
    'request.edit': ({ number }, turn) => requests.openForm(turn, 'edit', number),
    'request.note': ({ number }, turn) => requests.openForm(turn, 'note', number),

    'handoff.claim': ({ number }, turn) => requests.act(turn, 'claim', number),
    'handoff.release': ({ number }, turn) => requests.act(turn, 'release', number),
    'handoff.accept': ({ number }, turn) => requests.openForm(turn, 'accept', number),
    'handoff.ask': ({ number }, turn) => requests.openForm(turn, 'ask', number),
    'handoff.complete': ({ number }, turn) => requests.openForm(turn, 'complete', number),
    'handoff.transfer': ({ number }, turn) => requests.openForm(turn, 'transfer', number),
    'handoff.decline': ({ number }, turn) => requests.openForm(turn, 'decline', number),

    'accept-form.submit': ({ date, ...sent }, turn) =>
      requests.submitForm(turn, 'accept', 'accept', sent, { acceptedFor: date }),
    'ask-form.submit': ({ question, ...sent }, turn) =>
      requests.submitForm(turn, 'ask', 'ask', sent, { text: question }),
    'answer-form.submit': ({ answer, ...sent }, turn) =>
      requests.submitForm(turn, 'answer', 'answer', sent, { text: answer }),
    'note-form.submit': ({ note, ...sent }, turn) =>
      requests.submitForm(turn, 'note', 'note', sent, { text: note }),
    'edit-form.submit': (values, turn) => requests.edit(turn, values),
    'decline-form.submit': ({ reasonId, explanation, ...sent }, turn) =>
      requests.submitForm(turn, 'decline', 'decline', sent, { reasonId, text: explanation }),
    'complete-form.submit': ({ outcomeId, hours, summary, ...sent }, turn) => {
      const outcome = COMPLETION_OUTCOMES.find((id) => id === outcomeId);
      const title = outcome === undefined ? '' : turn.words.completeForm.outcomes[outcome];
      const text = [title, summary].filter(Boolean).join('. ');
      return requests.submitForm(turn, 'complete', 'complete', sent, { text, hours });
    },
    'transfer-form.submit': ({ targetId, remark, ...sent }, turn) => {
      const [kind, to = ''] = targetId.split(':');
      const change = kind === 'queue' ? 'transferToQueue' : 'transferToPerson';
      return requests.submitForm(turn, 'transfer', change, sent, { to, text: remark });
    },

    'request-list.page': async (page, turn) => [await lists.page(turn, page)],
  };
}

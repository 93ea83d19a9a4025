/** What each button and form does. A verb without a handler here does not compile. */
import type { InputOf, parseCardAction, Verb } from '../../cards';
import { EMPTY_DRAFT } from '../answering/reply';
import { COMPLETION_OUTCOMES } from '../engagement/request';
import type { FeedbackTurns } from './answers/feedback';
import type { GuideTurns } from './answers/guide-turns';
import type { Intake } from './requests/intake';
import type { Lists } from './requests/lists';
import type { Lookups } from './answers/lookups';
import { drawElsewhere } from './channel/in-channel';
import { isShared, type Outgoing } from './message';
import { showNotice } from './requests/outcomes';
import type { RequestTurns } from './requests/requests';
import type { Turn } from './turn';

type Handler<V extends Verb> = (input: InputOf<V>, turn: Turn) => Promise<readonly Outgoing[]>;
export type Handlers = { readonly [V in Verb]: Handler<V> };

export interface ActionDependencies {
  /** What a suggestion shows; without an id its words are taken as if they had been typed. */
  readonly say: (turn: Turn, said: InputOf<'chat.say'>) => Promise<readonly Outgoing[]>;
  readonly feedback: FeedbackTurns;
  readonly guides: GuideTurns;
  readonly intake: Intake;
  readonly requests: RequestTurns;
  readonly lists: Lists;
  readonly lookups: Lookups;
}

export function createHandlers({
  say,
  feedback,
  guides,
  intake,
  requests,
  lists,
  lookups,
}: ActionDependencies): Handlers {
  /** A press on the queue's card: that it was pressed tells that it is there. */
  const onHandoff =
    (work: (turn: Turn, number: string) => Promise<readonly Outgoing[]>) =>
    async ({ number }: { readonly number: string }, turn: Turn) => {
      await requests.learnHandoff(turn, number);
      return work(turn, number);
    };

  return {
    'chat.say': (said, turn) => say(turn, said),

    'channel-answer.post': ({ id }, { place, words }) => {
      const found = lookups.read(place.address.botId, id);
      return Promise.resolve(
        found === null
          ? [showNotice({ tone: 'info', text: words.lookup.gone, number: null }, words, 'replace')]
          : [{ mode: 'insert', card: found.card }],
      );
    },
    'channel-answer.request': async ({ serviceId }, turn) => {
      if (!isShared(turn.place)) return [await intake.open(turn, { ...EMPTY_DRAFT, serviceId }, null)];
      const isSent = await intake.sendToChat(turn, serviceId);
      return [drawElsewhere(isSent ? 'formSent' : 'formInPrivate', turn)];
    },
    'channel-answer.guide': async (values, turn) =>
      isShared(turn.place) ? [drawElsewhere('guideInPrivate', turn)] : guides.open(turn, values),

    'feedback.like': ({ answerId }, turn) => feedback.like(turn, answerId),
    'feedback.dislike': ({ answerId }, turn) => feedback.dislike(turn, answerId),
    'feedback.send': ({ answerId, words }, turn) => feedback.explain(turn, answerId, words),

    'guide.answer': (values, turn) => guides.answer(turn, values),
    'guide.back': (values, turn) => guides.back(turn, values),
    'guide.restart': (values, turn) => guides.restart(turn, values),

    'intake.submit': async (values, turn) => [await intake.submit(turn, values)],
    'intake.cancel': async (_, turn) => [await intake.cancel(turn)],
    'intake.clear': async (_, turn) => [await intake.clear(turn)],
    'need.request': (values, turn) => intake.start(turn, values).then((form) => [form]),
    'refusal.change': async (values, turn) => [await intake.reopen(turn, values)],
    'duplicate.send-anyway': async (values, turn) => [await intake.submit(turn, values, true)],

    'confirmation.withdraw': ({ number }, turn) => requests.act(turn, 'withdraw', number),
    'request.withdraw': ({ number }, turn) => requests.act(turn, 'withdraw', number),
    'request.reopen': ({ number, remark }, turn) =>
      requests.act(turn, 'reopen', number, remark === null ? {} : { text: remark }),
    'request.show': ({ number }, turn) => requests.goBack(turn, number),
    'request.answer': ({ number }, turn) => requests.openForm(turn, 'answer', number),
    'news.answer': ({ number }, turn) => requests.openForm(turn, 'answer', number),
    'request.edit': ({ number }, turn) => requests.openForm(turn, 'edit', number),
    'request.note': ({ number }, turn) => requests.openForm(turn, 'note', number),

    'handoff.claim': onHandoff((turn, number) => requests.act(turn, 'claim', number)),
    'handoff.release': onHandoff((turn, number) => requests.act(turn, 'release', number)),
    'handoff.accept': onHandoff((turn, number) => requests.openForm(turn, 'accept', number)),
    'handoff.ask': onHandoff((turn, number) => requests.openForm(turn, 'ask', number)),
    'handoff.complete': onHandoff((turn, number) => requests.openForm(turn, 'complete', number)),
    'handoff.transfer': onHandoff((turn, number) => requests.openForm(turn, 'transfer', number)),
    'handoff.decline': onHandoff((turn, number) => requests.openForm(turn, 'decline', number)),

    'delivery-check.there': async ({ number }, turn) => [
      await requests.decideDoubt(turn, number, 'there', 'replace'),
    ],
    'delivery-check.again': async ({ number }, turn) => [
      await requests.decideDoubt(turn, number, 'again', 'replace'),
    ],

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
      return requests.submitForm(
        turn,
        'complete',
        'complete',
        sent,
        { outcomeId: outcome ?? null, text, hours },
        { typed: summary },
      );
    },
    'transfer-form.submit': ({ targetId, remark, ...sent }, turn) => {
      const [kind, to = ''] = targetId.split(':');
      const change = kind === 'queue' ? 'transferToQueue' : 'transferToPerson';
      return requests.submitForm(turn, 'transfer', change, sent, { to, text: remark });
    },

    'request-list.page': async (page, turn) => [await lists.page(turn, page)],

    'waiting.nudge': ({ number }, turn) => requests.nudge(turn, number),
    'waiting.withdraw': ({ number }, turn) => requests.act(turn, 'withdraw', number),
    'request.nudge': ({ number }, turn) => requests.nudge(turn, number),
    'digest.list': ({ queueId }, turn) => lists.showQueue(turn, queueId),
  };
}

export function handleAction(
  handlers: Handlers,
  action: Extract<ReturnType<typeof parseCardAction>, { ok: true }>,
  turn: Turn,
): Promise<readonly Outgoing[]> {
  const handler = handlers[action.verb] as (input: unknown, turn: Turn) => Promise<readonly Outgoing[]>;
  return handler(action.input, turn);
}

/** What each button and form does. A verb without a handler here does not compile. */
import type { InputOf, parseCardAction, Verb } from '../../cards';
import { EMPTY_DRAFT } from '../answering/reply';
import type { FeedbackTurns } from './answers/feedback';
import type { GuideTurns } from './answers/guide-turns';
import type { Intake } from './requests/intake';
import type { Lists } from './requests/lists';
import type { Lookups } from './answers/lookups';
import { drawElsewhere } from './channel/in-channel';
import { isShared, type Outgoing } from './message';
import { CHANGES, verbsOf, type ChangeVerb, type NamedChange } from './requests/changes';
import { showNotice } from './requests/outcomes';
import type { FormSender } from './requests/request-changes';
import type { RequestTurns } from './requests/requests';
import type { Turn } from './turn';

type Handler<V extends Verb> = (input: InputOf<V>, turn: Turn) => Promise<readonly Outgoing[]>;
export type Handlers = { readonly [V in Verb]: Handler<V> };

export interface ActionDependencies {
  /** What a suggestion shows. Without an ID, its words count as typed. */
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

    'request.show': ({ number, formId }, turn) => requests.goBack(turn, number, formId),

    'delivery-check.there': async ({ number }, turn) => [
      await requests.settleUncertainCard(turn, number, 'there', 'replace'),
    ],
    'delivery-check.again': async ({ number }, turn) => [
      await requests.settleUncertainCard(turn, number, 'again', 'replace'),
    ],

    'history.page': ({ number, before = null }, turn) => requests.showHistory(turn, number, before),

    'request-list.page': async (page, turn) => [await lists.page(turn, page)],

    'waiting.nudge': ({ number }, turn) => requests.nudge(turn, number),
    'request.nudge': ({ number }, turn) => requests.nudge(turn, number),
    'digest.list': ({ queueId }, turn) => lists.showQueue(turn, queueId),
    ...createChangeHandlers(requests),
  };
}

/** A change by its button, which opens its form if it has one, and by the form. */
function createChangeHandlers(requests: RequestTurns): Pick<Handlers, ChangeVerb> {
  const handle = async (verb: ChangeVerb, change: NamedChange, input: unknown, turn: Turn) => {
    const { name, form, readPress } = change;
    const { number } = input as { readonly number: string };
    if (form !== null && verb === `${form.name}-form.submit`)
      return requests.submitForm(turn, form.name, input as FormSender);
    // A press proves that the card arrived.
    if (verb.startsWith('handoff.')) await requests.learnHandoff(turn, number);
    return form === null
      ? requests.act(turn, name, number, readPress?.(input as never))
      : requests.openForm(turn, form.name, number);
  };
  const handlers = CHANGES.flatMap((change) =>
    verbsOf(change).map(
      (verb) => [verb, (input: unknown, turn: Turn) => handle(verb, change, input, turn)] as const,
    ),
  );
  return Object.fromEntries(handlers) as Pick<Handlers, ChangeVerb>;
}

export function handleAction(
  handlers: Handlers,
  action: Extract<ReturnType<typeof parseCardAction>, { ok: true }>,
  turn: Turn,
): Promise<readonly Outgoing[]> {
  const handler = handlers[action.verb] as (input: unknown, turn: Turn) => Promise<readonly Outgoing[]>;
  return handler(action.input, turn);
}

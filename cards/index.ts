/**
 * Every card by its name, and the way back: a button's data becomes a verb and its checked input, or a failure that
 * names the fields. A test checks that this list matches the files in cards/.
 */
import type { z } from 'zod/v4';
import type { CardDefinition, RenderedCard } from './define-card';
import { Say, SAY_VERB } from './elements/say';
import { gatherFields } from './elements/service-fields';
import type { Words } from './words/languages';
import { acceptForm } from './accept-form';
import { answer } from './answer';
import { answerForm } from './answer-form';
import { askForm } from './ask-form';
import { channelAnswer } from './channel-answer';
import { choices } from './choices';
import { completeForm } from './complete-form';
import { comparison } from './comparison';
import { confirmation } from './confirmation';
import { declineForm } from './decline-form';
import { deliveryCheck } from './delivery-check';
import { digest } from './digest';
import { duplicate } from './duplicate';
import { editForm } from './edit-form';
import { faq } from './faq';
import { feedback } from './feedback';
import { guide } from './guide';
import { handoff } from './handoff';
import { help } from './help';
import { history } from './history';
import { insights } from './insights';
import { intake } from './intake';
import { need } from './need';
import { notCovered } from './not-covered';
import { noteForm } from './note-form';
import { news } from './news';
import { notice } from './notice';
import { person } from './person';
import { privacy } from './privacy';
import { problem } from './problem';
import { proposeDateForm } from './propose-date-form';
import { queueRegistered } from './queue-registered';
import { refusal } from './refusal';
import { reminder } from './reminder';
import { request } from './request';
import { requestList } from './request-list';
import { requestReference } from './request-reference';
import { rescheduleForm } from './reschedule-form';
import { scope } from './scope';
import { transferForm } from './transfer-form';
import { unclear } from './unclear';
import { verdict } from './verdict';
import { waiting } from './waiting';
import { welcome } from './welcome';

export { withRating } from './elements/rating';
export { sayAsData } from './elements/say';

export const cards = {
  'accept-form': acceptForm,
  answer,
  'answer-form': answerForm,
  'ask-form': askForm,
  'channel-answer': channelAnswer,
  choices,
  'complete-form': completeForm,
  comparison,
  confirmation,
  'decline-form': declineForm,
  'delivery-check': deliveryCheck,
  digest,
  duplicate,
  'edit-form': editForm,
  faq,
  feedback,
  guide,
  handoff,
  help,
  history,
  insights,
  intake,
  need,
  'not-covered': notCovered,
  'note-form': noteForm,
  news,
  notice,
  person,
  privacy,
  problem,
  'propose-date-form': proposeDateForm,
  'queue-registered': queueRegistered,
  refusal,
  reminder,
  request,
  'request-list': requestList,
  'request-reference': requestReference,
  'reschedule-form': rescheduleForm,
  scope,
  'transfer-form': transferForm,
  unclear,
  verdict,
  waiting,
  welcome,
} as const;

type Cards = typeof cards;
export type CardName = keyof Cards;
/** What a card is drawn from. */
export type ModelOf<Name extends CardName> = Parameters<Cards[Name]['render']>[0];

/** Draws one card. Pure: the same model gives the same card. */
export function renderCard<const Name extends CardName>(
  name: Name,
  model: ModelOf<Name>,
  words: Words,
): RenderedCard {
  const card = cards[name] as unknown as CardDefinition<Name, ModelOf<Name>, Cards[Name]['actions']>;
  return { name, ...card.render(model, words) };
}

type CardVerb = { [Name in CardName]: `${Name}.${keyof Cards[Name]['actions'] & string}` }[CardName];
type CardInput<V extends CardVerb> = V extends `${infer Name extends CardName}.${infer Action}`
  ? Action extends keyof Cards[Name]['actions']
    ? z.infer<Cards[Name]['actions'][Action]>
    : never
  : never;

/** Everything that a button or form can ask for: `<card>.<action>`, and `chat.say` of any card in local mode. */
export type Verb = CardVerb | typeof SAY_VERB;
export type InputOf<V extends Verb> = V extends CardVerb ? CardInput<V> : Say;

/** One press that passed its schema. Who pressed, and whether they may, is for the handler. */
export type CardAction = {
  [V in Verb]: { readonly ok: true; readonly verb: V; readonly input: InputOf<V> };
}[Verb];

/** An unusable press: from an old card, a broken client, or somebody who tampers. */
export interface CardActionFailure {
  readonly ok: false;
  /** Null when there is no such verb. */
  readonly verb: Verb | null;
  readonly problems: readonly { readonly field: string; readonly message: string }[];
}

const inputs: ReadonlyMap<string, z.ZodObject> = new Map<string, z.ZodObject>([
  [SAY_VERB, Say],
  ...Object.values(cards).flatMap((card) =>
    Object.entries<z.ZodObject>(card.actions).map(([action, input]): [string, z.ZodObject] => [
      `${card.name}.${action}`,
      input,
    ]),
  ),
]);

/** Every verb there is. */
export const verbs = [...inputs.keys()] as readonly Verb[];

/** Reads what a press sent. Never throws; unknown fields are dropped. */
export function parseCardAction(data: unknown): CardAction | CardActionFailure {
  const verb = typeof data === 'object' && data !== null && 'verb' in data ? data.verb : undefined;
  const input = typeof verb === 'string' ? inputs.get(verb) : undefined;
  if (!input) return { ok: false, verb: null, problems: [{ field: 'verb', message: 'unknown' }] };
  const parsed = input.safeParse(gatherFields(data as object));
  if (parsed.success) return { ok: true, verb, input: parsed.data } as CardAction;
  return {
    ok: false,
    verb: verb as Verb,
    problems: parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })),
  };
}

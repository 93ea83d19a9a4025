/**
 * How people cause each event: its buttons, form and typed command, who may use them, and whether that's possible in a
 * channel. Handlers, commands, forms and the limits of a channel derive from these rows.
 */
import type { CardName, InputOf, Verb } from '../../../cards';
import type { FieldInputs } from '../../../cards/elements/service-fields';
import type { Words } from '../../../cards/words/languages';
import type { UnclearDate } from '../../answering/reply';
import type { ChangeName } from '../../engagement/events';
import type { DeclineReason } from '../../knowledge/model/content';
import type { Content } from '../../knowledge/model/content';
import type { RequestView } from '../../engagement/reading/view';
import { COMPLETION_OUTCOMES } from '../../engagement/request';
import type { TargetFound } from '../typed/find-target';
import {
  readAcceptance,
  readCompletion,
  readCompletionForm,
  readDay,
  readExactDay,
  readReason,
} from '../typed/read-details';

export interface FormContext {
  readonly words: Words;
  readonly content: Content;
}

export interface TypedContext {
  readonly words: Words;
  readonly declineReasons: readonly DeclineReason[];
  /** The person or queue that the words begin with. */
  readonly findTarget: (rest: string) => TargetFound;
  readonly nowMs: number;
}

/** What was typed and fills the form, in addition to the request's values. */
export interface OpenedWith {
  readonly text?: string;
  /** Of a list. */
  readonly choice?: string | null;
  /** YYYY-MM-DD. */
  readonly date?: string | null;
  readonly hours?: number | null;
  /** Why it opens instead of doing what was typed. */
  readonly problem?: string | null;
  /** Fields of an edit. */
  readonly draft?: Partial<RequestView>;
}

/** What a form says. `typed` fills it again where it wasn't taken. */
export interface SentForm {
  readonly input: Readonly<Record<string, unknown>>;
  readonly typed?: string | null;
  /** Of the fields that the request's service declares for itself. */
  readonly fields?: FieldInputs;
}

type FormOf<Card extends string> = Card extends `${infer Form}-form` ? Form : never;
type FormCard = FormOf<CardName>;
type Values<Form extends FormCard> = InputOf<Extract<Verb, `${Form}-form.submit`>>;

interface Form {
  /** Of its card: `<name>-form`. */
  readonly name: FormCard;
  /** Null where the values mean another event with the same form. */
  readonly read: (values: never, context: FormContext) => SentForm | null;
}

interface Change {
  /** What cards and commands of the desk's people offer, or those of the partner. */
  readonly by: 'staff' | 'partner';
  /** May be pressed and typed where a queue's cards stand. */
  readonly inChannel: boolean;
  /** They open the form; without a form they do it at once. */
  readonly buttons: readonly Verb[];
  readonly form: Form | null;
  readonly verb: keyof Words['verbs'];
  /** Other words for the verb, where a request's number follows. */
  readonly alsoTyped?: readonly string[];
  /**
   * What is typed after the number. Null where the form has to be opened, or where it means another event of the verb. A
   * date in doubt opens the form, too.
   */
  readonly readTyped: (rest: string, context: TypedContext) => Typed;
  /** The part of the typed words that fills the form, if it has to be opened. Left out: all of them, as its text. */
  readonly readFilled?: (rest: string, context: TypedContext) => OpenedWith;
  /** What a button sends in addition to the number. */
  readonly readPress?: (ids: never) => object;
}

type Typed = object | UnclearDate | null;

function form<const Name extends FormCard>(
  name: Name,
  read: (values: Values<Name>, context: FormContext) => SentForm | null,
) {
  return { name, read };
}

const remark = (rest: string) => (rest === '' ? {} : { text: rest });
const text = (rest: string) => (rest === '' ? null : { text: rest });

function toTransfer(found: TargetFound, { isQueue }: { readonly isQueue: boolean }) {
  if (found.outcome !== 'found' || found.target.isQueue !== isQueue) return null;
  return { to: found.target.id, text: found.note };
}

/** If the command names a day, it must be the proposed one; otherwise it's refused. */
function readProposalAnswer(rest: string, { nowMs }: TypedContext): object | UnclearDate {
  return readDay(rest, nowMs) ?? remark(rest);
}

function readProposedDay({ day }: InputOf<'handoff.confirm-date' | 'handoff.decline-date'>) {
  return { acceptedFor: day };
}

function readWhy({ remark: why }: InputOf<'request.reopen'>) {
  return why === null ? {} : { text: why };
}

export const changes = {
  claim: {
    ...({ by: 'staff', inChannel: true, verb: 'claim', buttons: ['handoff.claim'] } as const),
    form: null,
    readTyped: remark,
  },
  release: {
    ...({ by: 'staff', inChannel: true, verb: 'release', buttons: ['handoff.release'] } as const),
    form: null,
    readTyped: remark,
  },
  'transfer-to-person': {
    ...({ by: 'staff', inChannel: true, verb: 'transfer', buttons: ['handoff.transfer'] } as const),
    form: form('transfer', ({ targetId, remark: said }) => {
      const [kind, to = ''] = targetId.split(':');
      return kind === 'queue' ? null : { input: { to, text: said } };
    }),
    readTyped: (rest, { findTarget }) => toTransfer(findTarget(rest), { isQueue: false }),
  },
  'transfer-to-queue': {
    ...({ by: 'staff', inChannel: true, verb: 'transfer', buttons: ['handoff.transfer'] } as const),
    form: form('transfer', ({ targetId, remark: said }) => {
      const [kind, to = ''] = targetId.split(':');
      return kind === 'queue' ? { input: { to, text: said } } : null;
    }),
    readTyped: (rest, { findTarget }) => toTransfer(findTarget(rest), { isQueue: true }),
  },
  ask: {
    ...({ by: 'staff', inChannel: true, verb: 'ask', buttons: ['handoff.ask'] } as const),
    form: form('ask', ({ question }) => ({ input: { text: question } })),
    readTyped: text,
  },
  answer: {
    ...({ by: 'partner', inChannel: false, verb: 'answer', buttons: ['request.answer'] } as const),
    form: form('answer', ({ answer }) => ({ input: { text: answer } })),
    readTyped: text,
  },
  accept: {
    ...({ by: 'staff', inChannel: true, verb: 'accept', buttons: ['handoff.accept'] } as const),
    form: form('accept', ({ date, remark: said }) => ({ input: { acceptedFor: date, text: said } })),
    // The form shows which day other words mean before anything is agreed.
    readTyped: (rest, { nowMs }) => readExactDay(rest, nowMs),
    readFilled: (rest, { words, nowMs }) => readAcceptance(rest, nowMs, words),
  },
  reschedule: {
    ...({ by: 'staff', inChannel: true, verb: 'reschedule', buttons: ['handoff.reschedule'] } as const),
    form: form('reschedule', ({ date, note }) => ({ input: { acceptedFor: date, text: note } })),
    readTyped: (rest, { nowMs }) => readDay(rest, nowMs),
  },
  'propose-date': {
    ...({
      by: 'partner',
      inChannel: false,
      verb: 'propose-date',
      buttons: ['request.propose-date'],
    } as const),
    form: form('propose-date', ({ date, note }) => ({ input: { acceptedFor: date, text: note } })),
    alsoTyped: ['propose'],
    readTyped: (rest, { nowMs }) => readDay(rest, nowMs),
  },
  'confirm-date': {
    ...({ by: 'staff', inChannel: true, verb: 'confirm-date', buttons: ['handoff.confirm-date'] } as const),
    form: null,
    alsoTyped: ['confirm'],
    readTyped: readProposalAnswer,
    readPress: readProposedDay,
  },
  'decline-date': {
    ...({ by: 'staff', inChannel: true, verb: 'decline-date', buttons: ['handoff.decline-date'] } as const),
    form: null,
    readTyped: readProposalAnswer,
    readPress: readProposedDay,
  },
  decline: {
    ...({ by: 'staff', inChannel: true, verb: 'decline', buttons: ['handoff.decline'] } as const),
    form: form('decline', ({ reasonId, explanation }) => ({ input: { reasonId, text: explanation } })),
    readTyped: (rest, { declineReasons }) => readReason(rest, declineReasons),
    // Words without a reason of the list explain one of their own.
    readFilled: (rest, { declineReasons }) => ({
      text: rest,
      choice: rest === '' ? null : (declineReasons.find(({ needsWords }) => needsWords)?.id ?? null),
    }),
  },
  complete: {
    ...({ by: 'staff', inChannel: true, verb: 'complete', buttons: ['handoff.complete'] } as const),
    form: form('complete', ({ outcomeId, hours, summary }, { words }) => {
      const outcome = COMPLETION_OUTCOMES.find((id) => id === outcomeId);
      const title = outcome === undefined ? '' : words.completeForm.outcomes[outcome];
      const said = [title, summary].filter(Boolean).join('. ');
      return { input: { outcomeId: outcome ?? null, text: said, hours }, typed: summary };
    }),
    readTyped: (rest, { words }) => readCompletion(rest, words),
    readFilled: readCompletionForm,
  },
  withdraw: {
    ...({ by: 'partner', inChannel: false, verb: 'withdraw' } as const),
    buttons: ['request.withdraw', 'confirmation.withdraw', 'waiting.withdraw'],
    form: null,
    readTyped: remark,
  },
  edit: {
    ...({ by: 'partner', inChannel: false, verb: 'edit', buttons: ['request.edit'] } as const),
    form: form(
      'edit',
      ({ customer, confidential, solutionAreaId, wantedBy, details, fields }, { content }) => {
        const area = content.solutionAreas.find(({ id }) => id === solutionAreaId);
        // An area that the content doesn't hold leaves the area as it was.
        const known = area === undefined ? {} : { solutionArea: { id: area.id, name: area.name } };
        const input = {
          ...{ customer, isConfidential: confidential, wantedBy, details },
          ...(solutionAreaId === null ? { solutionArea: null } : known),
        };
        return { input, fields };
      },
    ),
    readTyped: () => null,
  },
  note: {
    ...({ by: 'partner', inChannel: false, verb: 'note', buttons: ['request.note'] } as const),
    form: form('note', ({ note }) => ({ input: { text: note } })),
    readTyped: text,
  },
  reopen: {
    ...({ by: 'partner', inChannel: false, verb: 'reopen', buttons: ['request.reopen'] } as const),
    form: null,
    readTyped: remark,
    readPress: readWhy,
  },
} as const satisfies Readonly<Record<ChangeName, Change>>;

type Row = (typeof changes)[ChangeName];
export type FormName = NonNullable<Row['form']>['name'];
/** The button of a change, or of its form. */
export type ChangeVerb = Row['buttons'][number] | `${FormName}-form.submit`;
/** What can be typed before a request's number. */
export type RequestVerb = Row['verb'] | 'show' | 'history' | 'nudge';

export interface NamedChange extends Change {
  readonly name: ChangeName;
  readonly form: (Form & { readonly name: FormName }) | null;
}

export const CHANGES: readonly NamedChange[] = Object.entries<Change>(changes).map(
  ([name, change]) => ({ name, ...change }) as NamedChange,
);

/** What a verb can make happen; empty for `show`, `history` and `nudge`. */
export function listChanges(verb: RequestVerb): readonly NamedChange[] {
  return CHANGES.filter((change) => change.verb === verb);
}

/**
 * What another date means: the owner moves the date, the partner proposes one, and before a date is agreed it changes
 * the preferred date.
 */
export const DATE_CHANGES = ['reschedule', 'propose-date', 'edit'] as const;

/** The events that a verb in a sentence can mean, depending on the writer's role. */
export function eventsBehind(verb: RequestVerb): readonly ChangeName[] {
  return verb === 'reschedule' ? DATE_CHANGES : listChanges(verb).map(({ name }) => name);
}

/** The events that a form can cause. */
export function eventsOf(name: FormName): readonly ChangeName[] {
  return CHANGES.filter((change) => change.form?.name === name).map((change) => change.name);
}

/** What the owner, members and leads do with a request. The rest is for the partner. */
export function isForStaff(verb: RequestVerb): boolean {
  return listChanges(verb).some(({ by }) => by === 'staff');
}

/** Every button of a change, its form's included. */
export function verbsOf({ buttons, form: opened }: NamedChange): readonly ChangeVerb[] {
  const own = buttons as readonly ChangeVerb[];
  return opened === null ? own : [...own, `${opened.name}-form.submit`];
}

/** The event that the sent form means, and what it says. */
export function readForm(
  name: FormName,
  values: unknown,
  context: FormContext,
): { readonly event: ChangeName; readonly sent: SentForm } {
  for (const { name: event, form: opened } of CHANGES) {
    if (opened?.name !== name) continue;
    const sent = opened.read(values as never, context);
    if (sent !== null) return { event, sent };
  }
  throw new Error(`The form ${name} means no event.`);
}

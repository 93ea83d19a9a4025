/**
 * The bot's reply to one message, before it has a form. One discriminated union: the terminal, Teams and the tests read
 * the same value, cards are drawn from it, and nothing in it knows the SDK.
 *
 * `topic` is the id of what the message was understood to be about. Texts are curated content, ready to show (markdown,
 * at most bold, links and lists).
 */

import type { PrivacyIntent } from '../knowledge/model/content';

/** The source line under a statement. */
export interface Provenance {
  readonly source: string;
  readonly sourceUrl: string | null;
  readonly owner: string;
  readonly verified: string;
  readonly reviewBy: string;
}

/** Where something belongs, and what to do there. */
export interface DoorView {
  readonly id: string;
  readonly name: string;
  readonly how: string;
  /** The same in other languages of the interface. */
  readonly in?: Readonly<Record<string, { readonly name: string; readonly how: string }>> | undefined;
}

/**
 * Something that the person may ask next. A press sends `text` and shows what `shows` names, whatever was said before.
 */
export interface Offer {
  readonly title: string;
  readonly text: string;
  /** The id of an entry, a rule, a term or a guide; absent where `text` is a command. */
  readonly shows?: string | undefined;
  /** Of a guide: what is known of the case, by step. */
  readonly answers?: Readonly<Record<string, string>> | undefined;
  /** Only the title is in the reader's language, so the chat shows the title. */
  readonly isTranslated?: boolean;
}

export interface Suggestion extends Offer {
  readonly topic: string;
}

/** One curated statement: an entry, a rule or a term, ready to show. */
export interface Statement {
  /** Of the entry, rule, term, guide or gap that says it; absent where none does. */
  readonly id?: string;
  readonly topic: string;
  readonly title: string;
  /** Short name of the programme it speaks of, null where it speaks of none. */
  readonly programme: string | null;
  /** What it says to the yes-or-no question that was asked; absent where none was, or a plain word could mislead. */
  readonly yesOrNo?: YesOrNo;
  /** Half a sentence before everything else, to somebody who reports an outage or is upset. */
  readonly sympathy?: string;
  /** The fact that was asked for, first. */
  readonly answer: string;
  readonly details: readonly string[];
  readonly flag: string | null;
  readonly goodToKnow: readonly {
    readonly text: string;
    readonly source: string;
    readonly sourceUrl: string | null;
  }[];
  readonly provenance: Provenance | null;
  readonly door: DoorView | null;
  /** Whose translation this is, in small print; absent where the text is the original. */
  readonly translatedBy?: string;
}

/** `remotely`: yes, but not on site. */
export type YesOrNo = 'yes' | 'no' | 'depends' | 'remotely' | 'not-on-site';

export type Verdict = 'in' | 'out' | 'not-stated';

/** Which rule decided, in the words of the list it stands on. */
export interface RuleView {
  readonly id: string;
  readonly programme: string;
  readonly text: string;
}

/** What a message said about a request; null for what it didn't say. IDs are those in services.yaml. */
export interface RequestDraft {
  readonly serviceId: string | null;
  readonly customer: string | null;
  readonly solutionAreaId: string | null;
  /** The role that the partner asked for. */
  readonly role: 'PDM' | 'PTS' | null;
  readonly person: string | null;
  readonly wantedBy: string | null;
  /** Of the fields that its service declares for itself, as the form holds them. */
  readonly fields: Readonly<Record<string, string>>;
  /** Everything else in the message, as it was written. */
  readonly note: string | null;
  /** The customer's name is confidential. */
  readonly isConfidential: boolean;
  readonly unclear: UnclearSlots;
  /** What comes from an earlier message, and the words of that message. */
  readonly carried: readonly CarriedField[];
}

/** A date that isn't taken over, because it's in the past or can mean two different days ("3/4"). */
export interface UnclearDate {
  readonly said: string;
  readonly why: 'past' | 'ambiguous';
}

/** What the form has to ask, because a message leaves it open. */
export interface UnclearSlots {
  /** The customers in the message, if it's unclear which one is meant. */
  readonly customers: readonly string[];
  readonly date: UnclearDate | null;
  /** By field of the service. */
  readonly fields: Readonly<Record<string, UnclearDate>>;
}

export type CarriableField =
  'serviceId' | 'customer' | 'solutionAreaId' | 'role' | 'person' | 'wantedBy' | 'note';

/** A field that the service declares for itself. */
export type OwnField = `field-${string}`;

export interface CarriedField {
  readonly field: CarriableField | OwnField;
  readonly said: string;
}

/** A message that told nothing of a request. */
export const EMPTY_DRAFT: RequestDraft = {
  serviceId: null,
  customer: null,
  solutionAreaId: null,
  role: null,
  person: null,
  wantedBy: null,
  fields: {},
  note: null,
  isConfidential: false,
  unclear: { customers: [], date: null, fields: {} },
  carried: [],
};

/** May a hand-off start as asked? `reason` is the vocabulary of the engagement desk; `door` where it belongs. */
export interface Eligibility {
  readonly eligible: boolean;
  readonly reason: string;
  readonly rule: RuleView | null;
  readonly door: DoorView | null;
  /** The sentence that says so to the partner. */
  readonly explanation: string;
}

/** The parts of a form that decide whether it may be sent. */
export interface FilledForm {
  readonly serviceId: string;
  readonly motion: 'sell-with' | 'build-with';
  readonly customer: string | null;
  readonly details: string | null;
}

/**
 * `scope`: why it's in scope, in the words of the rules, for the person who handles it. It repeats nothing from the form.
 * `confidential`: it may describe a vulnerability, so nothing of it may be stored or shown again.
 */
export interface FormVerdict {
  readonly eligibility: Eligibility;
  readonly scope: string | null;
  readonly confidential: boolean;
}

/** How far a guide has come with one case, and where that leads: the next step, or the result. */
export interface GuideView {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  /** By step, the id of the option that was answered, in the order of answering. */
  readonly answers: Readonly<Record<string, string>>;
  /** The same in words. */
  readonly known: readonly { readonly name: string; readonly answer: string }[];
  readonly next:
    | {
        readonly kind: 'step';
        readonly stepId: string;
        readonly question: string;
        /** The last one is that nobody knows. */
        readonly options: readonly { readonly id: string; readonly title: string }[];
      }
    | {
        readonly kind: 'result';
        readonly statement: Statement;
        readonly points: readonly { readonly name: string; readonly text: string }[];
      };
}

/** A guide that can work out the case in the message. */
export type GuideOffer = Pick<GuideView, 'id' | 'answers'>;

/** Facts about two or three things, aspect by aspect; null for what the content doesn't state. */
export interface ComparisonView {
  readonly title: string;
  /** Of what is compared. */
  readonly names: readonly string[];
  readonly aspects: readonly {
    readonly name: string;
    readonly values: readonly { readonly name: string; readonly text: string | null }[];
  }[];
  /** Aspects that are stated for none of them. */
  readonly notStated: readonly string[];
  readonly flag: string | null;
  readonly provenance: Provenance;
  readonly translatedBy?: string;
}

/** A machine translation whose numbers, names and links were compared with the original's. */
export interface Translation {
  /** An ISO 639-1 code. */
  readonly language: string;
  readonly text: string;
}

export type Reply = ReplyBody & {
  /** A sentence above everything else, e.g. in the person's language that answers come in English. */
  readonly notice?: string;
  /** The language of the message (ISO 639-1), where it shows one. */
  readonly language?: string;
  /** The message may describe a vulnerability: its text must not be stored, logged or passed on. */
  readonly confidential?: boolean;
  /** A model wrote it, and the card says so. Never set for curated text or anything found without a model. */
  readonly byModel?: boolean;
  /** What a model made of the texts in the person's language; stands below them, labelled. */
  readonly translation?: Translation;
  /** The person asked for confidentiality: nothing of this dialogue goes to a model from here on. */
  readonly isPrivate?: boolean;
  /** Works out for one case what was answered in general; stands below. */
  readonly guide?: GuideView;
  /** The guide that would, where it was not opened at once. */
  readonly offersGuide?: GuideOffer;
  /** Puts side by side what was asked about; stands below. */
  readonly comparison?: ComparisonView;
};

type ReplyBody =
  | {
      readonly kind: 'answer';
      readonly topic: string;
      readonly statements: readonly Statement[];
      readonly next: readonly Suggestion[];
    }
  | {
      readonly kind: 'verdict';
      readonly topic: string;
      readonly verdict: Verdict;
      readonly rule: RuleView | null;
      readonly statement: Statement;
      readonly next: readonly Suggestion[];
    }
  | {
      /**
       * The answer to a need: whether it's in scope, which rule decided, where it belongs, and what can be requested.
       */
      readonly kind: 'need';
      readonly topic: string;
      /** The row of needs.yaml that decided. */
      readonly needId: string;
      readonly verdict: 'in' | 'out' | 'depends';
      readonly rule: RuleView | null;
      readonly statement: Statement;
      /** The form's content for the next step; null where nothing can be requested here. */
      readonly request: RequestDraft | null;
      readonly next: readonly Suggestion[];
    }
  | {
      readonly kind: 'choices';
      readonly topic: string;
      /** What is known already, above the question. */
      readonly lead?: string;
      /** The content's own question. Without one, the person is asked which of the options they mean. */
      readonly question?: string;
      /** Asks what they want to know next instead. */
      readonly asks?: 'more';
      readonly options: readonly Suggestion[];
    }
  | {
      readonly kind: 'intake';
      readonly topic: string;
      readonly draft: RequestDraft;
      readonly eligibility: Eligibility;
    }
  | { readonly kind: 'status'; readonly topic: string; readonly number: string | null }
  | {
      readonly kind: 'person';
      readonly topic: string;
      readonly role: 'PDM' | 'PTS' | null;
      /** The door of the topic just before, with or without a person to name. */
      readonly door?: DoorView;
    }
  | {
      readonly kind: 'not-covered';
      readonly topic: string;
      /** The item of not-covered.yaml that says so. */
      readonly gapId: string;
      readonly title: string;
      /** The text that says that this isn't covered. */
      readonly answer: string;
      /** The nearest thing it does hold, if any. */
      readonly nearest: Statement | null;
      readonly door: DoorView | null;
      readonly translatedBy?: string;
      readonly next: readonly Suggestion[];
    }
  | { readonly kind: 'guide'; readonly topic: string; readonly guide: GuideView }
  /** What is stored of what the person writes: all of it, or an answer to one question about it. */
  | { readonly kind: 'privacy'; readonly topic: string; readonly about: PrivacyIntent }
  | { readonly kind: 'greeting' | 'help' | 'thanks' | 'unclear'; readonly topic: string };

export type ReplyKind = Reply['kind'];

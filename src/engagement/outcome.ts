import type { Recipient } from '../outbox/message';
import type { InputProblem } from './input';
import type { Relation } from './relations';
import type { State } from './request';
import type { EventView, RequestView } from './view';

/** Who gets a message, and how: a queue without a channel of its own is reached through the fallback queue. */
export interface Told {
  readonly to: Recipient;
  readonly reach: 'direct' | 'fallback' | 'none';
}

interface NotPossible {
  /** It once was, or will be: `last` says what happened meanwhile. */
  readonly outcome: 'not-possible';
  readonly state: State;
  readonly last: EventView | null;
  readonly request: RequestView;
}

export interface NotYours {
  /** It's possible now, for others than the one who tried. */
  readonly outcome: 'not-yours';
  readonly request: RequestView;
  /** Whoever is one of these to the request may do it. */
  readonly who: readonly Relation[];
}

export type Refused =
  | { readonly outcome: 'not-found' }
  | { readonly outcome: 'not-allowed' }
  | { readonly outcome: 'invalid'; readonly problems: readonly InputProblem[] }
  | NotPossible
  | NotYours;

/** What became of a change. `told` are those who get a message about it beside the one who did it. */
export type ChangeOutcome =
  { readonly outcome: 'done'; readonly request: RequestView; readonly told: readonly Told[] } | Refused;

export type ClaimOutcome =
  | ChangeOutcome
  | {
      readonly outcome: 'already-claimed';
      readonly by: NonNullable<RequestView['owner']>;
      readonly isYou: boolean;
      readonly request: RequestView;
    };

export type SubmitOutcome =
  | {
      readonly outcome: 'submitted';
      readonly request: RequestView;
      /** The form arrived a second time: nothing new was stored or sent. */
      readonly isRepeat: boolean;
      /** The name that was asked for, where nobody who takes requests has it; the rules then chose without it. */
      readonly unknownPerson: string | null;
      /** Of a repeat: how its queue can be reached now. */
      readonly told: readonly Told[];
    }
  | { readonly outcome: 'duplicate'; readonly existing: Duplicate }
  | { readonly outcome: 'invalid'; readonly problems: readonly InputProblem[] };

/** The like of it that is open already. Of a colleague's only this much is shown. */
export interface Duplicate {
  readonly id: string;
  readonly number: string;
  readonly state: State;
  readonly requesterName: string;
  readonly isYours: boolean;
}

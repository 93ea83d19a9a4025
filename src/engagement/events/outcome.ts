import type { Recipient } from '../../outbox/message';
import type { InputProblem } from './input';
import type { Relation } from '../relations';
import type { State } from '../request';
import type { EventView, RequestView } from '../reading/view';

/** Who gets a message, and how. A queue without a channel of its own gets it through the fallback queue. */
export interface Notified {
  readonly to: Recipient;
  readonly reach: 'direct' | 'fallback' | 'none';
}

interface NotPossible {
  /** It isn't possible now; `last` is what happened meanwhile. */
  readonly outcome: 'not-possible';
  readonly state: State;
  readonly last: EventView | null;
  readonly request: RequestView;
}

export interface NotYours {
  /** It's possible now, but not for the person who tried. */
  readonly outcome: 'not-yours';
  readonly request: RequestView;
  /** The relations to the request that allow it. */
  readonly who: readonly Relation[];
}

export type Refused =
  | { readonly outcome: 'not-found' }
  | { readonly outcome: 'not-allowed' }
  | { readonly outcome: 'invalid'; readonly problems: readonly InputProblem[] }
  | NotPossible
  | NotYours;

/** The outcome of a change. `notified` are the people who get a message about it, apart from the actor. */
export type ChangeOutcome =
  | { readonly outcome: 'done'; readonly request: RequestView; readonly notified: readonly Notified[] }
  | Refused;

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
      /** The requested name, if nobody who takes requests has it. The rules then chose without it. */
      readonly unknownPerson: string | null;
      /** For a repeat: how its queue can be reached now. */
      readonly notified: readonly Notified[];
    }
  | { readonly outcome: 'duplicate'; readonly existing: Duplicate }
  | { readonly outcome: 'invalid'; readonly problems: readonly InputProblem[] };

/** A similar request that's already open. This is all that's shown of a colleague's request. */
export interface Duplicate {
  readonly id: string;
  readonly number: string;
  readonly state: State;
  readonly requesterName: string;
  readonly isYours: boolean;
}

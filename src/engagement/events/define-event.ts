/**
 * Defines an event in a request's life: one file, <event>.ts, with the states in which it's possible, who may do it,
 * where it leads, what people send with it and what it changes. index.ts is the registry. Lifecycle, permissions and
 * what a card offers derive from it.
 */
import type { z } from 'zod/v4';
import type { Organisation } from '../../directory/organisation';
import type { Identity } from '../../directory/recognise';
import type { Relation } from '../relations';
import type { EngagementRequest, EventDetails, RequestEvent, State } from '../request';
import type { DeclineReason } from '../../knowledge/model/content';
import type { InputProblem } from './input';

/** A state may be in one transition of an event only. */
export interface Transition {
  readonly from: readonly State[];
  readonly who: readonly Relation[];
  /** `same` stays; `asked-from` returns to where the owner asked. */
  readonly to: State | 'same' | 'asked-from';
}

/** What an event changes beyond the state, and what is recorded about it. */
export interface Plan {
  readonly change: Partial<EngagementRequest>;
  readonly details: EventDetails;
}

export interface Problems {
  readonly problems: readonly InputProblem[];
}

export interface Occasion {
  readonly request: EngagementRequest;
  /** Its events so far, oldest first. */
  readonly happened: readonly RequestEvent[];
  readonly by: Identity;
  readonly organisation: Organisation;
  readonly declineReasons: readonly DeclineReason[];
  readonly nowMs: number;
}

export interface EventDefinition<Name extends string = string, Input extends z.ZodType = z.ZodType> {
  readonly name: Name;
  readonly transitions: readonly Transition[];
  /** What else must have happened, for an event that doesn't depend on the state alone. */
  readonly needs?: (happened: readonly RequestEvent[]) => boolean;
  /** Whether the request is still young enough for it. Cards offer it only then. */
  readonly isTimely?: (request: EngagementRequest, nowMs: number) => boolean;
  readonly input: Input;
  apply(input: z.output<Input>, occasion: Occasion): Plan | Problems;
  /** The moment in a request's life that it sets, for the statistics. */
  readonly reaches?: 'claimed' | 'accepted' | 'completed';
  /** What is written with it is for colleagues. The partner only sees that it happened. */
  readonly isAmongUs?: true;
  /** A plain message soon after it may be a reply to the person who did it. */
  readonly takesReply?: true;
  /** News of the request offers it to these readers, as long as it's possible. */
  readonly isNextFor?: readonly Relation[];
}

export function defineEvent<const Name extends string, Input extends z.ZodType>(
  definition: EventDefinition<Name, Input>,
): EventDefinition<Name, Input> {
  return definition;
}

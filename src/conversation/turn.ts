import type { Directory } from '../directory/directory';
import type { Identity } from '../directory/recognise';
import type { Actor, Place } from './message';

/** One message or press on its way through: who, where, and which card was pressed. */
export interface Turn {
  readonly actor: Actor;
  readonly place: Place;
  readonly cardActivityId: string | null;
  /** Who that is in the directory; asked at most once a turn, and only when somebody needs to know. */
  readonly identify: () => Promise<Identity>;
}

export function createTurn(
  directory: Directory,
  actor: Actor,
  place: Place,
  cardActivityId: string | null,
): Turn {
  let identity: Promise<Identity> | undefined;
  return { actor, place, cardActivityId, identify: () => (identity ??= directory.recognise(actor)) };
}

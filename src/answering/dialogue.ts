import type { Reply } from './reply';

/**
 * What a 1:1 conversation remembers so that a follow-up of three words is understood. Short-lived: it ages out, and a
 * message about a vulnerability is never put into it.
 */

/** One earlier message of the person and what it was understood to be about. */
export interface Turn {
  readonly text: string;
  readonly topic: string;
  readonly atMs: number;
}

export interface Dialogue {
  /** Oldest first, at most {@link MAX_TURNS}. */
  readonly turns: readonly Turn[];
  /** What the last reply offered to choose from. */
  readonly offered: readonly string[];
}

export const MAX_TURNS = 6;
export const EMPTY_DIALOGUE: Dialogue = { turns: [], offered: [] };

/** Understands one message in its dialogue. Never throws for what a person may write: the worst is `unclear`. */
export interface Answerer {
  understand(text: string, dialogue: Dialogue): Promise<Reply>;
}

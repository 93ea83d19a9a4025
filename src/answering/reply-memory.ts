/**
 * Replies to what was asked before: understanding and drawing them again gives the same. What they were found without
 * looking at does not count: a question that stands for itself is known again after whatever else was said.
 * The key is a hash, so that no message is kept here; nothing is remembered of what must not be stored.
 */
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Dialogue } from './dialogue';
import type { Reply } from './reply';

/** A reply and the cards that are drawn from it take up to 20 KB. */
const KEPT_REPLIES = 300;

/** A message with all that its reply may depend on, but the time, which only the forgetting of turns does. */
export interface Said {
  readonly text: string;
  readonly dialogue: Dialogue;
  /** The programmes that were spoken of last, which every message is read with. */
  readonly carried: readonly string[];
}

export interface ReplyMemory {
  /** The very reply that was kept, so that what is drawn from it can be kept with it. */
  find(said: Said): Reply | undefined;
  /** `readTurns`: whether it was found by looking at what exactly was said before. */
  keep(said: Said, reply: Reply, readTurns: boolean): void;
}

export function createReplyMemory(): ReplyMemory {
  const kept = new LRUCache<string, Reply>({ max: KEPT_REPLIES });
  return {
    find: (said) => kept.get(keyOf(said, false)) ?? kept.get(keyOf(said, true)),
    keep(said, reply, readTurns) {
      // A request holds a customer's name, and its dates are those of the day.
      if (reply.confidential !== true && reply.kind !== 'intake') kept.set(keyOf(said, readTurns), reply);
    },
  };
}

function keyOf({ text, dialogue: { turns, offered, guide }, carried }: Said, withTurns: boolean): string {
  const before = withTurns ? turns.map((turn) => [turn.text, turn.topic, turn.told]) : null;
  return hash('sha256', JSON.stringify([text, carried, offered, guide, before]), 'base64url');
}

/** The same dialogue, and whether anybody has looked at its turns. */
export function watchTurns(dialogue: Dialogue): {
  readonly watched: Dialogue;
  readonly wereRead: () => boolean;
} {
  let wereRead = false;
  const { turns, offered, guide, answered, unsent } = dialogue;
  return {
    watched: {
      ...{ offered, guide, answered, unsent },
      get turns() {
        wereRead = true;
        return turns;
      },
    },
    wereRead: () => wereRead,
  };
}

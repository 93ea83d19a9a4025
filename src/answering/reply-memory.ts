/**
 * Replies to what was asked before, in the same state of a dialogue: understanding and drawing them again gives the same.
 * The key is a hash, so that no message is kept here; nothing is remembered of what must not be stored.
 */
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Dialogue } from './dialogue';
import type { Reply } from './reply';

/** A reply and the cards that are drawn from it take up to 20 KB. */
const KEPT_REPLIES = 300;

export interface ReplyMemory {
  /** The very reply that was kept, so that what is drawn from it can be kept with it. */
  find(text: string, dialogue: Dialogue): Reply | undefined;
  keep(text: string, dialogue: Dialogue, reply: Reply): void;
}

export function createReplyMemory(): ReplyMemory {
  const kept = new LRUCache<string, Reply>({ max: KEPT_REPLIES });
  return {
    find: (text, dialogue) => kept.get(keyOf(text, dialogue)),
    keep(text, dialogue, reply) {
      // A request holds a customer's name, and its dates are those of the day.
      if (reply.confidential !== true && reply.kind !== 'intake') kept.set(keyOf(text, dialogue), reply);
    },
  };
}

/** All that a reply depends on but the time, which only the forgetting of turns does. */
function keyOf(text: string, { turns, offered, guide }: Dialogue): string {
  const said = turns.map((turn) => [turn.text, turn.topic, turn.told]);
  return hash('sha256', JSON.stringify([text, said, offered, guide]), 'base64url');
}

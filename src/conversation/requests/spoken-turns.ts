/** Talk about requests and about what's open in a chat, and which part answers it. */
import { inPrivate } from '../channel/in-channel';
import type { DialogueMemory } from '../dialogue-memory';
import { isShared, type Outgoing } from '../message';
import type { Turn } from '../turn';
import type { Command } from '../typed/commands';
import type { SpokenCommand } from '../typed/spoken-commands';
import { NOTHING_MORE, type Deed } from '../typed/spoken-deeds';
import type { createDeeds } from './deeds';
import type { createDraftTalk } from './draft-talk';
import type { Lists } from './lists';
import type { RequestTalk } from './request-talk';
import type { StepOffers } from './step-offers';

export type SpokenTurn =
  Exclude<SpokenCommand, { readonly kind: 'praise' }> | Extract<Command, { kind: 'deed' | 'step' | 'which' }>;

interface SpokenParts {
  readonly memory: DialogueMemory;
  readonly talk: RequestTalk;
  readonly deeds: ReturnType<typeof createDeeds>;
  readonly steps: StepOffers;
  readonly drafts: ReturnType<typeof createDraftTalk>;
  readonly lists: Lists;
  readonly runInThread: (turn: Turn, deed: Deed) => Promise<readonly Outgoing[] | null>;
}

/** Null where the words mean something else there, or from this person. */
export async function answerSpoken(
  parts: SpokenParts,
  turn: Turn,
  command: SpokenTurn,
): Promise<readonly Outgoing[] | null> {
  if (isShared(turn.place)) return answerInShared(parts, turn, command);
  const { memory, talk, deeds, steps, drafts, lists } = parts;
  switch (command.kind) {
    case 'deed':
      return deeds.answer(turn, command);
    case 'step':
      return steps.offer(turn, command);
    case 'which': {
      const { verb } = command;
      const meant =
        verb === 'withdraw' ? ((await drafts.cancel(turn)) ?? (await deeds.offerOnly(turn, verb))) : null;
      return meant ?? lists.askWhich(turn, verb);
    }
    case 'dismiss':
    case 'start-over':
    case 'show-draft':
    case 'undo':
      return drafts.answer(turn, command);
    case 'what-now': {
      const { turns: said } = await memory.recall(turn.place);
      return said.length === 0 ? talk.answer(turn, { kind: 'my-open' }) : null;
    }
    default:
      return talk.answer(turn, command);
  }
}

async function answerInShared(
  { runInThread }: SpokenParts,
  turn: Turn,
  command: SpokenTurn,
): Promise<readonly Outgoing[] | null> {
  if (command.kind === 'deed') return runInThread(turn, command);
  if (command.kind !== 'which') return null;
  return (await runInThread(turn, { ...NOTHING_MORE, verb: command.verb })) ?? [inPrivate(turn)];
}

/** What people say about requests and about what's open in their chat, and who answers it. */
import type { ConversationDependencies } from '../dependencies';
import { createDialogueMemory } from '../dialogue-memory';
import { inPrivate } from '../channel/in-channel';
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

export function createSpokenTurns(
  deps: Pick<ConversationDependencies, 'store' | 'database' | 'clock' | 'dialogueLifeMs'>,
  turns: {
    readonly talk: RequestTalk;
    readonly deeds: ReturnType<typeof createDeeds>;
    readonly steps: StepOffers;
    readonly drafts: ReturnType<typeof createDraftTalk>;
    readonly lists: Lists;
    readonly runInThread: (turn: Turn, deed: Deed) => Promise<readonly Outgoing[] | null>;
  },
) {
  const { talk, deeds, steps, drafts, lists, runInThread } = turns;
  const memory = createDialogueMemory(deps);

  async function answerInShared(turn: Turn, command: SpokenTurn): Promise<readonly Outgoing[] | null> {
    if (command.kind === 'deed') return runInThread(turn, command);
    if (command.kind !== 'which') return null;
    return (await runInThread(turn, { ...NOTHING_MORE, verb: command.verb })) ?? [inPrivate(turn)];
  }

  return {
    /** Null where the words mean something else there, or from this person. */
    async answer(turn: Turn, command: SpokenTurn): Promise<readonly Outgoing[] | null> {
      if (isShared(turn.place)) return answerInShared(turn, command);
      switch (command.kind) {
        case 'deed':
          return deeds.answer(turn, command);
        case 'step':
          return steps.offer(turn, command);
        case 'which': {
          const isWithdrawal = command.verb === 'withdraw';
          const meant = isWithdrawal
            ? ((await drafts.cancel(turn)) ?? (await deeds.offerOnly(turn, command.verb)))
            : null;
          return meant ?? lists.askWhich(turn, command.verb);
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
    },
  };
}

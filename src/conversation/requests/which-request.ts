/**
 * Asks which of several requests is meant. Each is offered as the command that does it, and its number alone, as the next
 * message, does the same.
 */
import { MAX_TURNS } from '../../answering/dialogue';
import type { RequestView } from '../../engagement/reading/view';
import { findNumber, formatNumber, parseNumber } from '../../shared/request-number';
import { createDialogueMemory } from '../dialogue-memory';
import type { ConversationDependencies } from '../dependencies';
import type { Outgoing } from '../message';
import type { Turn } from '../turn';
import { parseCommand, type Command } from '../typed/commands';
import { readWords } from '../typed/message-words';
import { showNotice } from './outcomes';

const MOST_OFFERED = 5;

export type WhichRequest = ReturnType<typeof createWhichRequest>;

export function createWhichRequest(
  deps: Pick<ConversationDependencies, 'store' | 'database' | 'clock' | 'dialogueLifeMs'>,
) {
  const memory = createDialogueMemory(deps);
  const { clock } = deps;

  return {
    async ask(
      turn: Turn,
      question: string,
      requests: readonly RequestView[],
      toCommand: (number: string) => string,
    ): Promise<Outgoing> {
      const offers = requests.slice(0, MOST_OFFERED).map((request) => ({
        title: describe(request),
        text: toCommand(request.number),
      }));
      const dialogue = await memory.recall(turn.place);
      // As a message of its own, so that the question expires like any other.
      const asked = { text: '', topic: 'request-status', answerTitle: null, atMs: clock.nowMs() };
      const turns = [...dialogue.turns, asked].slice(-MAX_TURNS);
      await memory.save(turn.place, { ...dialogue, turns, offered: offers.map(({ text }) => text) });
      return showNotice({ tone: 'info', text: question, number: null, saysNext: true, offers }, turn.words);
    },

    /**
     * The command that was offered for the number that this message is, if that was the last thing asked; null for any
     * other command. Either way nothing is asked any more, and "yes" sends nothing that stands above it.
     */
    async resolve({ place }: Turn, text: string, command: Command): Promise<Command | null> {
      if (place.kind !== 'personal') return null;
      const dialogue = await memory.recall(place);
      const isAsked = dialogue.offered.some((offer) => findNumber(offer) !== undefined);
      const unsent = takesUnsent(command) ? dialogue.unsent : null;
      if (isAsked || unsent !== dialogue.unsent)
        await memory.save(place, { ...dialogue, unsent, ...(isAsked && { offered: [] }) });
      if (!isAsked) return null;
      if (command.kind !== 'request' || parseNumber(readWords(text)) === undefined) return null;
      const meant = dialogue.offered.find((offer) => formatNumber(findNumber(offer) ?? 0) === command.number);
      return meant === undefined ? null : parseCommand(meant);
    },
  };
}

/** Whether it sends what waits to be sent, see reply-offers.ts. */
function takesUnsent(command: Command): boolean {
  return command.kind === 'request' && (command.verb === 'note' || command.verb === 'answer');
}

function describe(request: RequestView): string {
  const { number, service, customer, partnerName, audience, isConfidential } = request;
  const isPartner = audience === 'requester' || audience === 'company';
  // The question stays as it is when somebody else gets the request.
  const named = isConfidential && !isPartner ? null : customer;
  return [number, service.name, named ?? (isPartner ? null : partnerName)]
    .filter((part) => part !== null)
    .join(' · ');
}

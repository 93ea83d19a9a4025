/**
 * Ratings of answers: by the client's own buttons, by ours if it has none, or typed. A comment is only kept if it
 * reports no vulnerability, and without addresses, links and long numbers. Because a sentence might still name a
 * customer, only people with access to the shell see comments, and they're deleted after a while.
 */
import { renderCard } from '../../../cards';
import type { Words } from '../../../cards/words/languages';
import type { Answerer } from '../../answering/dialogue';
import type { Database } from '../../db/database';
import type { Insights } from '../../insights/insights';
import type { ShownEntry } from '../../insights/store';
import { cleanText } from '../../shared/clean-text';
import type { Clock } from '../../shared/clock';
import { createDialogueMemory } from '../dialogue-memory';
import { isShared, type IncomingFeedback, type Outgoing, type Place } from '../message';
import { showNotice } from '../requests/outcomes';
import { nameFeedback } from '../channel/shared-cards';
import { refuseReport } from '../refuse-report';
import { send } from './replies';
import type { ConversationStore } from '../store';
import type { Turn } from '../turn';
import { cutStart } from '../../shared/cut';

/** The id for the latest answer of a 1:1 chat, for feedback that names no answer. */
const LATEST = 'latest';

export interface FeedbackDependencies {
  readonly answerer: Pick<Answerer, 'findReport'>;
  readonly insights: Insights;
  readonly database: Database;
  readonly store: ConversationStore;
  readonly clock: Clock;
  readonly dialogueLifeMs: number;
}

export type FeedbackTurns = ReturnType<typeof createFeedbackTurns>;

export function createFeedbackTurns(deps: FeedbackDependencies) {
  const { answerer, insights } = deps;
  const memory = createDialogueMemory(deps);

  /** The entries in the latest answer of this 1:1 chat. In other chats it's unclear whose question was answered. */
  async function findLatest(place: Place) {
    return place.kind === 'personal' ? (await memory.recall(place)).answered : [];
  }

  /** The reply instead of thanks: why the comment wasn't kept, or that the answer isn't known; otherwise null. */
  async function rate(
    { place, actor, words: say }: Turn,
    { activityId, liked, words }: IncomingFeedback,
  ): Promise<Outgoing | null> {
    const refusal = words === null ? null : await refuseReport(answerer, { text: words }, say);
    const kept = words === null || refusal !== null ? null : withoutContacts(words);
    const message = { conversationId: place.address.conversationId, activityId: activityId ?? LATEST };
    const shownEntries = activityId === null ? await findLatest(place) : undefined;
    const rated = await insights.rate(message, actor.userId, { liked, words: kept }, shownEntries);
    if (refusal !== null) return send(refusal);
    return rated === 'unknown' ? unknown(say) : null;
  }

  return {
    /** From the client's own buttons, which show thanks themselves. A reply is for this person only. */
    async fromClient(turn: Turn, feedback: IncomingFeedback): Promise<readonly Outgoing[]> {
      const refused = await rate(turn, feedback);
      return refused === null || turn.place.kind !== 'personal' ? [] : [refused];
    },

    async like(turn: Turn, answerId: string): Promise<readonly Outgoing[]> {
      const feedback = { activityId: answerId, liked: true, words: null };
      return [(await rate(turn, feedback)) ?? thanks(turn.words, 'send')];
    },

    async dislike(turn: Turn, answerId: string): Promise<readonly Outgoing[]> {
      const feedback = { activityId: answerId, liked: false, words: null };
      const card = renderCard('feedback', { step: 'disliked', answerId }, turn.words);
      const form = { ...send(card), stands: nameFeedback(answerId) };
      return [(await rate(turn, feedback)) ?? form];
    },

    async explain(turn: Turn, answerId: string, words: string | null): Promise<readonly Outgoing[]> {
      const feedback = { activityId: answerId, liked: false, words };
      const refused = await rate(turn, feedback);
      if (refused === null) return [thanks(turn.words, 'replace')];
      return [isShared(turn.place) ? refused : { ...refused, mode: 'replace' }];
    },

    async typed(turn: Turn, liked: boolean, words: string): Promise<readonly Outgoing[]> {
      const feedback = { activityId: null, liked, words: words || null };
      return [(await rate(turn, feedback)) ?? thanks(turn.words, 'send')];
    },

    /** `id`: the message's ID from now on. */
    remember: ({ address: { conversationId } }: Place, id: string, shownEntries: readonly ShownEntry[]) =>
      insights.rememberShownEntries({ conversationId, activityId: id }, shownEntries),
  };
}

function unknown(words: Words): Outgoing {
  const text = words.feedback.unknown;
  return showNotice({ tone: 'info', text, number: null, saysNext: true }, words);
}

function thanks(words: Words, mode: Outgoing['mode']): Outgoing {
  const text = words.feedback.thanks;
  return showNotice({ tone: 'done', text, number: null, saysNext: true }, words, mode);
}

/** Email addresses, links and long numbers can identify somebody, and nobody needs them to improve an answer. */
export function withoutContacts(words: string): string {
  return cutStart(cleanText(words), MOST_READ)
    .replace(/https?:\/\/\S{1,500}/gi, '[link]')
    .replace(/[^\s@]{1,100}@[^\s@]{1,100}/g, '[address]')
    .replace(/\+?\d[\d\s()/-]{5,30}\d/g, '[number]');
}

const MOST_READ = 2_000;

/**
 * Unanswered questions and unhelpful answers, for the people who own the knowledge: a queue's lead or an operator, in
 * 1:1 or in their queue's channel. Numbers only: comments may name a customer, so only the shell shows them
 * (feedback.ts says why).
 */
import { renderCard } from '../../../cards';
import { INSIGHTS_ROWS } from '../../../cards/insights';
import { createStatements } from '../../answering/replying/statements';
import type { Queue } from '../../directory/organisation';
import { mayLook } from '../../engagement/permissions';
import { relationsToQueue } from '../../engagement/relations';
import { summarise, type InsightsSummary } from '../../insights/summary';
import { createTitles } from '../../knowledge/model/titles';
import { createVersions } from '../../knowledge/model/versions';
import { isShared, type Outgoing, type Place } from '../message';
import { showNotice } from '../requests/outcomes';
import type { ConversationDependencies } from '../dependencies';
import { send } from './replies';
import type { Turn } from '../turn';

export type InsightsTurns = ReturnType<typeof createInsightsTurns>;

export function createInsightsTurns({
  content,
  insights,
  directory,
  outbox,
}: Pick<ConversationDependencies, 'content' | 'insights' | 'directory' | 'outbox'>) {
  const titles = createTitles(content);
  const findVersion = createVersions(content);
  const statements = createStatements(content);

  /** The queues that give somebody the right to read them. */
  async function listLed(turn: Turn): Promise<readonly Queue[]> {
    const [by, organisation] = [await turn.identify(), await directory.current()];
    return organisation.queues.filter(
      (queue) => mayLook(relationsToQueue(by, queue, organisation), 'read-insights') !== null,
    );
  }

  async function isChannelOf(queues: readonly Queue[], { address }: Place): Promise<boolean> {
    const channels = await Promise.all(
      queues.map(({ id }) => outbox.findAddress({ kind: 'queue', queueId: id })),
    );
    const here = channelOf(address.conversationId);
    return channels.some((channel) => channel !== undefined && channelOf(channel.conversationId) === here);
  }

  function draw({ disliked, unanswered, ...rest }: InsightsSummary, { words }: Turn): Outgoing {
    const shown = disliked.slice(0, INSIGHTS_ROWS);
    return send(
      renderCard(
        'insights',
        {
          ...rest,
          disliked: shown.map(({ entryId, likes, dislikes, versions }) => {
            const current = findVersion(entryId);
            return {
              title: titles.get(entryId) ?? entryId,
              ask: statements.suggest([entryId], 1)[0] ?? null,
              likes,
              dislikes,
              since: current === undefined ? 'gone' : versions.includes(current) ? null : 'changed',
            };
          }),
          moreDisliked: disliked.length - shown.length,
          unanswered: unanswered.slice(0, INSIGHTS_ROWS).map(({ kind, topic, count }) => ({
            kind,
            title: kind === 'unclear' ? null : (titles.get(topic) ?? topic),
            count,
          })),
          moreUnanswered: Math.max(0, unanswered.length - INSIGHTS_ROWS),
        },
        words,
      ),
    );
  }

  return {
    mayRead: async (turn: Turn): Promise<boolean> => (await listLed(turn)).length > 0,

    /** Null for people who may not read them: then "insights" is a question like any other. */
    async show(turn: Turn): Promise<Outgoing | null> {
      const led = await listLed(turn);
      if (led.length === 0) return null;
      if (isShared(turn.place) && !(await isChannelOf(led, turn.place)))
        return showNotice({ tone: 'refused', text: turn.words.insights.notHere, number: null }, turn.words);
      return draw(summarise(await insights.report()), turn);
    },
  };
}

/** A thread is its channel's. */
function channelOf(conversationId: string): string {
  return conversationId.split(';')[0] ?? conversationId;
}

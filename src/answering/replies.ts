import type { Content } from '../knowledge/content';
import type { Unit } from '../knowledge/search/examples';
import type { Ranking } from '../knowledge/search/search';
import type { RequestDraft, Reply, Suggestion } from './reply';
import type { Statements } from './statements';

/** Below these a candidate is not good enough to speak for the bot. Chosen on the asks by cross-validation. */
const ENOUGH = {
  byMeaning: { probability: 0.2, likeness: 0.3 },
  byWords: { probability: 0.35, likeness: 0.34 },
};
const MAX_OPTIONS = 3;
const MAX_SUGGESTIONS = 3;

const NOTHING_SAID: RequestDraft = {
  serviceId: null,
  customer: null,
  solutionAreaId: null,
  role: null,
  person: null,
  wantedBy: null,
  note: null,
};

/** What to reply once it is known what a message may be about. */
export interface Replies {
  decide(text: string, rankings: readonly Ranking[], number: string | null): Reply;
  answerTopic(topic: string): Reply;
  say(kind: 'greeting' | 'help' | 'thanks' | 'unclear'): Reply;
}

export function createReplies(content: Content, statements: Statements): Replies {
  const notCovered = new Map(content.notCovered.map((item) => [item.id, item]));
  const rules = new Map(content.rules.map((rule) => [rule.id, rule]));
  const intents = new Set(content.intents.map(({ id }) => id));

  const suggestAfter = (id: string, others: readonly string[]): Suggestion[] =>
    statements.suggest(
      [...new Set([...statements.listRelated(id), ...others])].filter((other) => other !== id),
      MAX_SUGGESTIONS,
    );

  const replyWithIntent = (id: string, number: string | null): Reply => {
    switch (id) {
      case 'greeting':
      case 'help':
      case 'thanks':
        return { kind: id, topic: id };
      case 'request-status':
        return { kind: 'status', topic: id, number };
      case 'talk-to-human':
        return { kind: 'person', topic: id, role: null };
      case 'my-pdm':
        return { kind: 'person', topic: 'unknown-detail', role: 'PDM' };
      case 'my-pts':
        return { kind: 'person', topic: 'unknown-detail', role: 'PTS' };
      case 'request-engagement':
        return {
          kind: 'intake',
          topic: id,
          draft: NOTHING_SAID,
          eligibility: { eligible: true, reason: 'ok-desk-service', rule: null, door: null, explanation: '' },
        };
      default:
        return { kind: 'unclear', topic: 'unclear' };
    }
  };

  const replyWith = (unit: Unit, others: readonly string[], number: string | null): Reply => {
    if (intents.has(unit.id)) return replyWithIntent(unit.id, number);
    const gap = notCovered.get(unit.id);
    if (gap !== undefined)
      return {
        kind: 'not-covered',
        topic: gap.topic,
        answer: gap.answer,
        nearest: gap.nearest === undefined ? null : (statements.find(gap.nearest) ?? null),
        door: statements.findDoor(gap.door),
        next: [],
      };
    const statement = statements.find(unit.id);
    if (statement === undefined) return { kind: 'unclear', topic: 'unclear' };
    const next = suggestAfter(unit.id, others);
    const rule = rules.get(unit.id);
    if (rule === undefined) return { kind: 'answer', topic: unit.topic, statements: [statement], next };
    return {
      kind: 'verdict',
      topic: unit.topic,
      verdict: rule.side === 'is' ? 'in' : 'out',
      rule: statements.findRule(rule.id) ?? null,
      statement,
      next,
    };
  };

  const findUnit = (topic: string): string | undefined =>
    [...content.entries, ...content.rules].find((item) => item.id === topic || item.topic === topic)?.id;

  return {
    say: (kind) => ({ kind, topic: kind }),
    answerTopic(topic) {
      const id = findUnit(topic);
      return id === undefined
        ? { kind: 'unclear', topic: 'unclear' }
        : replyWith({ id, topic, programme: null, asks: [] }, [], null);
    },
    decide(_text, rankings, number) {
      const [ranking] = rankings;
      const [best, ...others] = ranking?.candidates ?? [];
      if (ranking === undefined || best === undefined) return { kind: 'unclear', topic: 'unclear' };
      const enough = ranking.byMeaning ? ENOUGH.byMeaning : ENOUGH.byWords;
      const near = others.filter(({ probability }) => probability > 0.05).map(({ unit }) => unit.id);
      if (best.likeness < enough.likeness) return { kind: 'unclear', topic: 'unclear' };
      if (best.probability < enough.probability) {
        const options = statements.suggest([best.unit.id, ...near], MAX_OPTIONS);
        if (options.length > 1)
          return { kind: 'choices', topic: best.topic, question: 'Which of these do you mean?', options };
      }
      return replyWith(best.unit, near, number);
    },
  };
}

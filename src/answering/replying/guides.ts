/**
 * Guides in a conversation: which message opens one, which message answers the open step, and what is shown. The table
 * and its words belong to src/knowledge/; a guide only remembers its answers.
 */
import { LRUCache } from 'lru-cache';
import type { Content } from '../../knowledge/model/content';
import { decide, type GuideAnswers } from '../../knowledge/guides/decide';
import { UNKNOWN, type Guide, type GuideRow } from '../../knowledge/guides/guide';
import { createAnswersReader } from '../../knowledge/guides/read-answers';
import { toWords } from '../../knowledge/search/words';
import { isQuestion } from '../reading/clauses';
import type { Dialogue, OpenGuide } from '../dialogue';
import type { GuideView, Reply, Suggestion } from '../reply';
import { createStatements } from './statements';
import { asksYesOrNo } from '../reading/verdict-question';

export interface Guides {
  /** What a message does to a guide: it opens one by name, or answers the one that is open. Null for all others. */
  read(text: string, dialogue: Dialogue): GuideView | null;
  /** The same reply, with a guide below it or among the suggestions if that helps. */
  follow(text: string, reply: Reply): Reply;
  /** What is shown of a guide with these answers; null where the content has no such guide. Unknown ids are dropped. */
  show(open: OpenGuide): GuideView | null;
}

/** If a message says this much about a case, the guide starts at once. Otherwise it's only offered. */
const TELLS_A_CASE = 2;
const MAX_SUGGESTIONS = 3;
const KEPT_VIEWS = 200;
const LONGEST_LATE_ANSWER = 4;
const BACK = /^(?:go |one step |step )*back[.!]?$/i;
const AGAIN = /^(?:start|begin|try) (?:again|over|anew)[.!]?$|^restart[.!]?$/i;

export function createGuides(content: Content): Guides {
  const statements = createStatements(content);
  const readers = new Map(content.guides.map((guide) => [guide.id, createAnswersReader(guide)]));
  const opened = new Map(
    content.guides.flatMap((guide) => guide.opens.map((words) => [toKey(words), guide] as const)),
  );
  const topicOf = new Map([...content.entries, ...content.rules].map(({ id, topic }) => [id, topic]));
  const topicsOf = (guide: Guide): string[] => [
    guide.topic,
    ...guide.offeredBy.map((id) => topicOf.get(id) ?? id),
  ];

  const readAnswers = (guide: Guide, text: string): GuideAnswers => readers.get(guide.id)?.read(text) ?? {};

  /** Evaluating a table takes a while, and most questions are about a few cases. */
  const seen = new LRUCache<string, GuideView>({ max: KEPT_VIEWS });
  const view = (guide: Guide, given: GuideAnswers): GuideView | null => {
    const answers = keepKnown(guide, given);
    const key = JSON.stringify([guide.id, answers]);
    const known = seen.get(key) ?? workOut(guide, answers);
    if (known !== null) seen.set(key, known);
    return known;
  };

  const workOut = (guide: Guide, answers: GuideAnswers): GuideView | null => {
    const next = decide(guide, answers);
    if (next === undefined) return null;
    const { id, topic, title, unknown } = guide;
    return {
      ...{ id, topic, title, answers },
      known: Object.entries(answers).flatMap(([stepId, optionId]) => {
        const step = guide.steps.find((one) => one.id === stepId);
        const answer = step?.options.find((option) => option.id === optionId)?.title ?? unknown.title;
        return step === undefined ? [] : [{ name: step.name, answer }];
      }),
      next:
        'row' in next
          ? showResult(guide, next.row)
          : {
              kind: 'step',
              stepId: next.step.id,
              question: next.step.question,
              options: [
                ...next.step.options.map((option) => ({ id: option.id, title: option.title })),
                { id: UNKNOWN, title: unknown.title },
              ],
            },
    };
  };

  const showResult = (guide: Guide, row: GuideRow): GuideView['next'] => ({
    kind: 'result',
    statement: {
      id: guide.id,
      topic: guide.topic,
      title: row.title,
      programme: null,
      answer: row.answer,
      details: [],
      flag: guide.flag ?? null,
      goodToKnow: statements.showFacts(row.goodToKnow),
      provenance: {
        ...statements.cite(guide.source),
        ...{ owner: guide.owner, verified: guide.verified, reviewBy: guide.reviewBy },
      },
      door: statements.findDoor(row.door),
    },
    points: Object.entries(row.points).map(([name, text]) => ({ name, text })),
  });

  const resume = (text: string, { id, answers }: OpenGuide): GuideView | null => {
    const guide = content.guides.find((one) => one.id === id);
    if (guide === undefined) return null;
    if (AGAIN.test(text.trim())) return view(guide, {});
    if (BACK.test(text.trim())) return view(guide, withoutLast(answers));
    const next = decide(guide, answers);
    if (next === undefined || 'row' in next) return null;
    const said = readers.get(id)?.readReply(text, next.step.id) ?? null;
    return said === null ? null : view(guide, { ...answers, ...said });
  };

  return {
    show({ id, answers }) {
      const guide = content.guides.find((one) => one.id === id);
      return guide === undefined ? null : view(guide, answers);
    },

    read(text, dialogue) {
      const { guide: open } = dialogue;
      const guide = opened.get(toKey(text));
      if (guide === undefined) return open === null || !mayAnswer(text, open) ? null : resume(text, open);
      // The button under an answer opens it: what was asked there is the case.
      const last = dialogue.turns.at(-1);
      const before = last !== undefined && topicsOf(guide).includes(last.topic) ? last.text : '';
      return view(guide, readAnswers(guide, before));
    },

    follow(text, reply) {
      if (reply.kind !== 'answer' || reply.statements.length > 1) return reply;
      const guide = content.guides.find((one) => topicsOf(one).includes(reply.topic));
      if (guide === undefined) return reply;
      const answers = readAnswers(guide, text);
      const isCase = Object.keys(answers).length >= TELLS_A_CASE && !asksYesOrNo(text);
      const shown = reply.topic === guide.topic || isCase ? view(guide, answers) : null;
      if (shown !== null) return { ...reply, next: [], guide: shown };
      const { id, topic, offer, opens } = guide;
      const known = keepKnown(guide, answers);
      const suggestion: Suggestion = {
        ...{ topic, title: offer, text: opens[0] ?? guide.title },
        ...{ shows: id, answers: known },
      };
      return {
        ...reply,
        next: [suggestion, ...reply.next].slice(0, MAX_SUGGESTIONS),
        offersGuide: { id, answers: known },
      };
    },
  };
}

/** After a message about something else, only a few words without a question are an answer. */
function mayAnswer(text: string, { asides = 0 }: OpenGuide): boolean {
  return asides === 0 || (toWords(text).length <= LONGEST_LATE_ANSWER && !isQuestion(text));
}

/** Without the answer that was given last, by a press, in words, or with the message that opened it. */
export function withoutLast(answers: GuideAnswers): GuideAnswers {
  return Object.fromEntries(Object.entries(answers).slice(0, -1));
}

function keepKnown({ steps }: Guide, answers: GuideAnswers): GuideAnswers {
  return Object.fromEntries(
    Object.entries(answers).filter(([stepId, optionId]) => {
      const options = steps.find(({ id }) => id === stepId)?.options;
      return options !== undefined && (optionId === UNKNOWN || options.some(({ id }) => id === optionId));
    }),
  );
}

function toKey(text: string): string {
  return toWords(text).join(' ');
}

/**
 * Turns a request into the question behind it: "I want the desk to migrate the file servers" asks whether the desk
 * migrates file servers. Questions find the rules, and a request only looks like a question without the words that ask
 * to arrange it.
 */
import type { Content } from '../../knowledge/model/content';
import { createPhrases } from '../../knowledge/search/phrases';
import { createProgrammeNames } from '../../knowledge/search/programme-names';

export interface TaskReader {
  /** The task, without who should do it and without the words that ask for it. */
  findTask(sentence: string): string;
  /** The question whether the programme of that name does it. */
  ask(programme: string, sentence: string): string;
}

/** Words before a task that say nothing about it, in addition to the content's request phrases. */
const LEAD =
  /^(?:[\s,:;.–-]+|(?:to|for us|a|an|the|involved|and|then|it|with|from|hi|hello|ok|so|could you|can you|would you|i|we|i'd like|we'd like|would like|need|let|have|us|me|send)\b)/iu;

/** Stands where a programme was named. */
const MARK = '\u0000';
const ORDER = new RegExp(`${MARK}\\s*(?:to|should|must)\\b`, 'iu');

export function createTaskReader(content: Pick<Content, 'programmes' | 'cues'>): TaskReader {
  const names = createProgrammeNames(content);
  const phrases = createPhrases(
    [...content.cues.requestPhrases, ...content.cues.wishPhrases].map((phrase) => [phrase, true] as const),
  );

  const findLead = (text: string): number => {
    const lead = LEAD.exec(text)?.[0].length ?? 0;
    if (lead > 0) return lead;
    const [phrase] = phrases.find(text.slice(0, 40));
    return phrase?.from === 0 ? phrase.to : 0;
  };

  /** "I don't need advice, I want TPD to write the app": what follows the name is the task. */
  const findOrder = (sentence: string): string => {
    const [, order] = names.replace(sentence, MARK).split(ORDER);
    return order ?? sentence;
  };

  const findTask = (sentence: string): string => {
    let task = names.remove(findOrder(sentence)).replace(/\s+/gu, ' ').trim();
    for (let lead = findLead(task); lead > 0; lead = findLead(task)) task = task.slice(lead);
    return task;
  };
  return { findTask, ask: (programme, sentence) => `can ${programme} ${findTask(sentence)}` };
}

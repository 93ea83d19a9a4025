/**
 * Replaces "yes" if a message asks for more than its need, such as somebody on site when only remote help is offered. The
 * words and what each door says to them are in content/cues.yaml.
 */
import type { Content } from '../../knowledge/model/content';
import { createPhrases } from '../../knowledge/search/phrases';
import { findPlainQuestion } from '../reading/verdict-question';
import type { Reply, Statement } from '../reply';
import { createDoorFinder } from './find-door';

export function createLimits(content: Content): (text: string, reply: Reply) => Reply {
  const findDoor = createDoorFinder(content);
  const limits = content.cues.limits.map(({ words, ...says }) => ({
    ...says,
    phrases: createPhrases(words.map((phrase) => [phrase, true] as const)),
  }));
  return (text, reply) => {
    const limit = limits.find(({ phrases }) => phrases.find(text).length > 0);
    const door = findDoor(reply);
    if (limit === undefined || door.kind !== 'door') return reply;
    const isAlternative = findPlainQuestion(text)?.isAlternative === true;
    const add = (statement: Statement): Statement => {
      const stated = limit.statedBy[statement.id ?? ''];
      if (stated !== undefined) return isAlternative ? statement : { ...statement, yesOrNo: stated };
      const word = limit.doors[door.id];
      return word === undefined ? statement : { ...statement, yesOrNo: word };
    };
    switch (reply.kind) {
      case 'answer': {
        const [first, ...others] = reply.statements;
        // Without a "yes" in front, there's nothing to take back.
        const isMeant = first !== undefined && (first.yesOrNo === 'yes' || limit.statedBy[first.id ?? '']);
        return isMeant ? { ...reply, statements: [add(first), ...others] } : reply;
      }
      case 'verdict':
        return reply.verdict === 'in' ? { ...reply, statement: add(reply.statement) } : reply;
      case 'need':
        return reply.verdict === 'out' ? reply : { ...reply, statement: add(reply.statement) };
      default:
        return reply;
    }
  };
}

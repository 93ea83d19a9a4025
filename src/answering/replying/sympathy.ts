/**
 * Half a sentence for people who report an outage or are upset. It stands before the answer and changes nothing in it; the
 * words that call for it, and the sentence, are in content/cues.yaml.
 */
import type { Content } from '../../knowledge/model/content';
import { createPhrases } from '../../knowledge/search/phrases';
import type { Reply, Statement } from '../reply';
import { createDoorFinder } from './find-door';

export function createSympathy(content: Content): (text: string, reply: Reply) => Reply {
  const findDoor = createDoorFinder(content);
  const kinds = content.cues.sympathy.map(({ words, say, doors }) => ({
    say,
    doors,
    phrases: createPhrases(words.map((phrase) => [phrase, true] as const)),
  }));
  return (text, reply) => {
    // A report of a vulnerability gets its door and nothing else.
    if (reply.confidential === true) return reply;
    const door = findDoor(reply);
    const leadsTo = (doors: readonly string[]) =>
      doors.length === 0 || (door.kind === 'door' && doors.includes(door.id));
    const found = kinds.find(({ phrases, doors }) => leadsTo(doors) && phrases.find(text).length > 0);
    return found === undefined ? reply : withSympathy(reply, found.say);
  };
}

function withSympathy(reply: Reply, sympathy: string): Reply {
  const add = (statement: Statement): Statement => ({ ...statement, sympathy });
  switch (reply.kind) {
    case 'answer': {
      const [first, ...others] = reply.statements;
      return first === undefined ? reply : { ...reply, statements: [add(first), ...others] };
    }
    case 'verdict':
    case 'need':
      return { ...reply, statement: add(reply.statement) };
    default:
      return reply;
  }
}

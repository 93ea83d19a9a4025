/**
 * Half a sentence for people who report an outage or are upset. It precedes the answer and changes nothing in it. A message
 * that isn't understood otherwise gets the entry for its kind, so that an outage finds its door even by words alone. The
 * words, the sentences and the entries are in content/cues.yaml.
 */
import type { Content } from '../../knowledge/model/content';
import { createPhrases } from '../../knowledge/search/phrases';
import type { Reply, Statement } from '../reply';
import { createDoorFinder } from './find-door';

/** Finds the entry for what a text reports as broken; undefined if it reports nothing. */
export function createOutageFinder({ cues }: Pick<Content, 'cues'>): (text: string) => string | undefined {
  const phrases = createPhrases(
    cues.sympathy.flatMap(({ words, entry }) =>
      entry === undefined ? [] : words.map((phrase) => [phrase, entry] as const),
    ),
  );
  return (text) => phrases.find(text)[0]?.value;
}

export function createSympathy(
  content: Content,
  show: (entry: string) => Reply | null,
): (text: string, reply: Reply) => Reply {
  const findDoor = createDoorFinder(content);
  const findOutage = createOutageFinder(content);
  const kinds = content.cues.sympathy.map(({ words, say, doors }) => ({
    say,
    doors,
    phrases: createPhrases(words.map((phrase) => [phrase, true] as const)),
  }));
  return (text, reply) => {
    // A report of a vulnerability gets its door and nothing else.
    if (reply.confidential === true) return reply;
    const called = kinds.filter(({ phrases }) => phrases.find(text).length > 0);
    const entry = findOutage(text);
    const answer = (reply.kind === 'unclear' && entry !== undefined ? show(entry) : null) ?? reply;
    const door = findDoor(answer);
    const found = called.find(
      ({ doors }) => doors.length === 0 || (door.kind === 'door' && doors.includes(door.id)),
    );
    return found === undefined ? answer : withSympathy(answer, found.say);
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

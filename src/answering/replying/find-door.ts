import type { Content } from '../../knowledge/model/content';
import type { Reply } from '../reply';

/** Where a reply sends the person: a door of the content, or what the bot does itself. */
export type ReplyDoor =
  { readonly kind: 'door'; readonly id: string } | { readonly kind: 'asks' | 'not-covered' | 'bot' };

/** The door of a reply. An answer without a door has its programme's. */
export function createDoorFinder({
  entries,
  rules,
  programmes,
  notCovered,
  cues,
}: Content): (reply: Reply) => ReplyDoor {
  const gaps = new Set(notCovered.map(({ topic }) => topic));
  const programmeDoors = new Map(programmes.map(({ id, door }) => [id, door]));
  const ownDoors = new Map<string, string | undefined>(
    [...entries, ...rules].map(({ id, door, programme }) => [
      id,
      door ?? programmeDoors.get(programme ?? ''),
    ]),
  );
  const at = (id: string | null | undefined): ReplyDoor =>
    id === null || id === undefined ? { kind: 'bot' } : { kind: 'door', id };

  return (reply) => {
    switch (reply.kind) {
      case 'need':
      case 'verdict':
        return at(reply.statement.door?.id);
      case 'answer': {
        const [first] = reply.statements;
        if (gaps.has(first?.topic ?? '')) return { kind: 'not-covered' };
        return at(first?.door?.id ?? ownDoors.get(first?.id ?? ''));
      }
      case 'intake':
        return at(reply.eligibility.door?.id);
      case 'guide':
        return reply.guide.next.kind === 'step' ? { kind: 'asks' } : at(reply.guide.next.statement.door?.id);
      case 'choices':
        return { kind: 'asks' };
      case 'not-covered':
        return { kind: 'not-covered' };
      case 'person':
        return at(cues.humanDoor);
      case 'status':
      case 'greeting':
      case 'help':
      case 'privacy':
      case 'thanks':
      case 'unclear':
        return { kind: 'bot' };
    }
  };
}

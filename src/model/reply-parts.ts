import type { Reply } from '../answering/reply';

/** The curated texts that a reply says, starting with the one that was asked about first. */
export function listAnswers(reply: Reply): readonly string[] {
  switch (reply.kind) {
    case 'answer':
      return reply.statements.map(({ answer }) => answer);
    case 'verdict':
    case 'need':
      return [reply.statement.answer];
    case 'not-covered':
      return [reply.answer];
    default:
      return [];
  }
}

/** The IDs of the content that a reply says. */
export function listIds(reply: Reply): readonly string[] {
  switch (reply.kind) {
    case 'answer':
      return reply.statements.flatMap(({ id }) => id ?? []);
    case 'verdict':
      return [reply.statement.id ?? reply.topic];
    case 'need':
      return [reply.needId];
    case 'not-covered':
      return [reply.gapId];
    default:
      return [reply.topic];
  }
}

/** Two requests never count as the same, because their fields may differ. */
export function isSameReply(one: Reply, other: Reply): boolean {
  return (
    one.kind === other.kind &&
    one.kind !== 'intake' &&
    JSON.stringify(listIds(one)) === JSON.stringify(listIds(other))
  );
}

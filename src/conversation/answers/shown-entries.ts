/** The entries in a reply, for ratings, and what it couldn't answer, for the owners of the content. */
import type { Reply, Statement } from '../../answering/reply';
import type { ShownEntry, Unanswered } from '../../insights/store';
import type { FindVersion } from '../../knowledge/model/versions';

/** Each entry once, the one that was asked for first; empty for replies that say nothing of the content. */
export function listShownEntries(reply: Reply, findVersion: FindVersion): readonly ShownEntry[] {
  const ids = [...new Set(listIds(reply))];
  return ids.flatMap((entryId) => {
    const version = findVersion(entryId);
    return version === undefined ? [] : [{ entryId, version }];
  });
}

function listIds(reply: Reply): readonly string[] {
  switch (reply.kind) {
    case 'answer':
      return reply.statements.flatMap(({ id }) => id ?? []);
    case 'verdict':
    case 'need':
      return idOf(reply.statement);
    case 'guide':
      return reply.guide.next.kind === 'result' ? idOf(reply.guide.next.statement) : [];
    case 'not-covered':
      return [reply.gapId];
    case 'choices':
    case 'intake':
    case 'status':
    case 'person':
    case 'greeting':
    case 'help':
    case 'privacy':
    case 'thanks':
    case 'unclear':
      return [];
  }
}

function idOf({ id }: Statement): readonly string[] {
  return id === undefined ? [] : [id];
}

/** Null for what was answered. What may be about a vulnerability is never counted. */
export function findUnanswered(reply: Reply): Unanswered | null {
  if (reply.confidential === true) return null;
  switch (reply.kind) {
    case 'not-covered':
      return { kind: 'not-covered', topic: reply.gapId };
    case 'unclear':
      return { kind: 'unclear', topic: reply.topic };
    case 'verdict':
      return reply.verdict === 'not-stated'
        ? { kind: 'not-stated', topic: reply.statement.programme ?? reply.topic }
        : null;
    default:
      return null;
  }
}

import type { Reply, Statement } from '../answering/reply';

/** A reply as plain text: what a person reads, the asked-for fact first. */
export function flattenReply(reply: Reply): string {
  return [reply.notice, ...linesOf(reply)].filter((line) => line !== undefined && line !== '').join('\n');
}

function linesOf(reply: Reply): (string | undefined)[] {
  switch (reply.kind) {
    case 'answer':
      return reply.statements.flatMap(showStatement);
    case 'verdict':
      return showStatement(reply.statement);
    case 'choices':
      return [reply.question, ...reply.options.map((option) => `- ${option.title}`)];
    case 'not-covered':
      return [
        reply.answer,
        reply.nearest?.answer,
        reply.door === null ? undefined : `${reply.door.name}: ${reply.door.how}`,
      ];
    case 'intake': {
      const { draft, eligibility } = reply;
      const slots = [draft.serviceId, draft.customer, draft.solutionAreaId, draft.role].filter(
        (slot) => slot !== null,
      );
      return [
        eligibility.explanation,
        eligibility.eligible ? `Request: ${slots.join(', ')}` : undefined,
        eligibility.door === null ? undefined : `${eligibility.door.name}: ${eligibility.door.how}`,
      ];
    }
    case 'status':
      return ['You have no request here.'];
    case 'person':
      return ['A person can help: ask your Partner Development Manager or Partner Technology Strategist.'];
    case 'scope':
    case 'faq':
    case 'greeting':
    case 'help':
    case 'thanks':
    case 'unclear':
      return [`(${reply.kind})`];
  }
}

function showStatement(statement: Statement): (string | undefined)[] {
  return [
    statement.title,
    statement.answer,
    ...statement.details.slice(0, 2),
    statement.flag ?? undefined,
    statement.door === null ? undefined : `${statement.door.name}: ${statement.door.how}`,
  ];
}

import type { RouteFact, RouteReason } from '../../src/engagement/request';
import type { Words } from '../words/languages';

/** Why a request is in its queue, in the reader's language and without a full stop. */
export function describeRoute(
  { because, ruleId }: { readonly because: RouteReason; readonly ruleId: string },
  words: Words,
): string {
  const { says, facts, away } = because;
  const { routing, language } = words;
  const template = says === null ? sayWithoutRule(ruleId, facts, words) : (says[language] ?? says.en);
  const reason = template.replace(/\{(\w+)\}/g, (_, name: RouteFact) => facts[name] ?? routing.missing[name]);
  return away === null ? reason : routing.away(reason, away.person, away.backup);
}

function sayWithoutRule(ruleId: string, { person }: RouteReason['facts'], { routing }: Words): string {
  if (ruleId === 'moved' && person !== undefined) return routing.moved(person);
  return ruleId === 'queue-closed' ? routing.queueClosed : routing.unknown;
}

import type { Words } from '../../../cards/words/languages';
import type { Offer, Reply, Statement } from '../../answering/reply';
import type { Content } from '../../knowledge/model/content';

/** What may be done next, beside what the reply itself offers to ask: a request of it, or the lists it went by. */
export function offerAfter(
  reply: Extract<Reply, { kind: 'answer' | 'verdict' }>,
  content: Content,
  words: Words,
): readonly Offer[] {
  if (reply.kind === 'verdict') {
    const { verdict, statement, next } = reply;
    return verdict === 'in'
      ? offerRequest(statement, next, content, words)
      : [...next, ...findLists(statement, content, words)];
  }
  const [first] = reply.statements;
  // After a "no", a button that requests the very thing would take it back.
  if (first === undefined || first.yesOrNo === 'no') return reply.next;
  return offerRequest(first, reply.next, content, words);
}

/**
 * Where its door takes requests. Of a service that is the likeliest and first, and its form is filled in; elsewhere it
 * comes last.
 */
function offerRequest(
  { door, title }: Statement,
  next: readonly Offer[],
  { programmes, services }: Content,
  { person }: Words,
): readonly Offer[] {
  const ways = programmes.filter(({ motion }) => motion === 'sell-with' || motion === 'build-with');
  if (!ways.some((way) => way.door === door?.id)) return next;
  const service = services.find(({ name, stored }) => stored && title.includes(name));
  if (service === undefined) return [...next, { title: person.request, text: person.request }];
  return [{ title: person.request, text: person.requestFor(service.name) }, ...next];
}

/** Where no list states whether something is in scope, or one rules it out: the lists themselves. */
function findLists(statement: Statement, { programmes, rules }: Content, { scope }: Words): readonly Offer[] {
  const programme = programmes.find(({ shortName }) => shortName === statement.programme);
  if (programme === undefined || !rules.some((rule) => rule.programme === programme.id)) return [];
  const { shortName } = programme;
  return [{ title: scope.other(shortName), text: scope.ask(shortName) }];
}

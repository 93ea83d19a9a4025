import type { Words } from '../../../cards/words/languages';
import type { Offer, Reply, Statement } from '../../answering/reply';
import type { Content } from '../../knowledge/model/content';

/** Next steps in addition to the reply's own suggestions: a request, or the lists that decided. */
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
  // After a "no", a button that requests the same thing would contradict it.
  if (first === undefined || first.yesOrNo === 'no') return reply.next;
  return offerRequest(first, reply.next, content, words);
}

/**
 * If its door takes requests. For a service this is the likeliest step, so it comes first, with the form filled in.
 * Otherwise it comes last.
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

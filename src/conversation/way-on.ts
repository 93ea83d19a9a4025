import type { Words } from '../../cards/words/languages';
import type { Statement, Suggestion } from '../answering/reply';
import type { Content } from '../knowledge/content';

type Next = Pick<Suggestion, 'title' | 'text'>;

/**
 * What one may want to do after an answer, beside asking on: request it, where its door takes requests. Of a service
 * that is the likeliest and first, and its form is filled in; elsewhere it comes last.
 */
export function offerRequest(
  statement: Statement,
  next: readonly Next[],
  content: Content,
  words: Words,
): Next[] {
  const ways = content.programmes.filter(({ motion }) => motion === 'sell-with' || motion === 'build-with');
  if (!ways.some(({ door }) => door === statement.door?.id)) return [...next];
  const service = content.services.find(({ name, stored }) => stored && statement.title.includes(name));
  if (service === undefined) return [...next, { title: words.person.request, text: 'Request an engagement' }];
  return [{ title: words.person.request, text: `request ${service.name}` }, ...next];
}

/** Where no list states whether something is in scope, or one rules it out: the lists themselves. */
export function offerLists(
  statement: Statement,
  next: readonly Next[],
  content: Content,
  words: Words,
): Next[] {
  const programme = content.programmes.find(({ shortName }) => shortName === statement.programme);
  if (programme === undefined || !content.rules.some((rule) => rule.programme === programme.id))
    return [...next];
  const { shortName } = programme;
  return [...next, { title: words.scope.other(shortName), text: `What is and isn't ${shortName}?` }];
}

import type { Content } from '../../knowledge/model/content';

/**
 * What a message asks for that is word for word what a suggestion says. A card that was posted before its buttons
 * carried ids sends those words, and gives the same as the id would.
 */
export function createOffers(
  content: Pick<Content, 'entries' | 'rules' | 'terms' | 'starters'>,
): (text: string) => string | undefined {
  const { entries, rules, terms, starters } = content;
  const named = [
    ...entries.map(({ id, title }) => [title, id] as const),
    ...[...entries, ...rules, ...terms].flatMap(({ id, asks: [ask] }) =>
      ask === undefined ? [] : [[ask, id] as const],
    ),
    ...starters.flatMap(({ text, shows }) => (shows === undefined ? [] : [[text, shows] as const])),
  ];
  const ids = new Map<string, string | undefined>();
  for (const [text, id] of named) {
    // Words that two suggestions share name neither of them.
    const isShared = ids.has(text) && ids.get(text) !== id;
    ids.set(text, isShared ? undefined : id);
  }
  return (text) => ids.get(text);
}

import { content } from './shared';

const names = [
  ...content.programmes.flatMap(({ name, shortName, aliases }) => [name, shortName, ...aliases]),
  ...content.services.map(({ name }) => name),
  ...content.terms.flatMap(({ term, expansion }) => [term, expansion ?? term]),
  ...Object.values(content.wording.roles).flatMap(({ short, name }) => [short, name]),
];

/** Matches words that only our own content may use. They'd be wrong for another organisation. */
export const OUR_WORDS = new RegExp(
  `(?<![\\w-])(?:${[...new Set(names)].map((name) => name.replace(/[^\w\s]/g, '\\$&')).join('|')})(?![\\w-])`,
  'i',
);

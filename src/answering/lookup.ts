/**
 * Looks things up by their words while somebody types: for a list to pick from, not for an answer. So it only compares
 * words, accepts beginnings of words and small mistakes, and needs no model and no waiting. The rest of answering/
 * finds out what a message *means*.
 */
import { LRUCache } from 'lru-cache';
import MiniSearch from 'minisearch';
import { createStatements } from './replying/statements';
import type { Statement } from './reply';
import type { Content } from '../knowledge/model/content';
import { cutStart } from '../shared/cut';

/** One thing to pick. `id` is that of its entry, rule or term. */
export interface Found {
  readonly id: string;
  readonly kind: 'entry' | 'rule' | 'term';
  readonly statement: Statement;
  /** For a rule: which list it stands on, and how it reads there. */
  readonly listed: { readonly side: 'is' | 'is-not'; readonly line: string } | null;
}

export interface PageOf {
  readonly skip: number;
  readonly count: number;
}

export interface Lookup {
  /** The likeliest first. Without words: what most people look for, the programmes and then the entries. */
  find(words: string, page: PageOf): readonly Found[];
  /** By id; undefined when the content holds none. */
  read(id: string): Found | undefined;
  /** Makes its index a few items at a time, so that turns go on meanwhile and the first word typed does not wait for it. */
  prepare(): Promise<void>;
}

const LONGEST_QUERY = 200;
/** Longer words aren't corrected. */
const LONGEST_WORD = 24;
const KEPT_QUERIES = 300;
/** Items that are indexed in one go: a few milliseconds of work. */
const PREPARED_AT_ONCE = 10;

export function createLookup(content: Content): Lookup {
  const statements = createStatements(content);
  const programmes = new Map(content.programmes.map((programme) => [programme.id, programme]));
  const overviews = new Set(content.programmes.map(({ overview }) => overview));

  const items = [
    ...[...content.entries].sort((a, b) => Number(overviews.has(b.id)) - Number(overviews.has(a.id))),
    ...content.terms,
    ...content.rules,
  ];
  const found = new Map<string, Found>();
  for (const item of items) {
    const statement = statements.find(item.id);
    if (statement === undefined) continue;
    const kind = 'side' in item ? 'rule' : 'meaning' in item ? 'term' : 'entry';
    const listed = 'side' in item ? { side: item.side, line: item.listed ?? item.text } : null;
    found.set(item.id, { id: item.id, kind, statement, listed });
  }

  const documents = items.map((item) => {
    const programme = 'programme' in item && item.programme !== null ? programmes.get(item.programme) : null;
    const names = programme ? [programme.name, programme.shortName, ...programme.aliases] : [];
    const { title = '', answer = '' } = found.get(item.id)?.statement ?? {};
    const translated = content.translations.flatMap(({ texts }) => texts.get(title) ?? []);
    const expansion = 'expansion' in item ? (item.expansion ?? '') : '';
    return {
      id: item.id,
      title: `${title} ${expansion}`,
      translated: translated.join(' '),
      names: names.join(' '),
      answer,
      asks: item.asks.join(' '),
    };
  });

  /** If somebody searches before it's ready, it's built at once. */
  let made: MiniSearch<Record<string, string>> | undefined;
  const makeAtOnce = () => {
    const index = createIndex();
    index.addAll(documents);
    return index;
  };

  /** People type the same beginnings, and paging repeats the same words. */
  const recent = new LRUCache<string, readonly Found[]>({ max: KEPT_QUERIES });
  const search = (query: string): readonly Found[] => {
    const index = (made ??= makeAtOnce());
    // Items with all of the words if there are any; otherwise items with some of them.
    const all = index.search(query, { combineWith: 'AND' });
    const hits = all.length > 0 ? all : index.search(query);
    return hits.flatMap(({ id }) => found.get(id as string) ?? []);
  };

  return {
    find(words, { skip, count }) {
      const query = cutStart(words.trim(), LONGEST_QUERY);
      if (query === '') return [...found.values()].slice(skip, skip + count);
      const hits = recent.get(query) ?? search(query);
      recent.set(query, hits);
      return hits.slice(skip, skip + count);
    },
    read: (id) => found.get(id),
    async prepare() {
      const index = createIndex();
      await index.addAllAsync(documents, { chunkSize: PREPARED_AT_ONCE });
      made ??= index;
    },
  };
}

function createIndex(): MiniSearch<Record<string, string>> {
  return new MiniSearch<Record<string, string>>({
    fields: ['title', 'translated', 'names', 'answer', 'asks'],
    searchOptions: {
      boost: { title: 4, translated: 4, names: 3, answer: 1, asks: 0.5 },
      prefix: true,
      // A long word of nonsense would be compared with everything.
      fuzzy: (term) => (term.length > 4 && term.length <= LONGEST_WORD ? 0.2 : false),
      maxFuzzy: 2,
    },
  });
}

import type { Content, Fact, Term } from '../../knowledge/model/content';
import type { DoorView, RuleView, Statement, Suggestion } from '../reply';

/** Builds what is shown from the content: nothing here adds a word of its own to a curated text. */
export interface Statements {
  /** The statement of an entry, a rule or a term; undefined for any other id. */
  find(id: string): Statement | undefined;
  findRule(id: string): RuleView | undefined;
  findDoor(id: string | undefined): DoorView | null;
  cite(sourceId: string): { readonly source: string; readonly sourceUrl: string | null };
  showFacts(facts: readonly Fact[]): Statement['goodToKnow'];
  /** Things to ask next, as buttons: at most `limit`, the given units without the ones that nobody asks for. */
  suggest(ids: readonly string[], limit: number): Suggestion[];
  /** What usually goes with a statement. */
  listRelated(id: string): readonly string[];
}

export function createStatements(content: Content): Statements {
  const doors = new Map(content.doors.map((door) => [door.id, door]));
  const sources = new Map(content.sources.map((source) => [source.id, source]));
  const programmes = new Map(content.programmes.map((programme) => [programme.id, programme]));
  const entries = new Map(content.entries.map((entry) => [entry.id, entry]));
  const rules = new Map(content.rules.map((rule) => [rule.id, rule]));
  const terms = new Map(content.terms.map((term) => [term.id, term]));

  const findDoor = (id: string | undefined): DoorView | null => {
    const door = id === undefined ? undefined : doors.get(id);
    return door === undefined ? null : { id: door.id, name: door.name, how: door.how, in: door.in };
  };
  const nameProgramme = (id: string | null): string | null =>
    id === null ? null : (programmes.get(id)?.shortName ?? null);
  const cite = (id: string): { source: string; sourceUrl: string | null } => {
    const source = sources.get(id);
    return { source: source?.title ?? id, sourceUrl: source?.url ?? null };
  };
  const showFacts = (facts: readonly Fact[]): Statement['goodToKnow'] =>
    facts.map(({ text, source }) => ({ text, ...cite(source) }));

  const find = (id: string): Statement | undefined => {
    const entry = entries.get(id);
    if (entry !== undefined)
      return {
        id,
        topic: entry.topic,
        title: entry.title,
        programme: nameProgramme(entry.programme),
        answer: entry.answer,
        details: entry.details,
        flag: entry.flag ?? null,
        goodToKnow: showFacts(entry.goodToKnow),
        provenance: { ...cite(entry.source), ...pickProvenance(entry) },
        // The answer is the way there itself.
        door: doors.get(entry.door ?? '')?.entry === id ? null : findDoor(entry.door),
      };
    const rule = rules.get(id);
    if (rule !== undefined)
      return {
        id,
        topic: rule.topic,
        title: rule.text,
        programme: nameProgramme(rule.programme),
        answer: rule.answer,
        details: rule.explanation === undefined ? [] : [rule.explanation],
        flag: rule.flag ?? null,
        goodToKnow: showFacts(rule.goodToKnow),
        provenance: { ...cite(rule.source), ...pickProvenance(rule) },
        door: findDoor(rule.door),
      };
    const term = terms.get(id);
    if (term === undefined) return undefined;
    return {
      id,
      topic: term.topic,
      title: term.term,
      programme: null,
      answer: sayTerm(term, term.meaning),
      details: [],
      flag: null,
      goodToKnow: [],
      provenance: null,
      door: null,
    };
  };

  const asksOf = new Map(
    [...content.entries, ...content.rules, ...content.terms].map(({ id, asks }) => [id, asks]),
  );
  return {
    find,
    findDoor,
    cite,
    showFacts,
    findRule: (id) => {
      const rule = rules.get(id);
      if (rule === undefined) return undefined;
      return { id, programme: nameProgramme(rule.programme) ?? rule.programme, text: rule.text };
    },
    suggest: (ids, limit) =>
      ids
        .flatMap((id) => {
          const statement = find(id);
          const ask = asksOf.get(id)?.[0];
          if (statement === undefined || ask === undefined) return [];
          const title = rules.get(id)?.question ?? statement.title;
          return [{ topic: statement.topic, title, text: ask, shows: id }];
        })
        .slice(0, limit),
    listRelated: (id) => entries.get(id)?.related ?? [],
  };
}

/** The term, what it's short for, and what it means, in words of no language. */
export function sayTerm({ term, expansion }: Pick<Term, 'term' | 'expansion'>, meaning: string): string {
  return expansion === undefined ? `**${term}**: ${meaning}` : `**${term}**: ${expansion}. ${meaning}`;
}

/** The title of what a rule rules out, where it stands without its list. */
export function sayExcluded(outOfScope: string, title: string): string {
  return `${outOfScope}: ${title}`;
}

function pickProvenance(item: {
  owner: string;
  verified: string;
  reviewBy: string;
}): Pick<NonNullable<Statement['provenance']>, 'owner' | 'verified' | 'reviewBy'> {
  return { owner: item.owner, verified: item.verified, reviewBy: item.reviewBy };
}

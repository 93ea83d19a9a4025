import type { ContentProblem } from '../model/content-error';
import { findRow, listCases } from '../guides/decide';
import { UNKNOWN } from '../guides/guide';
import type { Located } from '../load/read-records';
import type { Needs, Situations } from './need';

type Values = Readonly<Record<string, string>>;
/** The IDs in the rest of the content that rows may name, by kind. */
export interface KnownIds {
  readonly answers: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
  readonly doors: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
}

/** The facets in the form of a guide's steps, because both use the same kind of table. */
export function toSteps({ facets }: Pick<Needs, 'facets'>) {
  return facets.map(({ id, options }) => ({ id, options: options.map((option) => ({ id: option })) }));
}

/**
 * Finds what's wrong with the table and the situations: unknown names, combinations without a row, unreachable rows.
 */
export function checkNeeds(
  needs: Located<Needs>,
  situations: readonly Located<Situations>[],
  known: KnownIds,
): ContentProblem[] {
  const { rows, cues, facets, followUps } = needs.value;
  const at = (path: readonly PropertyKey[], message: string): ContentProblem => ({
    file: needs.file,
    line: needs.lineOf(path),
    message,
  });
  const valuesOf = new Map(facets.map(({ id, options }) => [id, new Set([...options, UNKNOWN])]));
  const findUnknown = (values: Readonly<Record<string, string | readonly string[]>>): string[] =>
    Object.entries(values).flatMap(([facet, value]) => {
      const options = valuesOf.get(facet);
      if (options === undefined) return [`there is no facet "${facet}"`];
      return [value]
        .flat()
        .filter((one) => !options.has(one))
        .map((one) => `facet "${facet}" has no "${one}"`);
    });

  const names = rows.flatMap((row, index) => {
    const path = ['rows', index] as const;
    const references = [
      ['entry', row.entry, known.answers],
      ['topic', row.topic, known.topics],
      ['door', row.door, known.doors],
      ['service', row.service, known.services],
      ...row.rules.map((rule) => ['rules', rule, known.answers] as const),
    ] as const;
    return [
      ...findUnknown(row.when).map((message) => at([...path, 'when'], `when: ${message}`)),
      ...row.options.flatMap(({ means }, option) =>
        findUnknown(means).map((message) => at([...path, 'options', option], `means: ${message}`)),
      ),
      ...references.flatMap(([field, id, ids]) =>
        id === undefined || ids.has(id)
          ? []
          : [at([...path, field], `${field}: "${id}" doesn't exist in the content`)],
      ),
      ...(rows.findIndex(({ id }) => id === row.id) === index
        ? []
        : [at([...path, 'id'], `id: "${row.id}" is used twice`)]),
    ];
  });
  const cueIds = new Set(cues.map(({ id }) => id));
  const cueProblems = cues.flatMap(({ not }, index) =>
    not === undefined || cueIds.has(not)
      ? []
      : [at(['cues', index, 'not'], `not: the cue "${not}" doesn't exist`)],
  );
  const situationProblems = situations.flatMap(({ value, file, lineOf }) =>
    findUnknown(value.values).map((message) => ({ file, line: lineOf([]), message })),
  );
  const followUpProblems = followUps.flatMap(({ means }, index) =>
    findUnknown(means).map((message) => at(['followUps', index, 'means'], `means: ${message}`)),
  );
  const found = [...names, ...cueProblems, ...followUpProblems, ...situationProblems];
  return found.length > 0 ? found : checkTable(needs.value, at);
}

function checkTable(
  { facets, rows }: Needs,
  at: (path: readonly PropertyKey[], message: string) => ContentProblem,
): ContentProblem[] {
  const cases = listCases({ steps: toSteps({ facets }), rows });
  const reached = new Set(cases.map((one) => findRow(rows, one)));
  const gap = cases.find((one) => findRow(rows, one) === undefined);
  return [
    ...(gap === undefined ? [] : [at(['rows'], `no row matches ${describe(gap)}`)]),
    ...rows.flatMap((row, index) =>
      reached.has(row)
        ? []
        : [at(['rows', index], `"${row.id}" is never reached: earlier rows match all its cases`)],
    ),
  ];
}

function describe(values: Values): string {
  return Object.entries(values)
    .map(([facet, value]) => `${facet}: ${value}`)
    .join(', ');
}

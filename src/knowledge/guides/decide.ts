import { UNKNOWN } from './guide';

/**
 * The known part of a case: for each answered step its option, or {@link UNKNOWN}. Keys are in the order of answering.
 */
export type GuideAnswers = Readonly<Record<string, string>>;

/** The parts of a guide that decide the result. */
export interface Decision<Step extends DecisionStep = DecisionStep, Row extends DecisionRow = DecisionRow> {
  readonly steps: readonly Step[];
  readonly rows: readonly Row[];
}

interface DecisionStep {
  readonly id: string;
  readonly options: readonly { readonly id: string }[];
}

interface DecisionRow {
  readonly when: Readonly<Record<string, readonly string[]>>;
}

/** Finds the first row that fits these answers. An unanswered step fits only a row that doesn't name it. */
export function findRow<Row extends DecisionRow>(
  rows: readonly Row[],
  answers: GuideAnswers,
): Row | undefined {
  return rows.find(({ when }) =>
    Object.entries(when).every(([step, options]) => options.includes(answers[step] ?? '')),
  );
}

/** Lists every combination of these answers with possible answers to the open steps. */
export function listCases({ steps }: Decision, answers: GuideAnswers = {}): GuideAnswers[] {
  return steps.reduce<GuideAnswers[]>(
    (cases, { id, options }) => {
      const given = answers[id];
      const values = given === undefined ? [...options.map((option) => option.id), UNKNOWN] : [given];
      return cases.flatMap((one) => values.map((value) => ({ ...one, [id]: value })));
    },
    [{}],
  );
}

/**
 * Returns the row if all open steps lead to the same one. Otherwise it returns the first open step whose answer can
 * still change the result. It's undefined only for a table with gaps, which is never loaded.
 */
export function decide<Step extends DecisionStep, Row extends DecisionRow>(
  guide: Decision<Step, Row>,
  answers: GuideAnswers,
): { readonly row: Row } | { readonly step: Step } | undefined {
  const cases = listCases(guide, answers).map((one) => ({ one, row: findRow(guide.rows, one) }));
  const [row, ...others] = new Set(cases.map((found) => found.row));
  if (row === undefined) return undefined;
  if (others.length === 0) return { row };
  const step = guide.steps.find(({ id }) => {
    const rowsByRest = new Map<string, Set<Row | undefined>>();
    for (const found of cases) {
      const rest = JSON.stringify({ ...found.one, [id]: null });
      rowsByRest.set(rest, (rowsByRest.get(rest) ?? new Set()).add(found.row));
    }
    return [...rowsByRest.values()].some(({ size }) => size > 1);
  });
  return step && { step };
}

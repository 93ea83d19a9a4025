import type { ContentProblem } from '../model/content-error';
import type { Located } from '../load/read-records';
import { toWords } from '../search/words';
import { decide, findRow, listCases, type GuideAnswers } from './decide';
import { UNKNOWN, type AuthoredGuide, type AuthoredGuideRow } from './guide';
import { createAnswersReader } from './read-answers';

/** A guide with more combinations than this would be a questionnaire. */
const MOST_CASES = 5_000;
const GAPS_NAMED = 3;

/** Finds what's wrong with a guide's table: unknown names, gaps, unreachable rows, and examples that lead elsewhere. */
export function checkGuide(guide: Located<AuthoredGuide>): ContentProblem[] {
  const names = [...findRepeatedIds(guide), ...findSharedPhrases(guide), ...findUnknownNames(guide)];
  if (names.length > 0) return names;
  const count = guide.value.steps.reduce((product, { options }) => product * (options.length + 1), 1);
  if (count > MOST_CASES)
    return [
      at(guide, ['steps'], `has ${count} combinations, the limit is ${MOST_CASES}: remove steps or options`),
    ];
  const table = [...findGaps(guide), ...findUnreached(guide)];
  return table.length > 0 ? table : [...findIdleSteps(guide), ...checkExamples(guide)];
}

/** Returns the row that these messages lead to, and the answers that they gave. */
export function followExample(
  guide: AuthoredGuide,
  messages: readonly string[],
): { readonly row: AuthoredGuideRow | undefined; readonly answers: GuideAnswers } {
  const reader = createAnswersReader(guide);
  const [first = '', ...replies] = messages;
  let answers = reader.read(first);
  for (const reply of replies) {
    const next = decide(guide, answers);
    if (next === undefined || 'row' in next) break;
    answers = { ...answers, ...reader.readReply(reply, next.step.id) };
  }
  const end = decide(guide, answers);
  return { row: end !== undefined && 'row' in end ? end.row : undefined, answers };
}

function findRepeatedIds(guide: Located<AuthoredGuide>): ContentProblem[] {
  const lists = [
    { path: ['steps'], items: guide.value.steps },
    { path: ['rows'], items: guide.value.rows },
    ...guide.value.steps.map(({ options }, index) => ({ path: ['steps', index, 'options'], items: options })),
  ];
  return lists.flatMap(({ path, items }) =>
    items.flatMap(({ id }, index) =>
      items.findIndex((other) => other.id === id) === index
        ? []
        : [at(guide, [...path, index, 'id'], `id: "${id}" is used twice`)],
    ),
  );
}

/** A phrase that answers one step in two ways would count as neither. */
function findSharedPhrases(guide: Located<AuthoredGuide>): ContentProblem[] {
  return guide.value.steps.flatMap(({ options }, step) => {
    const firstBy = new Map<string, string>();
    return options.flatMap(({ id, words, short }, option) =>
      [...words.map((word) => ['words', word] as const), ...short.map((word) => ['short', word] as const)]
        .filter(([, phrase]) => {
          const key = toWords(phrase).join(' ');
          const first = firstBy.get(key) ?? id;
          firstBy.set(key, first);
          return first !== id;
        })
        .map(([field, phrase]) =>
          at(
            guide,
            ['steps', step, 'options', option, field],
            `${field}: "${phrase}" already belongs to another answer`,
          ),
        ),
    );
  });
}

function findUnknownNames(guide: Located<AuthoredGuide>): ContentProblem[] {
  const optionsByStep = new Map(
    guide.value.steps.map(({ id, options }) => [id, [...options.map((option) => option.id), UNKNOWN]]),
  );
  return guide.value.rows.flatMap(({ when }, row) =>
    Object.entries(when).flatMap(([step, options]) => {
      const path = ['rows', row, 'when', step];
      const known = optionsByStep.get(step);
      if (known === undefined) return [at(guide, path, `when: the step "${step}" doesn't exist`)];
      return options
        .filter((option) => !known.includes(option))
        .map((option) => at(guide, path, `when: step "${step}" has no option "${option}"`));
    }),
  );
}

function findGaps(guide: Located<AuthoredGuide>): ContentProblem[] {
  const gaps = listCases(guide.value).filter((one) => findRow(guide.value.rows, one) === undefined);
  const rest = gaps.length - GAPS_NAMED;
  return gaps
    .slice(0, GAPS_NAMED)
    .map((gap, index) =>
      at(
        guide,
        ['rows'],
        `no row matches ${describe(gap)}${index === GAPS_NAMED - 1 && rest > 0 ? ` (and ${rest} more)` : ''}`,
      ),
    );
}

function findUnreached(guide: Located<AuthoredGuide>): ContentProblem[] {
  const { rows } = guide.value;
  const reached = new Set(listCases(guide.value).map((one) => findRow(rows, one)));
  return rows.flatMap((row, index) =>
    reached.has(row)
      ? []
      : [at(guide, ['rows', index], `"${row.id}" is never reached: earlier rows match all its cases`)],
  );
}

function findIdleSteps(guide: Located<AuthoredGuide>): ContentProblem[] {
  return guide.value.steps.flatMap(({ id }, index) => {
    const isAsked = listCases(guide.value).some((one) => {
      const rest = Object.fromEntries(Object.entries(one).filter(([step]) => step !== id));
      const next = decide(guide.value, rest);
      return next !== undefined && 'step' in next;
    });
    return isAsked
      ? []
      : [at(guide, ['steps', index], `"${id}" is never asked: its answer never changes the result`)];
  });
}

function checkExamples(guide: Located<AuthoredGuide>): ContentProblem[] {
  return guide.value.rows.flatMap((row, index) => {
    const { row: found, answers } = followExample(guide.value, row.example);
    if (found === row) return [];
    const where = found === undefined ? `stops at ${describe(answers)},` : `leads to "${found.id}",`;
    return [at(guide, ['rows', index, 'example'], `example: ${where} not to "${row.id}"`)];
  });
}

function describe(answers: GuideAnswers): string {
  return (
    Object.entries(answers)
      .map(([step, option]) => `${step}: ${option}`)
      .join(', ') || 'nothing known'
  );
}

function at(guide: Located<unknown>, path: readonly PropertyKey[], message: string): ContentProblem {
  return { file: guide.file, line: guide.lineOf(path), message };
}

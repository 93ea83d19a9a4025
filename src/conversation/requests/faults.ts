/** Describes what was wrong with a person's input, in the reader's language. */
import type { Words } from '../../../cards/words/languages';
import type { UnclearDate } from '../../answering/reply';
import type { InputProblem } from '../../engagement/events/input';
import type { FaultKind } from '../../shared/fault';

export function describeProblems(problems: readonly InputProblem[], words: Words): string {
  return words.outcomes.invalid(problems.map((problem) => `${describeProblem(problem, words)}.`));
}

/** What was wrong with one field, of an input or of a card, as a sentence without its end. */
export function describeProblem({ field, message }: InputProblem, words: Words): string {
  const { faults } = words;
  return faults.sentence(nameField(field, faults.fields), sayFault(message, words));
}

/** A fault as the end of a sentence; what a schema said by itself is only "cannot be used". */
export function sayFault(message: string, { faults }: Words): string {
  const [kind = '', bound = ''] = message.split(':');
  if (kind === 'longer-than') return faults.longerThan(Number(bound));
  if (kind === 'too-many-requests') return faults.tooManyRequests(Number(bound));
  if (kind === 'reopened-too-often') return faults.reopenedTooOften(Number(bound));
  if (kind === 'several-people' && bound !== '') return faults.severalPeople(bound);
  if (kind === 'not-from-zero-to') return faults.notFromZeroTo(Number(bound));
  if (kind === 'below' || kind === 'above') return faults[kind](Number(bound));
  if (kind === 'before' || kind === 'after') return faults[kind](bound);
  return Object.hasOwn(faults.kinds, kind) ? faults.kinds[kind as FaultKind] : faults.kinds.unusable;
}

/** What is unclear about a date that somebody wrote. */
export function describeUnclearDate({ said, why }: UnclearDate, { intake }: Words): string {
  return why === 'past' ? intake.dateHasPassed(said) : intake.dateIsAmbiguous(said);
}

function nameField(field: string, names: Words['faults']['fields']): string {
  return Object.hasOwn(names, field) ? names[field as keyof typeof names] : names.other;
}

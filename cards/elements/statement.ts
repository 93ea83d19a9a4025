import type { DoorView, Provenance, Statement } from '../../src/answering/reply';
import type { CardElement } from '../define-card';
import type { Words } from '../words/en';
import { box, fold } from './layout';
import { note, text } from './text';

/** What a statement says, with "yes" or "no" in front where that was asked. */
export function sayAnswer(statement: Statement, words: Words): string {
  const { answer, yesOrNo, sympathy } = statement;
  return yesOrNo === undefined
    ? sayPlainly(statement)
    : sayPlainly({ sympathy, answer: `**${words.yesOrNo[yesOrNo]}.** ${answer}` });
}

/** The same without "yes" or "no", which is elsewhere on the card. */
export function sayPlainly({
  sympathy,
  answer,
}: {
  readonly sympathy?: string | undefined;
  readonly answer: string;
}): string {
  return sympathy === undefined ? answer : `${sympathy} ${answer}`;
}

/** A door in the reader's language, where the content has it. */
export function readDoor(door: DoorView, { language }: Words): Pick<DoorView, 'name' | 'how'> {
  return door.in?.[language] ?? door;
}

/** Where something belongs, and what the person does there. */
export function doorBox(
  door: DoorView | null,
  words: Words,
  heading = words.statement.whereToGo,
): CardElement | null {
  if (!door) return null;
  const { name, how } = readDoor(door, words);
  return box(
    [
      text(heading, { size: 'Small', subtle: true }),
      text(name, { bolder: true, spacing: 'None' }),
      text(how, { spacing: 'None' }),
    ],
    { style: 'emphasis', spacing: 'Medium' },
  );
}

/** Source, owner and date of the answer, and whose translation it is, on one quiet line. */
export function sourceLine(
  {
    provenance = null,
    translatedBy,
  }: { readonly provenance?: Provenance | null; readonly translatedBy?: string | undefined },
  words: Words,
): CardElement | null {
  const parts = [
    ...(provenance ? describeSource(provenance, words) : []),
    ...(translatedBy === undefined ? [] : [translatedBy]),
  ];
  return parts.length === 0 ? null : note(parts.join(' · '), { spacing: 'Medium' });
}

function describeSource(
  { source, sourceUrl, owner, verified }: Provenance,
  { statement }: Pick<Words, 'statement'>,
): readonly string[] {
  return [
    statement.source(linked(source, sourceUrl)),
    statement.owner(owner),
    statement.verified(...splitVerified(verified)),
  ];
}

/** "2026-11-23, from the owner's document" as its date and what the text was checked against. */
function splitVerified(verified: string): [date: string, against: string] {
  const [date = verified, ...against] = verified.split(', ');
  return [date, against.join(', ')];
}

/** How certain the organisation is, if it said so. */
export function flagLine(flag: string | null): CardElement | null {
  return flag === null ? null : text(`⚑ ${flag}`, { size: 'Small', bolder: true, spacing: 'Small' });
}

/** What follows from a statement, folded: details, and public facts with their own sources. */
export function statementFolds(
  statement: Statement,
  id: string,
  words: Words,
): readonly (CardElement | null)[] {
  return [
    statement.details.length === 0
      ? null
      : fold(
          `${id}-details`,
          words.statement.details,
          statement.details.map((paragraph) => text(paragraph, { spacing: 'Small' })),
          words,
        ),
    statement.goodToKnow.length === 0
      ? null
      : fold(
          `${id}-good-to-know`,
          words.statement.goodToKnow,
          statement.goodToKnow.flatMap((fact) => [
            text(fact.text, { spacing: 'Small' }),
            note(words.statement.source(linked(fact.source, fact.sourceUrl)), { spacing: 'None' }),
          ]),
          words,
        ),
  ];
}

function linked(name: string, url: string | null): string {
  return url === null ? name : `[${name}](${url})`;
}

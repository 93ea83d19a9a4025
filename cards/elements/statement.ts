import type { DoorView, Provenance, Statement } from '../../src/answering/reply';
import type { CardElement } from '../define-card';
import { box, fold } from './layout';
import { note, text } from './text';

/** Where something belongs, and what the person does there. */
export function doorBox(door: DoorView | null, heading = 'Where to go'): CardElement | null {
  if (!door) return null;
  return box(
    [
      text(heading, { size: 'Small', subtle: true }),
      text(door.name, { bolder: true, spacing: 'None' }),
      text(door.how, { spacing: 'None' }),
    ],
    { style: 'emphasis', spacing: 'Medium' },
  );
}

/** Source, owner and date of what was said, on one quiet line. */
export function sourceLine(provenance: Provenance | null): CardElement | null {
  if (!provenance) return null;
  const parts = [
    `Source: ${linked(provenance.source, provenance.sourceUrl)}`,
    `Owner: ${provenance.owner}`,
    `Verified: ${provenance.verified}`,
  ];
  return note(parts.join(' · '), { spacing: 'Medium' });
}

/** How sure the organisation is, where it said so. */
export function flagLine(flag: string | null): CardElement | null {
  return flag === null ? null : text(`⚑ ${flag}`, { size: 'Small', bolder: true, spacing: 'Small' });
}

/** What follows from a statement, folded: details, and public facts with their own sources. */
export function statementFolds(statement: Statement, id: string): readonly (CardElement | null)[] {
  return [
    statement.details.length === 0
      ? null
      : fold(
          `${id}-details`,
          'Details',
          statement.details.map((paragraph) => text(paragraph, { spacing: 'Small' })),
        ),
    statement.goodToKnow.length === 0
      ? null
      : fold(
          `${id}-good-to-know`,
          'Good to know',
          statement.goodToKnow.flatMap((fact) => [
            text(fact.text, { spacing: 'Small' }),
            note(`Source: ${linked(fact.source, fact.sourceUrl)}`, { spacing: 'None' }),
          ]),
        ),
  ];
}

function linked(name: string, url: string | null): string {
  return url === null ? name : `[${name}](${url})`;
}

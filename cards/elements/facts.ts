import type { CardElement } from '../define-card';
import { text } from './text';

export interface Fact {
  readonly name: string;
  /** Drawn as it is: `plain(...)` for what a person wrote. */
  readonly value: CardElement | null;
}

/** Named values in two columns that line up from row to row. A fact without a value is left out. */
export function facts(rows: readonly Fact[]): readonly CardElement[] {
  return rows
    .filter((row): row is Fact & { value: CardElement } => row.value !== null)
    .map((row, index) => ({
      type: 'ColumnSet',
      spacing: index === 0 ? 'Medium' : 'Small',
      columns: [
        { type: 'Column', width: '108px', items: [text(row.name, { subtle: true })] },
        { type: 'Column', width: 'stretch', items: [row.value] },
      ],
    }));
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markFormula, unmarkFormula } from '../../../src/shared/csv/formula-mark';
import { writeCsv } from '../../../src/shared/csv/write';

describe('a cell that a spreadsheet would run', () => {
  it.each([
    ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '\u00A0=1', '\tx', '\rx'],
    ...['＝1+1', '＋1', '－1', '＠SUM', '﹢1', '−1', '﹣1', '﬩1'],
    ...[
      '\u200B=1',
      '\uFEFF=1',
      '\u2060\u200B =1',
      '\u00AD=1',
      '\u202E=1',
      '\u3164=1',
      '\u0000=1',
      '\u200B＝1',
      "'=1",
    ],
  ])('is text after an apostrophe: %j', (text) => {
    expect(markFormula(text).startsWith("'")).toBe(true);
    expect(unmarkFormula(markFormula(text))).toBe(text);
  });

  it.each([';', ',', '\t', '\n'])(
    'has none behind %j either, where another language splits it',
    (separator) => {
      expect(markFormula(`Fabrikam${separator} \u200B=1`)).toBe(`Fabrikam${separator}' \u200B=1`);
    },
  );

  it.each(['Contoso', 'a=b', 'E-Mail', 'x@y.com', "O'Brien", "'quoted'", '7-11', '', 'a; b, c'])(
    'is not %j',
    (text) => {
      expect(markFormula(text)).toBe(text);
      expect(unmarkFormula(text)).toBe(text);
    },
  );

  it('gives back every text', () => {
    const part = fc.constantFrom(...Array.from("='+-@＝ \t\r\n;,\u200B\uFEFF"), 'a', "''", 'ü');
    const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (given) => {
        expect(unmarkFormula(markFormula(given))).toBe(given);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('written CSV', () => {
  it('begins with a byte order mark, ends its lines as RFC 4180 does, and quotes what any language splits', () => {
    const rows = [['=1', 'a;b', 'a\tb', 'say "x"', 7, null, 'Łódź']];
    expect(writeCsv(['a', 'b', 'c', 'd', 'e', 'f', 'g'], rows)).toBe(
      '\uFEFFa,b,c,d,e,f,g\r\n\'=1,"a;b","a\tb","say ""x""",7,,Łódź\r\n',
    );
    expect(writeCsv(['a', 'b'], [['1', 'x']], ';')).toBe('\uFEFFa;b\r\n1;x\r\n');
  });
});

/** Tries patterns (JSON on stdin: [name, source, flags]) on hostile texts; the last printed name is the current one. */
import { readFileSync, writeSync } from 'node:fs';

/** The longest message as plain text (src/answering/plain-text.ts). */
const LONGEST = 900;
const RUNS = [
  'a',
  ' ',
  'a ',
  '1',
  'and ',
  'a,',
  "'",
  'a-',
  '\n',
  '<',
  '[a](',
  'A a ',
  'the ',
  'a.',
  '@a',
  'no not ',
];
const STARTS = ['', 'for ', 'does it do x and ', 'customer ', 'not ', 'can the ', 'what ', 'by ', 'with '];
const texts = STARTS.flatMap((start) =>
  RUNS.map((run) => `${start}${run.repeat(LONGEST / run.length)}!\u0001`),
);

for (const [name, source, flags] of JSON.parse(readFileSync(0, 'utf8'))) {
  writeSync(1, `${name}\n`);
  const pattern = new RegExp(source, flags);
  // Shorter texts first, so that a slow pattern's name is printed before the longest text.
  for (const length of [60, 200, LONGEST]) for (const text of texts) text.slice(-length).replace(pattern, '');
}

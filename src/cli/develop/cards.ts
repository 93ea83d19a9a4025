/**
 * `npm run cards` writes the gallery: every sample of every card, as a Teams-like host draws it. `npm run cards -- <name>`
 * prints the JSON of one card's samples; `-- <name> <sample>` prints a single card to paste into the Adaptive Card
 * Designer. `--language de` draws the cards in German.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { LANGUAGES, type Language } from '../../../cards/words/languages';
import { AppError } from '../../shared/app-error';
import { findProjectRoot } from '../../shared/project-root';
import { drawExhibits, type Exhibit } from '../exhibits';
import { drawPage } from './gallery/page';
import { runProgram } from '../run-program';

const USAGE = `Usage: npm run cards [-- [<name> [<sample>]] [--language <language>]]

Writes a gallery of every card to .data/gallery/. With a card’s name, prints the JSON of its samples instead.`;

runProgram(USAGE, ({ args }) => {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { language: { type: 'string', default: 'en' } },
  });
  const [name, sample, surplus] = positionals;
  if (surplus !== undefined) fail(`Unknown argument "${surplus}".`);
  const language = LANGUAGES.find((one) => one === values.language);
  if (language === undefined)
    return fail(`Unknown language "${values.language}". Choose one of: ${listed(LANGUAGES)}.`);
  if (name === undefined) writeGallery(language);
  else print(drawExhibits(language), name, sample);
  return 0;
});

function writeGallery(language: Language): void {
  const every = drawExhibits(language);
  const file = path.join(findProjectRoot(), '.data', 'gallery', 'index.html');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, drawPage('gallery.js', every, language));
  console.log(`Wrote ${every.length} cards to ${path.relative(process.cwd(), file)}`);
}

function print(every: readonly Exhibit[], cardName: string, sampleName: string | undefined): void {
  const card = every.find((candidate) => candidate.name === cardName);
  const drawn = sampleName === undefined ? undefined : card?.samples[sampleName];
  if (!card) fail(`Unknown card "${cardName}". Choose one of: ${listed(every.map((known) => known.name))}.`);
  else if (sampleName === undefined) printJson(card.samples);
  else if (drawn) printJson(drawn.content);
  else
    fail(
      `The card "${cardName}" has no sample "${sampleName}". Choose one of: ${listed(Object.keys(card.samples))}.`,
    );
}

function printJson(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}

function listed(names: readonly string[]): string {
  return names.join(', ');
}

function fail(message: string): never {
  throw new AppError('bad-input', message);
}

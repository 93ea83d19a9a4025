/**
 * `npm run cards` writes the gallery, every card in every sample as a Teams-like host draws it; `npm run cards -- <name>`
 * prints the JSON of one card's samples, and `-- <name> <sample>` the card alone, to be pasted into the Adaptive Card
 * Designer.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findProjectRoot } from '../shared/project-root';
import { drawExhibits } from './gallery/exhibits';
import { drawPage } from './gallery/page';

const every = drawExhibits();
const [name, sample] = process.argv.slice(2);
if (name === undefined) writeGallery();
else print(name, sample);

function writeGallery(): void {
  const file = path.join(findProjectRoot(), '.data', 'gallery', 'index.html');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, drawPage('gallery.js', every));
  console.log(`${every.length} cards in ${path.relative(process.cwd(), file)}`);
}

function print(cardName: string, sampleName: string | undefined): void {
  const card = every.find((candidate) => candidate.name === cardName);
  const drawn = sampleName === undefined ? undefined : card?.samples[sampleName];
  if (!card) fail(`No card is called "${cardName}". There are: ${listed(every.map((known) => known.name))}.`);
  else if (sampleName === undefined) printJson(card.samples);
  else if (drawn) printJson(drawn.content);
  else fail(`"${cardName}" has no sample "${sampleName}". It has: ${listed(Object.keys(card.samples))}.`);
}

function printJson(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}

function listed(names: readonly string[]): string {
  return names.join(', ');
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

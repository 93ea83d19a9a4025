/**
 * `npm run cards` writes the gallery, every card in every sample as a Teams-like host draws it; `npm run cards -- <name>`
 * prints the JSON of one card's samples, for a designer's own tools.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findProjectRoot } from '../shared/project-root';
import { drawExhibits } from './gallery/exhibits';
import { drawPage } from './gallery/page';

const every = drawExhibits();
const wanted = process.argv[2];
if (wanted === undefined) writeGallery();
else printSamples(wanted);

function writeGallery(): void {
  const file = path.join(findProjectRoot(), '.data', 'gallery', 'index.html');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, drawPage('gallery.js', every));
  console.log(`${every.length} cards in ${path.relative(process.cwd(), file)}`);
}

function printSamples(name: string): void {
  const card = every.find((candidate) => candidate.name === name);
  if (card) {
    console.log(JSON.stringify(card.samples, null, 2));
    return;
  }
  console.error(`No card is called "${name}". There are: ${every.map((known) => known.name).join(', ')}.`);
  process.exitCode = 1;
}

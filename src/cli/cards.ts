/**
 * `npm run cards` writes the gallery, every card in every sample as a Teams-like host draws it; `npm run cards -- <name>`
 * prints the JSON of one card's samples, for a designer's own tools.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CardActions, CardDefinition, DrawnCard } from '../../cards/define-card';
import { cards } from '../../cards';
import { findProjectRoot } from '../shared/project-root';

type AnyCard = CardDefinition<string, never, CardActions>;

const every = Object.values(cards) as unknown as readonly AnyCard[];
/** Inlined, so that the page opens from the disk with no server and no network. */
const libraries = ['adaptivecards/dist/adaptivecards.min.js', 'markdown-it/browser'];

const wanted = process.argv[2];
if (wanted === undefined) writeGallery(findProjectRoot());
else printSamples(wanted);

function writeGallery(root: string): void {
  const template = readFileSync(path.join(root, 'src', 'cli', 'gallery.html'), 'utf8');
  const exhibits = every.map((card) => ({ name: card.name, samples: samplesOf(card) }));
  const scripts = libraries.map((library) => readFileSync(require.resolve(library), 'utf8'));
  const page = template
    .replace('<!-- libraries -->', () => scripts.map((script) => `<script>${script}</script>`).join('\n'))
    .replace('<script id="exhibits" type="application/json">', (tag) => tag + inScript(exhibits));
  const file = path.join(root, '.data', 'gallery', 'index.html');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, page);
  console.log(`${every.length} cards in ${path.relative(process.cwd(), file)}`);
}

function printSamples(name: string): void {
  const card = every.find((candidate) => candidate.name === name);
  if (card) {
    console.log(JSON.stringify(samplesOf(card), null, 2));
    return;
  }
  console.error(`No card is called "${name}". There are: ${every.map((known) => known.name).join(', ')}.`);
  process.exitCode = 1;
}

function samplesOf(card: AnyCard): Readonly<Record<string, DrawnCard>> {
  return Object.fromEntries(
    Object.entries(card.samples).map(([sample, model]) => [sample, card.render(model)]),
  );
}

/** JSON that cannot close the script it stands in. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

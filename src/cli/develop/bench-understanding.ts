/**
 * Measures how well the bot understands messages: `npm run bench:understanding -- [--cold] [--folds n] [labelled.jsonl
 * ...]`, by default on tests/eval. It runs a cross-validation on the content's asks, then the files, and compares with
 * plain nearest-neighbour MiniLM, MiniSearch and word search. `--cold` also measures a start with an empty cache
 * (minutes). `--ablate` only counts the files' right answers without each threshold in turn. `--model` also measures
 * the configured model, and `--model-replies` a model whose replies are in a file.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import MiniSearch from 'minisearch';
import { EMPTY_DIALOGUE, remember, type Answerer, type Dialogue } from '../../answering/dialogue';
import { toPlainText } from '../../answering/plain-text';
import { createDoorFinder } from '../../answering/replying/find-door';
import { createAnswerer } from '../../answering/understand';
import type { Content } from '../../knowledge/model/content';
import type { Embedder } from '../../knowledge/embed/embedder';
import { openVectorCache } from '../../knowledge/embed/vector-cache';
import { createWorkerEmbedder } from '../../knowledge/embed/worker-embedder';
import { findContentDir, listVectorFolders, loadContent } from '../../knowledge/load/load-content';
import { crossValidate } from '../../knowledge/search/cross-validate';
import { createTopicRanker, type Example } from '../../knowledge/search/rank-topics';
import { createNearest } from '../../knowledge/search/nearest';
import type { Prepared } from '../../knowledge/search/prepare';
import { embedExamples, prepareAsks } from '../../knowledge/search/meaning';
import { createSearch, type Search } from '../../knowledge/search/search';
import { parseConfig } from '../../config';
import { openModel } from '../../model/open-model';
import { createReplay } from '../../model/replay';
import type { Transport } from '../../model/transport';
import { AppError } from '../../shared/app-error';
import { systemClock } from '../../shared/clock';
import { findProjectRoot } from '../../shared/project-root';
import { ablate, rememberRankings } from './bench-ablation';
import { reportModel } from './bench-model';
import { formatShare, reportOutcomes, type Outcome } from './bench-report';
import { readLabelledLines, type LabelledLine } from './labelled-lines';
import { runProgram, type Terminal } from '../run-program';

async function run(answerer: Answerer, search: Search, lines: readonly LabelledLine[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const line of lines) {
    let dialogue: Dialogue = EMPTY_DIALOGUE;
    for (const text of line.earlier)
      dialogue = remember(dialogue, text, await answerer.understand(text, dialogue), 0);
    const startedAt = performance.now();
    const { topic } = await answerer.understand(line.text, dialogue);
    const tookMs = performance.now() - startedAt;
    const [ranking] = await search.rank([{ text: toPlainText(line.text), carried: [] }]);
    outcomes.push({
      line,
      topic,
      top: ranking?.candidates.map((candidate) => candidate.topic) ?? [],
      tookMs,
    });
  }
  return outcomes;
}

type BaselineName = 'nearest' | 'miniSearch' | 'words';
type Baselines = Readonly<Record<BaselineName, (text: string) => string | Promise<string>>>;

/**
 * The simpler methods to compare with. Plain MiniLM takes the topic of the nearest ask, as written. MiniSearch takes
 * the topic of the ask that it ranks first, with prefixes and typing mistakes. Words alone are what answers while the
 * model loads.
 */
async function createBaselines(
  examples: readonly Example[],
  embedder: Embedder,
  content: Content,
  prepare: (text: string) => Prepared,
): Promise<Baselines> {
  const asks = examples.flatMap(({ unit }, at) => {
    const nth = at - examples.findIndex((example) => example.unit === unit);
    return unit.asks[nth] ?? [];
  });
  const plain = asks.map((text, at) => ({
    unit: examples[at]?.unit,
    prepared: { masked: text, mended: text, named: [] },
  }));
  const cache = openVectorCache({
    folder: path.join(findProjectRoot(), '.data', 'vectors'),
    name: `${embedder.id}-plain`,
  });
  const vectors = await embedExamples(plain as readonly Example[], embedder, cache);
  cache.save();
  const searched = new MiniSearch<{ id: number; ask: string }>({
    fields: ['ask'],
    searchOptions: { prefix: true, fuzzy: 0.2 },
  });
  searched.addAll(asks.map((ask, id) => ({ id, ask })));
  const nearest = createNearest(vectors, Int32Array.from(vectors.keys()), vectors.length);
  const byWords = createTopicRanker(
    examples,
    content.programmes.map(({ id }) => id),
    null,
  );
  return {
    async nearest(text) {
      const [vector] = await embedder.embed([text]);
      if (vector === undefined) return '';
      const { cosines } = nearest.compare(vector);
      return examples[cosines.indexOf(Math.max(...cosines))]?.unit.topic ?? '';
    },
    miniSearch(text) {
      const [first] = searched.search(text);
      return examples[Number(first?.id ?? -1)]?.unit.topic ?? '';
    },
    words(text) {
      const prepared = prepare(text);
      return byWords.rank(prepared, null, prepared.named).candidates[0]?.topic ?? '';
    },
  };
}

async function compare(baselines: Baselines, lines: readonly LabelledLine[]): Promise<string[]> {
  const right: Record<BaselineName, number> = { nearest: 0, miniSearch: 0, words: 0 };
  for (const line of lines) {
    const text = toPlainText(line.text);
    const isRight = (topic: string): boolean => topic === line.label || line.acceptable.includes(topic);
    for (const name of Object.keys(right) as BaselineName[])
      if (isRight(await baselines[name](text))) right[name] += 1;
  }
  return [
    `beside: plain MiniLM, nearest ask ${formatShare(right.nearest, lines.length)}`,
    `        MiniSearch                ${formatShare(right.miniSearch, lines.length)}`,
    `        words alone               ${formatShare(right.words, lines.length)}`,
  ];
}

async function measureColdStart(content: Content): Promise<string> {
  const cacheFolder = mkdtempSync(path.join(tmpdir(), 'vectors-'));
  const embedder = createWorkerEmbedder();
  const startedAt = performance.now();
  await createSearch({ content, embedder, cacheFolder }).ready;
  const tookMs = performance.now() - startedAt;
  await embedder.close();
  rmSync(cacheFolder, { recursive: true });
  return `cold start (nothing cached): warm after ${(tookMs / 1000).toFixed(1)} s`;
}

function reportCrossValidation(
  examples: readonly Example[],
  vectors: Float32Array[],
  content: Content,
  folds: number,
): string {
  const programmes = content.programmes.map(({ id }) => id);
  const left = crossValidate(examples, vectors, programmes, folds);
  const right = left.filter(({ example, candidates }) => candidates[0]?.topic === example.unit.topic);
  const inTop = left.filter(({ example, candidates }) =>
    candidates.slice(0, 3).some(({ topic }) => topic === example.unit.topic),
  );
  return `cross-validated on ${left.length} asks, ${folds} folds: ${formatShare(right.length, left.length)}, in the top three ${formatShare(inTop.length, left.length)}`;
}

/** Finds labelled questions that no index and no head ever saw. */
function listQuestionFiles(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('questions.jsonl'));
  return names.sort().map((name) => path.join(folder, name));
}

const USAGE =
  'Usage: npm run bench:understanding [-- [--cold] [--ablate] [--folds <number, 2 or more; 0 for none>] [--model | --model-replies <file>] [<labelled.jsonl> ...]]\n\nMeasures how well and how fast the bot understands questions.';

/** Opens the configured model, or a file with a model's replies; null without either. */
function openTransport(
  { root, environment }: Terminal,
  isAsked: boolean,
  replies: string | undefined,
): Transport | null {
  if (replies !== undefined) return createReplay(readFileSync(replies, 'utf8').split('\n'));
  if (!isAsked) return null;
  const { model } = parseConfig(root, { ...environment, PARTNER_DESK_LOCAL: '1' });
  if (model === null) throw new AppError('bad-input', '--model needs MODEL_URL.');
  return openModel(model, systemClock);
}

runProgram(USAGE, async (terminal) => {
  const { args, root, overlayDir } = terminal;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ cold: { type: 'boolean', default: false }, ablate: { type: 'boolean', default: false } },
      ...{ folds: { type: 'string', default: '5' } },
      ...{ model: { type: 'boolean', default: false }, 'model-replies': { type: 'string' } },
    },
  });
  const transport = openTransport(terminal, values.model, values['model-replies']);
  const folds = Number(values.folds);
  if (!Number.isInteger(folds) || folds < 0)
    throw new AppError('bad-input', `--folds must be a whole number, 0 or more, not "${values.folds}".`);
  const files = positionals.length > 0 ? positionals : listQuestionFiles(path.join(root, 'tests', 'eval'));
  const labelled = files.map((file) => ({ file, lines: readLabelledLines(file) }));
  const content = loadContent({ dir: findContentDir(), overlayDir });
  const cacheFolder = path.join(root, '.data', 'vectors');
  if (values.cold) console.log(await measureColdStart(content));

  const embedder = createWorkerEmbedder();
  const startedAt = performance.now();
  const shippedFolders = listVectorFolders(overlayDir);
  const search = createSearch({ content, embedder, cacheFolder, shippedFolders });
  await search.ready;
  console.log(
    `ready after ${(performance.now() - startedAt).toFixed(0)} ms, ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`,
  );
  if (values.ablate) {
    const remembering = createAnswerer({ content, search: rememberRankings(search), clock: systemClock });
    const named = labelled.map(({ file, lines }) => ({ name: file, lines }));
    await ablate(remembering, createDoorFinder(content), named, console.log);
    await embedder.close();
    return 0;
  }
  const answerer = createAnswerer({ content, search, clock: systemClock });
  const gaps = new Set(content.notCovered.map(({ topic }) => topic));
  const { prepare, examples } = prepareAsks(content, await embedder.loadKnownWords());
  const baselines = await createBaselines(examples, embedder, content, prepare);

  for (const { file, lines } of labelled) {
    console.log(`\n${path.relative(process.cwd(), file)}: ${lines.length} lines`);
    console.log(reportOutcomes(await run(answerer, search, lines), gaps).join('\n'));
    console.log((await compare(baselines, lines)).join('\n'));
    if (transport !== null)
      console.log((await reportModel({ content, answerer, search, transport }, lines)).join('\n'));
  }
  const vectors = await embedExamples(
    examples,
    embedder,
    openVectorCache({ folder: cacheFolder, name: embedder.id, shipped: shippedFolders }),
  );
  if (folds > 1) console.log(`\n${reportCrossValidation(examples, vectors, content, folds)}`);
  console.log(`memory at the end: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`);
  await embedder.close();
  return 0;
});

/** Learns to read customers' names from the practice sentences in `src/content/customer-names/`. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { trainCrf, type Example } from './crf';
import { describeTokens, hashFeature, type WordKnowledge } from './features';
import { loadLearnedNames, type LearnedNames } from './learned-names';
import type { Content } from '../../../knowledge/model/content';
import { listUnits } from '../../../knowledge/search/examples';
import { createRandom, shuffle } from '../../../shared/random';
import { LABELS } from './labels';
import {
  createPractice,
  type NameParts,
  type PracticeFiles,
  type PracticeSentence,
  type PracticeWords,
} from './practice';
import { createPlaces } from './tagger';

/** How many sentences each template gives. */
const EACH = 16;
/** A feature that occurs in fewer sentences says little. */
const LEAST_SENTENCES = 5;
/** How often a word is learnt only by its shape and its neighbours, because new names contain unknown words. */
const UNKNOWN = { name: 0.5, other: 0.1 };
const OF_WORD = /^(?:w|m|e2|e3|p2|ww)=/u;
/** The content's wordings mostly name nobody, but most requests name a customer. */
const NOTHING_IS_RARER = 1.25;
/** A feature with weights below this changes nothing. */
const LEAST_WEIGHT = 0.08;

export function readPracticeFiles(contentDir: string): PracticeFiles {
  const read = (name: string) => readFileSync(path.join(contentDir, 'customer-names', name), 'utf8');
  return {
    sentences: read('sentences.txt'),
    names: parse(read('names.yaml')) as NameParts,
    words: parse(read('words.yaml')) as PracticeWords,
  };
}

const BLANK: WordKnowledge = {
  listKnown: () => [],
  isCommon: () => false,
  findReader: () => () => undefined,
  findClass: () => undefined,
};
const PROBES = 300;

/** Changes with the files and with how sentences are described, so that a test can tell that the weights are stale. */
export function findPracticeKey(files: PracticeFiles): string {
  const hash = createHash('sha1').update(
    JSON.stringify([files, EACH, LEAST_SENTENCES, UNKNOWN, NOTHING_IS_RARER, LEAST_WEIGHT]),
  );
  for (const { text, tokens, isAsked } of createPractice(files, { count: 1 }).slice(0, PROBES))
    hash.update(JSON.stringify(describeTokens(text, tokens, BLANK, isAsked)));
  return hash.digest('hex');
}

/** Everything that the content has people say. */
export function listWordings(content: Content): string[] {
  return [
    ...listUnits(content).flatMap(({ asks }) => asks),
    ...content.situations.flatMap(({ says }) => says),
    ...(content.cues.safety.vulnerability?.reports ?? []),
    ...(content.cues.safety.vulnerability?.others ?? []),
  ];
}

/** Takes a minute or two. The same files, content and word classes give the same weights. */
export function learnNames(
  files: PracticeFiles,
  wordings: readonly string[],
  knowledge: WordKnowledge,
  count = EACH,
): LearnedNames {
  const random = createRandom(2);
  const described = createPractice(files, { count, wordings }).map((sentence) => ({
    items: describe(sentence, knowledge, random),
    labels: sentence.labels,
  }));
  const hashes = countFeatures(described.map(({ items }) => items));
  const toPlaces = createPlaces(hashes);
  const examples = described.map(({ items, labels }): Example => ({ items: items.map(toPlaces), labels }));
  shuffle(examples, random);
  const crf = trainCrf(examples, LABELS, hashes.length);
  const [always = 0] = toPlaces(Uint32Array.of(hashFeature('bias')));
  const outside = always * LABELS;
  crf.weights[outside] = (crf.weights[outside] ?? 0) - NOTHING_IS_RARER;
  return prune({ key: findPracticeKey(files), hashes, crf });
}

function describe(
  { text, tokens, labels, isAsked }: PracticeSentence,
  knowledge: WordKnowledge,
  random: () => number,
): Uint32Array[] {
  return describeTokens(text, tokens, knowledge, isAsked).map((features, at) => {
    const isUnknown = random() < (labels[at] === 0 ? UNKNOWN.other : UNKNOWN.name);
    const kept = isUnknown ? features.filter((feature) => !OF_WORD.test(feature)) : features;
    return Uint32Array.from(kept, hashFeature);
  });
}

function countFeatures(sentences: readonly (readonly Uint32Array[])[]): Uint32Array {
  const times = new Map<number, number>();
  for (const items of sentences)
    for (const hash of new Set(items.flatMap((features) => [...features])))
      times.set(hash, (times.get(hash) ?? 0) + 1);
  return Uint32Array.from([...times].flatMap(([hash, count]) => (count >= LEAST_SENTENCES ? [hash] : [])));
}

function prune({ key, hashes, crf }: LearnedNames): LearnedNames {
  const { labels, weights } = crf;
  const rowOf = (place: number): Float32Array => weights.subarray(place * labels, (place + 1) * labels);
  const kept = [...hashes.keys()].filter((place) =>
    rowOf(place).some((weight) => Math.abs(weight) >= LEAST_WEIGHT),
  );
  const whole = new Float32Array(kept.length * labels);
  kept.forEach((place, at) => {
    whole.set(rowOf(place), at * labels);
  });
  return {
    key,
    hashes: Uint32Array.from(kept, (place) => hashes[place] ?? 0),
    crf: { ...crf, weights: whole },
  };
}

/** Whether the file in the folder was learnt from these sentences. */
export function isLearned(folder: string, files: PracticeFiles): boolean {
  try {
    return loadLearnedNames(folder).key === findPracticeKey(files);
  } catch {
    return false;
  }
}

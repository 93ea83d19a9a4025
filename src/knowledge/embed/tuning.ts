/**
 * The tuning is the difference between the shipped encoder and the one in the npm package: the shipped one was trained
 * further on the content's wordings (`npm run train:encoder`). Only the difference is in the repository, and the worker
 * adds it while it loads the model.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findProjectRoot } from '../../shared/project-root';
import { toHalf, toNumber } from './half';

export interface Tuning {
  /** The start of the file's SHA-256. Vectors are stored under it. */
  readonly hash: string;
  readonly bytes: Uint8Array;
}

export const TUNING_FOLDER = path.join(findProjectRoot(), 'src', 'content', 'encoder');
export const TUNING_ENDING = '.safetensors';
const HASH_DIGITS = 12;

export function hashTuning(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, HASH_DIGITS);
}

/** Reads the only `<hash>.safetensors` in the folder. Throws if it's missing or doesn't match its name. */
export function readTuning(folder: string = TUNING_FOLDER): Tuning {
  const names = readdirSync(folder).filter((name) => name.endsWith(TUNING_ENDING));
  const [name] = names;
  if (name === undefined || names.length > 1)
    throw new Error(`${folder} must hold one ${TUNING_ENDING} file. It holds ${names.length}`);
  const file = path.join(folder, name);
  const bytes = readFileSync(file);
  const hash = hashTuning(bytes);
  if (`${hash}${TUNING_ENDING}` !== name) throw new Error(`${file} is damaged: its hash is ${hash}`);
  return { hash, bytes };
}

/** A tensor's description in the safetensors format. Offsets count from the end of the header. */
interface Tensor {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}
type Tensors = ReadonlyMap<string, { readonly shape: readonly number[]; readonly at: number }>;

const HEADER_AT = 8;

export function readHeader(bytes: Uint8Array): {
  readonly header: Record<string, unknown>;
  readonly dataAt: number;
} {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const dataAt = HEADER_AT + Number(view.getBigUint64(0, true));
  const text = new TextDecoder().decode(bytes.subarray(HEADER_AT, dataAt));
  return { header: JSON.parse(text) as Record<string, unknown>, dataAt };
}

/** Lists all tensors of 16-bit numbers. The model's own files contain nothing else that matters here. */
function listTensors(bytes: Uint8Array): Tensors {
  const { header, dataAt } = readHeader(bytes);
  const tensors = Object.entries(header).filter((entry): entry is [string, Tensor] => {
    const [name, value] = entry;
    return name !== '__metadata__' && (value as Tensor).dtype === 'F16';
  });
  return new Map(
    tensors.map(
      ([
        name,
        {
          shape,
          data_offsets: [from],
        },
      ]) => [name, { shape, at: dataAt + from }],
    ),
  );
}

function readNumbers(bytes: Uint8Array, at: number, count: number): Float32Array {
  const numbers = new Float32Array(count);
  fillWith(numbers, bytes, at);
  return numbers;
}

function fillWith(numbers: Float32Array, bytes: Uint8Array, at: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, numbers.length * 2);
  for (let index = 0; index < numbers.length; index += 1)
    numbers[index] = toNumber(view.getUint16(index * 2, true));
}

const UP = '.up';
const DOWN = '.down';

/**
 * Changes the weights in place. It adds `up × down` to a matrix, which is as much of its change as a few dozen columns
 * can hold, and replaces any other tensor.
 */
export function applyTuning(weights: Uint8Array, tuning: Uint8Array): void {
  const ours = listTensors(tuning);
  const theirs = listTensors(weights);
  for (const [name, { shape, at }] of ours) {
    if (name.endsWith(DOWN)) continue;
    const target = theirs.get(name.endsWith(UP) ? name.slice(0, -UP.length) : name);
    if (target === undefined) throw new Error(`The model has no weights named ${name}`);
    const [rows = 1, columns = 1] = target.shape;
    if (!name.endsWith(UP)) {
      weights.set(tuning.subarray(at, at + rows * columns * 2), target.at);
      continue;
    }
    const rank = shape[1] ?? 0;
    const down = ours.get(name.slice(0, -UP.length) + DOWN);
    if (down === undefined) throw new Error(`The tuning has only half of ${name}`);
    addProduct(weights, target.at, {
      ...{ rows, columns, rank },
      up: readNumbers(tuning, at, rows * rank),
      down: readNumbers(tuning, down.at, rank * columns),
    });
  }
}

interface Product {
  readonly rows: number;
  readonly columns: number;
  readonly rank: number;
  readonly up: Float32Array;
  readonly down: Float32Array;
}

function addProduct(weights: Uint8Array, at: number, { rows, columns, rank, up, down }: Product): void {
  const view = new DataView(weights.buffer, weights.byteOffset + at, rows * columns * 2);
  // All rows share this array. One for each row would leave 40 MB of garbage in a thread that rarely collects it.
  const sum = new Float32Array(columns);
  for (let row = 0; row < rows; row += 1) {
    fillWith(sum, weights, at + row * columns * 2);
    for (let k = 0; k < rank; k += 1) {
      const factor = up[row * rank + k] ?? 0;
      const line = k * columns;
      for (let column = 0; column < columns; column += 1)
        sum[column] = (sum[column] ?? 0) + factor * (down[line + column] ?? 0);
    }
    for (let column = 0; column < columns; column += 1)
      view.setUint16((row * columns + column) * 2, toHalf(sum[column] ?? 0), true);
  }
}

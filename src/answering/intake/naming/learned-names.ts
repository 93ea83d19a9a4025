/**
 * What the tagger has learnt, as a file beside the vectors: the features it knows by their hashes, and a weight for each
 * label. Weights are rounded to one byte. Its key is made from what it was learnt from; a test compares it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Crf } from './crf';

export interface LearnedNames {
  readonly key: string;
  /** Of each feature, in the order of the weights. */
  readonly hashes: Uint32Array;
  readonly crf: Crf;
}

const KEY_BYTES = 20;
const MOST = 127;

export function findLearnedFile(folder: string): string {
  return path.join(folder, 'customer-names.i8');
}

/** 20 bytes of key; labels, features and the scale; the steps; the hashes; a signed byte a weight (all little endian). */
export function saveLearnedNames(folder: string, { key, hashes, crf }: LearnedNames): void {
  const { labels, weights, steps } = crf;
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / MOST;
  const head = Buffer.alloc(KEY_BYTES + 12 + steps.length * 4 + hashes.length * 4);
  head.write(key, 'hex');
  let at = head.writeUInt32LE(labels, KEY_BYTES);
  at = head.writeUInt32LE(hashes.length, at);
  at = head.writeFloatLE(scale, at);
  for (const step of steps) at = head.writeFloatLE(step, at);
  for (const hash of hashes) at = head.writeUInt32LE(hash, at);
  const bytes = Int8Array.from(weights, (weight) => (scale === 0 ? 0 : Math.round(weight / scale)));
  writeFileSync(findLearnedFile(folder), Buffer.concat([head, Buffer.from(bytes.buffer)]));
}

export function loadLearnedNames(folder: string): LearnedNames {
  const bytes = readFileSync(findLearnedFile(folder));
  const labels = bytes.readUInt32LE(KEY_BYTES);
  const count = bytes.readUInt32LE(KEY_BYTES + 4);
  const scale = bytes.readFloatLE(KEY_BYTES + 8);
  const stepsAt = KEY_BYTES + 12;
  const hashesAt = stepsAt + (labels + 1) * labels * 4;
  const weightsAt = hashesAt + count * 4;
  const hashes = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) hashes[at] = bytes.readUInt32LE(hashesAt + at * 4);
  const steps = new Float32Array((labels + 1) * labels);
  for (let at = 0; at < steps.length; at += 1) steps[at] = bytes.readFloatLE(stepsAt + at * 4);
  const weights = Float32Array.from(
    new Int8Array(bytes.buffer, bytes.byteOffset + weightsAt, count * labels),
  );
  for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] ?? 0) * scale;
  return { key: bytes.toString('hex', 0, KEY_BYTES), hashes, crf: { labels, steps, weights } };
}

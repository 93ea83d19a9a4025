import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Stores arrays of numbers under a hash of what they were computed from. If a text, model or setting changes, the key
 * changes, so an old array is never returned for it. If the file is missing or damaged, the numbers are computed again.
 * Numbers are rounded to one byte each, even new ones, so that the same content gives everyone the same numbers. Short
 * arrays aren't rounded.
 */
export interface VectorCache {
  /** The keys in the file that this cache writes. */
  keys(): string[];
  has(key: string): boolean;
  find(key: string): Float32Array | undefined;
  put(key: string, numbers: Float32Array): void;
  /**
   * Writes the file if it must change, and drops what nobody used. Never throws, because a read-only disk only costs
   * time.
   */
  save(): void;
}

export interface VectorCacheOptions {
  /** The folder of the file that this cache writes. */
  readonly folder: string;
  /** The embedder's ID. */
  readonly name: string;
  /** Read-only folders, such as the one that comes with the content. What they hold isn't written again. */
  readonly shipped?: readonly string[];
}

const KEY_BYTES = 20;
const HEAD_BYTES = KEY_BYTES + 4;
/** The number of values that share one scale. */
const BLOCK = 64;
const MOST = 127;

/** The key for something that's computed from these strings. */
export function cacheKey(...parts: readonly string[]): string {
  return createHash('sha1').update(parts.join('\0')).digest('hex');
}

/**
 * Opens `<folder>/<name>.i8`. Each record has a 20-byte key, the count as uint32, one float32 scale for each block of
 * 64 numbers, and a signed byte for each number. Fewer than 64 numbers are stored as float32. All values are little
 * endian.
 */
export function openVectorCache({ folder, name, shipped = [] }: VectorCacheOptions): VectorCache {
  const fileIn = (where: string): string => path.join(where, `${name}.i8`);
  const own = read(fileIn(folder));
  const given = new Map(shipped.flatMap((where) => [...read(fileIn(where))]));
  const used = new Set<string>();
  let changed = false;
  const look = (key: string): Buffer | undefined => given.get(key) ?? own.get(key);
  return {
    keys: () => [...own.keys()],
    has: (key) => look(key) !== undefined,
    find(key) {
      const record = look(key);
      if (record === undefined) return undefined;
      used.add(key);
      return decode(record);
    },
    put(key, numbers) {
      own.set(key, encode(key, numbers));
      given.delete(key);
      used.add(key);
      changed = true;
    },
    save() {
      const kept = [...own].filter(([key]) => used.has(key) && !given.has(key));
      if (!changed && kept.length === own.size) return;
      try {
        mkdirSync(folder, { recursive: true });
        // The file is replaced in one step, so that two processes can't leave half a file.
        const temporary = `${fileIn(folder)}.${process.pid}.tmp`;
        kept.sort(([a], [b]) => (a < b ? -1 : 1));
        writeFileSync(temporary, Buffer.concat(kept.map(([, record]) => record)));
        renameSync(temporary, fileIn(folder));
        changed = false;
      } catch {
        // The cache only saves time. Without it, the next start computes the numbers again.
      }
    },
  };
}

function measure(count: number): number {
  if (count < BLOCK) return HEAD_BYTES + count * 4;
  return HEAD_BYTES + Math.ceil(count / BLOCK) * 4 + count;
}

function read(file: string): Map<string, Buffer> {
  const records = new Map<string, Buffer>();
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return records;
  }
  for (let at = 0; at + HEAD_BYTES <= bytes.length;) {
    const to = at + measure(bytes.readUInt32LE(at + KEY_BYTES));
    if (to > bytes.length) break;
    records.set(bytes.toString('hex', at, at + KEY_BYTES), bytes.subarray(at, to));
    at = to;
  }
  return records;
}

function encode(key: string, numbers: Float32Array): Buffer {
  const record = Buffer.alloc(measure(numbers.length));
  record.write(key, 'hex');
  record.writeUInt32LE(numbers.length, KEY_BYTES);
  if (numbers.length < BLOCK) {
    numbers.forEach((value, index) => record.writeFloatLE(value, HEAD_BYTES + index * 4));
    return record;
  }
  const values = record.length - numbers.length;
  for (let from = 0; from < numbers.length; from += BLOCK) {
    const block = numbers.subarray(from, from + BLOCK);
    const scale = block.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / MOST;
    record.writeFloatLE(scale, HEAD_BYTES + (from / BLOCK) * 4);
    block.forEach((value, index) => {
      record.writeInt8(scale === 0 ? 0 : Math.round(value / scale), values + from + index);
    });
  }
  return record;
}

function decode(record: Buffer): Float32Array {
  const numbers = new Float32Array(record.readUInt32LE(KEY_BYTES));
  if (numbers.length < BLOCK) return numbers.map((_, index) => record.readFloatLE(HEAD_BYTES + index * 4));
  const values = new Int8Array(record.buffer, record.byteOffset + record.length - numbers.length);
  for (let from = 0; from < numbers.length; from += BLOCK) {
    const scale = record.readFloatLE(HEAD_BYTES + (from / BLOCK) * 4);
    const to = Math.min(from + BLOCK, numbers.length);
    for (let at = from; at < to; at += 1) numbers[at] = (values[at] ?? 0) * scale;
  }
  return numbers;
}

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Arrays of numbers kept between two starts, each under the hash of what it was computed from: a changed text, model or
 * setting is a miss, never a wrong hit. One file; a missing or damaged one only means that the numbers are computed
 * again. The file is replaced in one step, so that two processes at once cannot leave half of one.
 */
export interface VectorCache {
  find(key: string): Float32Array | undefined;
  put(key: string, vector: Float32Array): void;
  /** Writes what was found or put since the start, and forgets the rest. Never throws: a read-only disk costs time only. */
  save(): void;
}

const KEY_BYTES = 20;

/** The key of something computed from these strings. */
export function cacheKey(...parts: readonly string[]): string {
  return createHash('sha1').update(parts.join('\0')).digest('hex');
}

/** Opens `<folder>/<name>.f32`. Each record: 20 bytes of key, the length as uint32, the numbers as float32 (LE). */
export function openVectorCache(folder: string, name: string): VectorCache {
  const file = path.join(folder, `${name}.f32`);
  const stored = read(file);
  const used = new Map<string, Float32Array>();
  let changed = false;
  return {
    find(key) {
      const vector = stored.get(key);
      if (vector !== undefined) used.set(key, vector);
      return vector;
    },
    put(key, vector) {
      stored.set(key, vector);
      used.set(key, vector);
      changed = true;
    },
    save() {
      if (!changed && used.size === stored.size) return;
      try {
        mkdirSync(folder, { recursive: true });
        const temporary = `${file}.${process.pid}.tmp`;
        writeFileSync(temporary, encode(used));
        renameSync(temporary, file);
        changed = false;
      } catch {
        // The cache saves time and holds nothing else: without it the next start computes again.
      }
    },
  };
}

function read(file: string): Map<string, Float32Array> {
  const vectors = new Map<string, Float32Array>();
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return vectors;
  }
  let at = 0;
  while (at + KEY_BYTES + 4 <= bytes.length) {
    const key = bytes.toString('hex', at, at + KEY_BYTES);
    const length = bytes.readUInt32LE(at + KEY_BYTES);
    const from = at + KEY_BYTES + 4;
    const to = from + length * 4;
    if (to > bytes.length) break;
    vectors.set(key, new Float32Array(new Uint8Array(bytes.subarray(from, to)).buffer));
    at = to;
  }
  return vectors;
}

function encode(vectors: ReadonlyMap<string, Float32Array>): Buffer {
  const parts: Buffer[] = [];
  for (const [key, vector] of vectors) {
    const head = Buffer.alloc(KEY_BYTES + 4);
    head.write(key, 'hex');
    head.writeUInt32LE(vector.length, KEY_BYTES);
    parts.push(head, Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength));
  }
  return Buffer.concat(parts);
}

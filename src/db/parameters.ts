/**
 * Values that may pass between JavaScript and libsql. The driver aborts the whole process on a boolean or a lone Buffer (no
 * `try` catches it), cuts text at NUL, replaces broken surrogates and wraps large integers. So each value is converted
 * without loss or rejected here. tests/unit/db/parameters.test.ts checks that.
 */
import { AppError } from '../shared/app-error';

export type DriverParameter = string | number | bigint | Buffer | null;

function refuse(what: string): never {
  throw new AppError('bad-parameter', `A database parameter was rejected: ${what}.`);
}

/** Converts one parameter for the driver, or throws `bad-parameter`. The message never contains the value. */
export function toDriverParameter(value: unknown): DriverParameter {
  if (value === null) return null;
  switch (typeof value) {
    case 'boolean':
      return value ? 1n : 0n;
    case 'string':
      if (value.includes('\0')) refuse('text with a NUL character');
      if (!value.isWellFormed()) refuse('text with half a character');
      return value;
    case 'number':
      if (!Number.isFinite(value)) refuse('a number that is not finite');
      if (!Number.isInteger(value)) return value;
      if (!Number.isSafeInteger(value)) refuse('an integer beyond 2^53');
      // libsql 0.5.29 binds every number as REAL, so that 5 becomes '5.0' in a text column. A bigint stays whole.
      return BigInt(value);
    case 'bigint':
      if (!Number.isSafeInteger(Number(value))) refuse('an integer beyond 2^53');
      return value;
    case 'object':
      if (Buffer.isBuffer(value)) return value;
      if (value instanceof Uint8Array) return Buffer.from(value);
      return refuse(value instanceof Date ? 'a Date (store milliseconds)' : 'an object');
    default:
      return refuse(`a value of type ${typeof value}`);
  }
}

/** Converts one column of a result for the rest of the program. Throws if precision would be lost. */
export function fromDriverValue(value: unknown): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : refuse('an integer beyond 2^53 was read');
  }
  if (value instanceof ArrayBuffer) return Buffer.from(value);
  if (value instanceof Uint8Array && !Buffer.isBuffer(value)) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
  return value;
}

import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CompiledQuery, Kysely, type SqliteDatabase, type SqliteStatement } from 'kysely';
import { openLibsql } from '../../../src/db/libsql';
import { openFileDialect } from '../../../src/db/libsql-driver';
import { AppError } from '../../../src/shared/app-error';
import { makeTemporaryFolder } from '../../support/database';

const temporary = makeTemporaryFolder();
let database: SqliteDatabase;
let echo: SqliteStatement;
let store: SqliteStatement;
let queries: Kysely<object>;

beforeAll(() => {
  database = openLibsql(path.join(temporary.folder, 'parameters.db'));
  database.prepare('create table kept (id integer primary key, text_column text, blob_column blob)').run([]);
  queries = new Kysely({ dialect: openFileDialect(path.join(temporary.folder, 'queries.db')) });
  echo = database.prepare('select ? as value');
  store = database.prepare('insert into kept (text_column) values (?) returning text_column as value');
});
afterAll(async () => {
  await queries.destroy();
  database.close();
  temporary.remove();
});

function readBack(value: unknown): unknown {
  const [row] = echo.all([value]) as { value: unknown }[];
  return row?.value;
}

const refusal = /database parameter was rejected/;

/** Everything that a program could pass by mistake. */
const anyValue = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withTypedArray: true,
    withMap: true,
    withNullPrototype: true,
  }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', '\0', '\uD800', '\uDC00', 'é', '😀') }),
  fc.double(),
  fc.bigInt(),
  fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  fc.uint8Array().map(({ buffer }) => buffer),
  fc.constantFrom(Symbol('s'), Symbol.iterator, Object(true), Object(1n), new Date(Number.NaN)),
);

describe('a database parameter', () => {
  it('of any kind is read back as it was, or is refused', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        let read: unknown;
        try {
          read = readBack(value);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          return;
        }
        expect(read).toEqual(expectedFor(value));
      }),
      { numRuns: 3_000 },
    );
  });

  it('of any kind passes through the query builder likewise', async () => {
    await fc.assert(
      fc.asyncProperty(anyValue, async (value) => {
        const query = CompiledQuery.raw('select ? as value', [value]);
        const read = await queries.executeQuery<{ value: unknown }>(query).then(
          ({ rows }) => rows[0]?.value,
          (error: unknown) => {
            expect(error).toBeInstanceOf(AppError);
            return expectedFor(value);
          },
        );
        expect(read).toEqual(expectedFor(value));
      }),
      { numRuns: 1_000 },
    );
  });

  it('that is missing from the list is refused', () => {
    // eslint-disable-next-line no-sparse-arrays
    expect(() => echo.all([,])).toThrow(refusal);
  });

  it.each([
    ['a boolean is kept as 0 or 1', true, 1],
    ['zero has no sign', -0, 0],
    ['the largest whole number stays whole', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ['half a number stays half', 0.5, 0.5],
    ['an empty text is not null', '', ''],
  ])('%s', (_, value, expected) => {
    expect(readBack(value)).toBe(expected);
  });

  it('that is a whole number stays one in a text column', () => {
    expect(store.all([5])).toEqual([{ value: '5' }]);
  });

  it('that is one Buffer by itself is stored, not taken for named parameters', () => {
    const insert = database.prepare('insert into kept (blob_column) values (?)');
    insert.run([Buffer.from('by itself')]);
    const read = database.prepare('select blob_column as value from kept where blob_column is not null');
    expect(read.all([])).toEqual([{ value: Buffer.from('by itself') }]);
  });

  it.each([
    ['undefined', undefined],
    ['a Date', new Date(0)],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['2^53', 2 ** 53],
    ['a bigint that would wrap', 2n ** 63n],
    ['text with NUL', 'cut\0here'],
    ['half a character', 'broken \uD83D'],
    ['an object', {}],
    ['a symbol', Symbol('s')],
    ['a list', ['a', 1]],
    ['a map', new Map([['a', 1]])],
    ['a boxed boolean', Object(true)],
    ['numbers of 16 bits', new Uint16Array([1, 2])],
    ['an ArrayBuffer', new ArrayBuffer(2)],
    ['a DataView', new DataView(new ArrayBuffer(2))],
    ['minus 2^53', -(2 ** 53)],
    ['a bigint of -2^53', -(2n ** 53n)],
    ['a function', () => 1],
  ])('that is %s is refused', (_, value) => {
    expect(() => readBack(value)).toThrow(refusal);
  });

  it.each([
    ['all at once', (sql: string) => database.prepare(sql).all([])],
    ['one by one', (sql: string) => [...database.prepare(sql).iterate([])]],
  ])('is read %s as what it is in JavaScript', (_, read) => {
    expect(
      read("select 1 as whole, 1.5 as part, 'a' as text, x'00ff' as bytes, x'' as none, null as missing"),
    ).toEqual([
      { whole: 1, part: 1.5, text: 'a', bytes: Buffer.from([0, 255]), none: Buffer.alloc(0), missing: null },
    ]);
    expect(() => read('select 9007199254740993 as value')).toThrow(refusal);
  });

  it('that is part of a larger buffer is kept without the rest', () => {
    const whole = Buffer.from('secret, public');
    expect(readBack(whole.subarray(8))).toEqual(Buffer.from('public'));
    expect(readBack(new Uint8Array(whole.buffer, whole.byteOffset + 8, 6))).toEqual(Buffer.from('public'));
  });

  it('that cannot be read back without loss is refused at reading', () => {
    const beyond = database.prepare('select 9007199254740993 as value');
    expect(() => beyond.all([])).toThrow(refusal);
  });
});

describe('the database', () => {
  it('doesn’t wait for the disk outside transactions, and holds to foreign keys', () => {
    const pragma = (name: string) => {
      const [row] = database.prepare(`pragma ${name}`).all([]) as Record<string, unknown>[];
      return Object.values(row ?? {});
    };
    expect(pragma('journal_mode')).toEqual(['wal']);
    // Transactions switch to FULL (libsql-driver.ts).
    expect(pragma('synchronous')).toEqual([1]);
    expect(pragma('foreign_keys')).toEqual([1]);
  });
});

function expectedFor(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'bigint') return Number(value);
  if (Object.is(value, -0)) return 0;
  return value instanceof Uint8Array ? Buffer.from(value) : value;
}

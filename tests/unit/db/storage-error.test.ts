import { describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { codeOfPostgres, toStorageError } from '../../../src/db/storage-error';
import { isStorageFailure } from '../../../src/shared/app-error';
import { requireOutside } from '../../support/shared';

const { DatabaseError } = requireOutside('pg') as typeof pg;

const sqlite = (code: string) =>
  toStorageError(Object.assign(new Error('database or disk is full'), { code }));
const postgres = (code: string) =>
  Object.assign(new DatabaseError('could not extend file', 1, 'error'), { code });

describe('a failure of the database', () => {
  it.each([
    [
      'a full disk',
      'database-read-only',
      ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_FSYNC'],
      ['53100'],
    ],
    [
      'a read-only disk or standby',
      'database-read-only',
      ['SQLITE_READONLY', 'SQLITE_READONLY_DIRECTORY'],
      ['25006'],
    ],
    [
      'a database that is away',
      'database-unavailable',
      ['SQLITE_CANTOPEN', 'SQLITE_NOTADB'],
      ['57P01', '08006', '53300'],
    ],
  ])('%s has one code on both engines', (_, code, sqliteCodes, postgresCodes) => {
    for (const one of sqliteCodes) expect(sqlite(one)).toMatchObject({ code });
    for (const one of postgresCodes) expect(codeOfPostgres(postgres(one))).toBe(code);
  });

  it('tells a lock that is held too long from a database that is away', () => {
    expect(codeOfPostgres(postgres('55P03'))).toBe('too-busy');
  });

  it('is none where the statement is wrong', () => {
    expect(codeOfPostgres(postgres('23505'))).toBeNull();
    const unique = Object.assign(new Error('UNIQUE'), { code: 'SQLITE_CONSTRAINT_UNIQUE' });
    expect(toStorageError(unique)).toBe(unique);
    expect(isStorageFailure(unique)).toBe(false);
  });

  it('of a connection that broke is a database that is away', () => {
    expect(codeOfPostgres(new Error('Connection terminated unexpectedly'))).toBe('database-unavailable');
  });
});

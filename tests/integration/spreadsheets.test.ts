/** Folders of CSV files through the command: as spreadsheets save them, and as nobody should be able to import them. */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, describe, it } from '@jest/globals';
import { runDirectoryCommand } from '../../src/cli/directory';
import { openDesk } from '../../src/cli/open-desk';
import { runRequestsCommand } from '../../src/cli/requests';
import { makeTemporaryFolder, makeTestDatabase, type TestDatabase } from '../support/database';

const CASES = path.join(__dirname, '../cases/spreadsheets');
let temporary: ReturnType<typeof makeTemporaryFolder>;
let made: TestDatabase;
let printed: string[];

beforeEach(async () => {
  temporary = makeTemporaryFolder();
  made = await makeTestDatabase();
  printed = [];
  cpSync(path.join(CASES, 'base'), at('ours'), { recursive: true });
});
afterEach(async () => {
  await made.remove();
  temporary.remove();
});

const at = (...parts: string[]) => path.join(temporary.folder, ...parts);
const run = (...args: string[]) =>
  runDirectoryCommand({
    args,
    database: made.options,
    routingRules: [],
    by: 'test',
    print: (line) => printed.push(line),
  });

async function exportAgain(...flags: string[]): Promise<Record<string, string>> {
  expect(await run('export', at('out'), ...flags)).toBe(0);
  return Object.fromEntries(
    readdirSync(at('out')).map((name) => [name, readFileSync(at('out', name), 'utf8')]),
  );
}

/** Of each file of the cases: what it takes the place of. */
const useCase = (name: string) => {
  cpSync(path.join(CASES, name), at('ours', `${name.split('-')[0] ?? ''}.csv`));
};

describe('a file as a spreadsheet saved it', () => {
  const READ = readdirSync(CASES).filter((name) => name.endsWith('.csv') && !name.includes('scientific'));

  it.each(READ)('is imported as if it were written by hand: %s', async (name) => {
    expect(await run('import', at('ours'))).toBe(0);
    const before = await exportAgain();
    useCase(name);
    expect(await run('import', at('ours'))).toBe(0);
    expect(printed.at(-1)).toBe('No changes: the directory is already up to date.');
    expect(await exportAgain()).toEqual(before);
  });

  it('keeps a person in her queue whose region is written in another case', async () => {
    useCase('people-region-case.csv');
    await run('import', at('ours'));
    await run('show');
    expect(printed.find((line) => line.startsWith('queue pdm-emea'))).toContain('Priya Nair');
  });

  it('is refused with a number for a tenant id, and nothing is imported', async () => {
    useCase('partners-scientific-id.csv');
    expect(await run('import', at('ours'))).toBe(1);
    expect(printed).toEqual([
      expect.stringMatching(
        /^partners\.csv:2 tenant_ids: found "1\.11111E\+07"\. Write the tenant id, a GUID/,
      ),
      '1 problem: nothing was imported.',
    ]);
    expect(await run('show')).toBe(1);
  });
});

describe('an export', () => {
  it.each([[], ['--semicolons']])(
    '%j opens right by a double click, and is imported again',
    async (...flags) => {
      const people = readFileSync(at('ours', 'people.csv'), 'utf8');
      writeFileSync(at('ours', 'people.csv'), people.replace('Priya Nair', 'Łukasz Żółć'));
      expect(await run('import', at('ours'))).toBe(0);
      const files = await exportAgain(...flags);
      for (const text of Object.values(files)) expect(text.startsWith('\uFEFF')).toBe(true);
      expect(files['people.csv']).toContain('Łukasz Żółć');
      expect(files['people.csv']?.split('\r\n')[0]).toContain(flags.length > 0 ? 'id;name' : 'id,name');
      expect(await run('import', at('out'))).toBe(0);
      expect(printed.at(-1)).toBe('No changes: the directory is already up to date.');
    },
  );

  it('of a queue goes to a file or to the terminal, each with a byte order mark', async () => {
    await run('import', at('ours'));
    const texts: string[] = [];
    const exportQueue = (...args: string[]) =>
      runRequestsCommand({
        args: ['export', ...args],
        database: made.options,
        by: 'test',
        print: (text) => texts.push(text),
        complain: (text) => texts.push(text),
      });
    expect(await exportQueue('PDM-EMEA')).toBe(0);
    expect(texts.at(-1)).toMatch(/^\uFEFFnumber,state,/);
    expect(await exportQueue('pdm-emea', at('queue.csv'), '--semicolons')).toBe(0);
    expect(texts.at(-1)).toBe(`Wrote ${at('queue.csv')}\n`);
    expect(readFileSync(at('queue.csv'), 'utf8')).toMatch(/^\uFEFFnumber;state;/);
  });
});

describe('a file that is not what it should be', () => {
  const refused = async (): Promise<string> => {
    let thrown = '';
    const code = await run('import', at('ours')).catch((error: unknown) => {
      thrown = error instanceof Error ? error.message : '';
      return 1;
    });
    expect(code).toBe(1);
    const { directory, close } = await openDesk({ database: made.options });
    expect(await directory.find()).toBeUndefined();
    await close();
    return `${thrown}${printed.join('\n')}`;
  };
  const HEADER = 'id,name,tenant_ids,mail_domains,region,managed,pdm,pts\n';

  it.each<[string, (file: string) => void, RegExp]>([
    [
      'a line of 100 MB',
      (file) => {
        writeFileSync(file, `${HEADER}${'x'.repeat(100_000_000)}`);
      },
      /^partners\.csv has more than 32 MB/,
    ],
    [
      'a line of 20 MB',
      (file) => {
        writeFileSync(file, `${HEADER}${'x'.repeat(20_000_000)}`);
      },
      /^partners\.csv:2 has 20000000 characters on one line/,
    ],
    [
      'a million rows',
      (file) => {
        writeFileSync(
          file,
          HEADER + Array.from({ length: 1_000_000 }, (_, row) => `p${row},P,,,E,no,,`).join('\n'),
        );
      },
      /^partners\.csv has more than 20000 rows/,
    ],
    [
      'a pipe that nobody writes to',
      (file) => {
        rmSync(file);
        execFileSync('mkfifo', [file]);
      },
      /^partners\.csv isn’t a regular file/,
    ],
    [
      'a device that never ends',
      (file) => {
        rmSync(file);
        symlinkSync('/dev/zero', file);
      },
      /^partners\.csv isn’t a regular file/,
    ],
    [
      'a million zeros',
      (file) => {
        writeFileSync(file, Buffer.alloc(1_000_000));
      },
      /^partners\.csv:1 has 1000000 characters on one line/,
    ],
    [
      'in a code page that may be two',
      (file) => {
        writeFileSync(file, Buffer.from(`${HEADER}a,Bjørn AS,,,EMEA,no,,\n`, 'latin1'));
      },
      /^partners\.csv:2 isn't UTF-8: .*windows-1250.*Nothing was imported\.$/s,
    ],
    [
      'a workbook',
      (file) => {
        writeFileSync(file, Buffer.from('PK\u0003\u0004', 'latin1'));
      },
      /^partners\.csv is a workbook, not CSV/,
    ],
  ])('is refused: %s', async (_, write, problem) => {
    write(at('ours', 'partners.csv'));
    expect(await refused()).toMatch(problem);
  });

  it('does not flood the terminal', async () => {
    const rows = Array.from({ length: 1_000 }, (_, row) => `P ${row},P,,,EMEA,no,,`);
    writeFileSync(at('ours', 'partners.csv'), HEADER + rows.join('\n'));
    expect(await run('import', at('ours'))).toBe(1);
    expect(printed.slice(-2)).toEqual(['… and 950 more.', '1000 problems: nothing was imported.']);
    expect(printed).toHaveLength(52);
  });
});

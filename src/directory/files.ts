import { createReadStream, existsSync } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../shared/app-error';
import { decodeCsv } from '../shared/csv/decode';
import type { CsvProblem } from '../shared/csv/problem';
import { describeProblem, type DirectoryFile, type DirectoryFiles } from './csv';
import type { Directory } from './directory';

const NAMES = ['partners', 'people', 'queues'] as const;
/** The limit leaves room for the maximum number of long rows. A larger file isn't a directory. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * Reads partners.csv, people.csv and queues.csv from a folder, and holidays.csv if it exists, in any unambiguous encoding.
 * Rejects with `directory-invalid` if one of the three is missing or one of the four can't be read as text.
 */
export async function readDirectoryFiles(folder: string): Promise<DirectoryFiles> {
  const missing = NAMES.filter((name) => !existsSync(toPath(folder, name)));
  if (missing.length > 0) {
    const names = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
      missing.map((name) => `${name}.csv`),
    );
    throw new AppError(
      'directory-invalid',
      `The folder ${folder} has no ${names}. Add the missing files and import again.`,
    );
  }
  const problems: string[] = [];
  const read = async (file: DirectoryFile): Promise<string> => {
    const found = await readText(toPath(folder, file));
    if ('text' in found) return found.text;
    problems.push(describeProblem({ file, ...found.problem }));
    return '';
  };
  const [partners, people, queues] = [await read('partners'), await read('people'), await read('queues')];
  const files = { partners, people, queues };
  const all = existsSync(toPath(folder, 'holidays')) ? { ...files, holidays: await read('holidays') } : files;
  if (problems.length === 0) return all;
  throw new AppError('directory-invalid', [...problems, 'Nothing was imported.'].join('\n'));
}

function toPath(folder: string, file: DirectoryFile): string {
  return path.join(folder, `${file}.csv`);
}

async function readText(file: string): Promise<{ text: string } | { problem: CsvProblem }> {
  // A pipe may never end, and opening one may never return.
  if (!(await stat(file)).isFile())
    return { problem: { line: null, message: 'isn’t a regular file. Copy its content to one.' } };
  const chunks: Buffer[] = [];
  // A file may grow while it's read.
  for await (const chunk of createReadStream(file, { end: MOST_BYTES })) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (bytes.length > MOST_BYTES) {
    const message = `has more than ${MOST_BYTES / 1024 / 1024} MB. Is this the right file?`;
    return { problem: { line: null, message } };
  }
  return decodeCsv(bytes);
}

export async function writeDirectoryFiles(folder: string, files: DirectoryFiles): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(
    Object.entries<string>({ ...files }).map(([name, text]) =>
      writeFile(path.join(folder, `${name}.csv`), text),
    ),
  );
}

/** Local mode: imports the sample organisation if there's no directory yet. It's marked, so that production rejects it. */
export async function importSampleWhenEmpty(directory: Directory, sampleFolder: string): Promise<void> {
  if ((await directory.find()) !== undefined) return;
  const files = await readDirectoryFiles(sampleFolder);
  const imported = await directory.importDirectory(files, { by: 'sample', isSample: true });
  if (imported.outcome === 'refused') {
    const problems = imported.problems.map(describeProblem);
    throw new Error(`The sample organisation has problems.\n${problems.join('\n')}`);
  }
}

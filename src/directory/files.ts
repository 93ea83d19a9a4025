import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../shared/app-error';
import type { DirectoryFiles } from './csv';
import type { Directory } from './directory';

const NAMES = ['partners.csv', 'people.csv', 'queues.csv'] as const;
const HOLIDAYS = 'holidays.csv';

/**
 * Reads partners.csv, people.csv and queues.csv of a folder, and holidays.csv where there is one; rejects with
 * `directory-invalid` when one of the three is missing.
 */
export async function readDirectoryFiles(folder: string): Promise<DirectoryFiles> {
  const missing = NAMES.filter((name) => !existsSync(path.join(folder, name)));
  if (missing.length > 0) {
    throw new AppError('directory-invalid', `The folder ${folder} has no ${missing.join(', no ')}.`);
  }
  const [partners, people, queues] = await Promise.all(
    NAMES.map((name) => readFile(path.join(folder, name), 'utf8')),
  );
  const files = { partners: partners ?? '', people: people ?? '', queues: queues ?? '' };
  const holidays = path.join(folder, HOLIDAYS);
  return existsSync(holidays) ? { ...files, holidays: await readFile(holidays, 'utf8') } : files;
}

export async function writeDirectoryFiles(folder: string, files: DirectoryFiles): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(
    Object.entries<string>({ ...files }).map(([name, text]) =>
      writeFile(path.join(folder, `${name}.csv`), text),
    ),
  );
}

/** Local mode: the sample organisation, when nothing was imported yet. Marked, so that production refuses it. */
export async function importSampleWhenEmpty(directory: Directory, sampleFolder: string): Promise<void> {
  if ((await directory.find()) !== undefined) return;
  const files = await readDirectoryFiles(sampleFolder);
  const imported = await directory.importDirectory(files, { by: 'sample', isSample: true });
  if (imported.outcome === 'refused') {
    const problems = imported.problems.map(
      ({ file, line, message }) => `${file}.csv:${line ?? ''} ${message}`,
    );
    throw new Error(`The sample organisation is not sound.\n${problems.join('\n')}`);
  }
}

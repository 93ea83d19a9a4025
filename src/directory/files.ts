import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DirectoryFiles } from './csv';
import type { Directory } from './directory';

/** Reads partners.csv, people.csv and queues.csv of a folder; rejects when one is missing. */
export async function readDirectoryFiles(folder: string): Promise<DirectoryFiles> {
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');
  const [partners, people, queues] = await Promise.all([
    read('partners.csv'),
    read('people.csv'),
    read('queues.csv'),
  ]);
  return { partners, people, queues };
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

import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';
import { AppError } from '../../shared/app-error';
import { ContentError, type ContentProblem } from '../model/content-error';
import { listFiles } from './list-files';
import { parseLocatedYaml } from './located-yaml';

/** One file of the content. `name` is its path inside the folder, with slashes, and `file` is where it was read. */
export interface ContentFile {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/**
 * Files in the same folder that other code reads: the sample organisation, routing, vectors, the encoder, and the
 * sentences that teach the bot how people name customers.
 */
const READ_ELSEWHERE = [
  ...['sample/', 'routing.yaml', 'content.yaml', 'vectors/', 'encoder/', 'customer-names/'],
];

/** If CONTENT_DIR has this file, it replaces all our content except the files that `keep` names. */
const WHOLE = 'content.yaml';
const Whole = z.strictObject({ keep: z.array(z.string()) });

/**
 * Reads the files under `dir` by name. A file of `overlayDir` replaces ours with the same name, a blank one removes it,
 * and a new one is added. If the overlay has a content.yaml, only our files that its `keep` names stay. A folder that
 * doesn't exist is a problem, because a mistyped one must not count as empty.
 */
export function readContentFiles(
  dir: string,
  overlayDir: string | undefined,
): { readonly files: readonly ContentFile[]; readonly problems: readonly ContentProblem[] } {
  const byName = new Map<string, ContentFile>();
  const problems: ContentProblem[] = [];
  const kept = readKept(overlayDir);
  for (const folder of overlayDir === undefined ? [dir] : [dir, overlayDir]) {
    if (!existsSync(folder) || !statSync(folder).isDirectory()) {
      problems.push({
        file: folder,
        line: null,
        message: 'doesn’t exist. Set CONTENT_DIR to an existing folder.',
      });
      continue;
    }
    const found = listFiles(folder);
    problems.push(...found.problems);
    for (const file of readFiles(folder, found.names))
      if (folder !== dir || kept === null || kept.includes(file.name)) byName.set(file.name, file);
  }
  if (kept !== null && overlayDir !== undefined) problems.push(...findNotKept(dir, overlayDir, kept));
  const files = [...byName.values()].filter(({ file, text }) => text.trim() !== '' || isUnder(dir, file));
  return { files: files.sort((a, b) => (a.name < b.name ? -1 : 1)), problems };
}

/**
 * Finds a file or folder that other code reads: in CONTENT_DIR if it's there, otherwise in ours, unless CONTENT_DIR
 * replaces all our content.
 */
export function findContentFile(dir: string, name: string, overlayDir: string | undefined): string {
  const overlaid = overlayDir === undefined ? undefined : path.join(overlayDir, name);
  if (overlaid !== undefined && existsSync(overlaid)) return overlaid;
  const kept = readKept(overlayDir);
  if (overlaid !== undefined && kept !== null && !kept.includes(name))
    throw new AppError(
      'content-invalid',
      `${overlaid} is missing. Add it, or list it under keep in ${WHOLE}.`,
    );
  return path.join(dir, name);
}

/** Null if all our files stay unless the overlay replaces them. */
function readKept(overlayDir: string | undefined): readonly string[] | null {
  const file = path.join(overlayDir ?? '', WHOLE);
  if (overlayDir === undefined || !existsSync(file)) return null;
  const parsed = Whole.safeParse(parseLocatedYaml(readText(file), file).value);
  if (parsed.success) return parsed.data.keep;
  const problem = {
    file,
    line: 1,
    message: 'must contain `keep:` and a list of file names, which may be empty',
  };
  throw new ContentError([problem]);
}

function findNotKept(dir: string, overlayDir: string, kept: readonly string[]): ContentProblem[] {
  return kept
    .filter((name) => !existsSync(path.join(dir, name)))
    .map((name) => ({
      file: path.join(overlayDir, WHOLE),
      line: 1,
      message: `keep: "${name}" doesn't exist`,
    }));
}

function readFiles(folder: string, names: readonly string[]): ContentFile[] {
  return names
    .filter((name) => path.basename(name) !== 'README.md')
    .filter((name) => !READ_ELSEWHERE.some((other) => name.startsWith(other)))
    .map((name) => ({ name, file: path.join(folder, name) }))
    .map(({ name, file }) => ({ name, file, text: readText(file) }));
}

function readText(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n');
}

function isUnder(dir: string, file: string): boolean {
  return !path.relative(dir, file).startsWith('..');
}

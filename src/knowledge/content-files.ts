import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ContentProblem } from './content-error';

/** One file of the knowledge base: `name` is its path inside the folder, with slashes, `file` where it was read. */
export interface ContentFile {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/** In the same folder, read by other rooms: the sample organisation, the routing of requests, reasons to decline. */
const READ_ELSEWHERE = ['sample/', 'routing.yaml', 'decline-reasons.yaml'];

/**
 * The files under `dir`, by name. A file of `overlayDir` takes the place of ours with the same name, a blank one takes
 * it away, and a new one is added. A folder that does not exist is a problem: a mistyped one must not pass as empty.
 */
export function readContentFiles(
  dir: string,
  overlayDir: string | undefined,
): { readonly files: readonly ContentFile[]; readonly problems: readonly ContentProblem[] } {
  const byName = new Map<string, ContentFile>();
  const problems: ContentProblem[] = [];
  for (const folder of overlayDir === undefined ? [dir] : [dir, overlayDir]) {
    if (!existsSync(folder) || !statSync(folder).isDirectory()) {
      problems.push({ file: folder, line: 1, message: 'is no folder with content' });
      continue;
    }
    for (const file of readFolder(folder)) byName.set(file.name, file);
  }
  const files = [...byName.values()].filter(({ file, text }) => text.trim() !== '' || isUnder(dir, file));
  return { files: files.sort((a, b) => (a.name < b.name ? -1 : 1)), problems };
}

function readFolder(folder: string): ContentFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile() && !found.name.startsWith('.') && found.name !== 'README.md')
    .map((found) => path.join(found.parentPath, found.name))
    .map((file) => ({ file, name: path.relative(folder, file).split(path.sep).join('/') }))
    .filter(({ name }) => !READ_ELSEWHERE.some((other) => name.startsWith(other)))
    .map(({ file, name }) => ({ file, name, text: readText(file) }));
}

function readText(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n');
}

function isUnder(dir: string, file: string): boolean {
  return !path.relative(dir, file).startsWith('..');
}

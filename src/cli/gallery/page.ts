import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../../cards/words/languages';
import { findProjectRoot } from '../../shared/project-root';

const libraries = ['adaptivecards/dist/adaptivecards.min.js', 'markdown-it/browser'];

/**
 * A page that draws `exhibits` by one of this folder's scripts, as HTML. All is inlined, so that it opens from the disk
 * with no server and no network.
 */
export function drawPage(
  script: 'gallery.js' | 'chat.js',
  exhibits: unknown,
  language: Language = 'en',
): string {
  const scripts = [
    ...libraries.map((library) => readFileSync(require.resolve(library), 'utf8')),
    ...['themes.js', 'draw.js', script].map(read),
  ];
  return read('page.html')
    .replace('lang="en"', `lang="${language}"`)
    .replace('<html', () => `<html data-avatar="${avatar()}"`)
    .replace('<!-- style -->', () => `<style>${read('look.css')}</style>`)
    .replace('<!-- scripts -->', () => scripts.map((code) => `<script>${code}</script>`).join('\n'))
    .replace('<script id="exhibits" type="application/json">', (tag) => tag + inScript(exhibits));
}

function read(file: string): string {
  return readFileSync(path.join(findProjectRoot(), 'src', 'cli', 'gallery', file), 'utf8');
}

/** The app's own icon, as Teams shows it beside the bot's messages. */
function avatar(): string {
  const icon = readFileSync(path.join(findProjectRoot(), 'teamsapp', 'color.png'));
  return `data:image/png;base64,${icon.toString('base64')}`;
}

/** JSON that cannot close the script it stands in. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../../../cards/words/languages';
import { findProjectRoot } from '../../../shared/project-root';

const libraries = ['adaptivecards/dist/adaptivecards.min.js', 'markdown-it/browser'];

/**
 * Creates an HTML page that draws `exhibits` with one of this folder's scripts. Everything is inlined, so the page
 * opens from the disk without a server or a network.
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
  return readFileSync(path.join(findProjectRoot(), 'src/cli/develop/gallery', file), 'utf8');
}

/** The app's icon, which Teams shows beside the bot's messages. */
function avatar(): string {
  const icon = readFileSync(path.join(findProjectRoot(), 'teamsapp', 'color.png'));
  return `data:image/png;base64,${icon.toString('base64')}`;
}

/** Writes JSON that can't close the script element around it. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

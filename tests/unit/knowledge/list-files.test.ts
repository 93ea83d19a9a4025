import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readContentFiles } from '../../../src/knowledge/load/content-files';
import { makeTemporaryFolder } from '../../support/database';

let temporary: ReturnType<typeof makeTemporaryFolder>;
let folder: string;
let ours: string;
beforeEach(() => {
  temporary = makeTemporaryFolder();
  folder = path.join(temporary.folder, 'mounted');
  ours = path.join(temporary.folder, 'ours');
  mkdirSync(folder);
  mkdirSync(ours);
});
afterEach(() => {
  temporary.remove();
});

const write = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
};
const link = (name: string, target: string) => {
  symlinkSync(target, path.join(folder, name));
};
const readMounted = () => readContentFiles(ours, folder);

describe('content that is mounted as links', () => {
  it('is read as Kubernetes mounts a ConfigMap, each file once', () => {
    write('..2026_11_30/facts.yaml', 'facts');
    write('..2026_11_30/faq/new.md', 'entry');
    link('..data', '..2026_11_30');
    link('facts.yaml', '..data/facts.yaml');
    link('faq', '..data/faq');
    const { files, problems } = readMounted();
    expect(problems).toEqual([]);
    expect(files.map(({ name, text }) => [name, text])).toEqual([
      ['facts.yaml', 'facts'],
      ['faq/new.md', 'entry'],
    ]);
  });

  it('names a link that leads nowhere', () => {
    link('facts.yaml', '..data/facts.yaml');
    link('itself.yaml', 'itself.yaml');
    const { problems } = readMounted();
    expect(problems.map(({ file, message }) => [path.basename(file), message])).toEqual([
      ['facts.yaml', 'links to a missing file'],
      ['itself.yaml', 'links to a missing file'],
    ]);
  });

  it('names a link that leads in a circle, and ends', () => {
    write('faq/new.md', 'entry');
    link('faq/again', '..');
    const { files, problems } = readMounted();
    expect(files.map(({ name }) => name)).toEqual(['faq/new.md']);
    expect(problems).toMatchObject([{ message: 'links to a folder that contains it' }]);
  });
});

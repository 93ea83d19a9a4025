/** `npm run ask` with a model in files: its requests, and its replies. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findProjectRoot } from '../../src/shared/project-root';

const TEXT = 'who picks the people in the end?';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'model-files-'));
  writeFileSync(file('questions'), `${JSON.stringify({ id: 'one', text: TEXT })}\n`);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const file = (name: string) => path.join(folder, `${name}.jsonl`);
const read = (name: string) => JSON.parse(readFileSync(file(name), 'utf8')) as Record<string, unknown>;

function ask(...args: readonly string[]) {
  const program = path.join(findProjectRoot(), 'dist/src/cli/main.js');
  // An endpoint in the environment must not be called.
  const env = { PATH: process.env['PATH'], MODEL_URL: 'http://127.0.0.1:9/', MODEL_NAME: 'any' };
  return spawnSync(process.execPath, [program, 'ask', '--in', file('questions'), ...args], {
    encoding: 'utf8',
    env,
  });
}

describe('a model in files', () => {
  it('gets its requests written and its replies read', () => {
    expect(ask('--model-requests', file('requests'))).toMatchObject({ status: 0, stderr: '' });
    const { id, request } = read('requests') as {
      id: string;
      request: { model: string; messages: { role: string; content: string }[] };
    };
    expect(request).toMatchObject({ model: 'any', response_format: { type: 'json_schema' } });
    const [line, door] =
      /^(gps-team) \| ([a-z-]+) \|/m.exec(request.messages[0]?.content ?? '')?.slice(1) ?? [];
    const reply = {
      answers: [{ id: line, part: TEXT, verdict: 'none' }],
      ...{ door, request: null, language: 'en', translation: null },
    };
    writeFileSync(file('replies'), JSON.stringify({ id, reply }));
    expect(ask('--out', file('answers'), '--model-replies', file('replies'))).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(read('answers')).toMatchObject({ id: 'one', label: 'gps-team', door });
  });

  it('isn’t both', () => {
    const both = ask('--model-requests', file('requests'), '--model-replies', file('replies'));
    expect(both.status).toBe(1);
    expect(both.stderr).toContain('--model-replies');
  });
});

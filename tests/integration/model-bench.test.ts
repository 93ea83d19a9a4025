/** How a model is evaluated: requests to a file, replies from one, and the report on both. */
import { describe, expect, it } from '@jest/globals';
import { reportModel } from '../../src/cli/develop/bench-model';
import type { LabelledLine } from '../../src/cli/develop/labelled-lines';
import { createRecorder, createReplay } from '../../src/model/replay';
import { catalogue, choose, openReader } from '../support/model';
import { content } from '../support/shared';
import { useUnderstanding } from '../support/understanding';

const understanding = useUnderstanding();
const known = content.entries.find(({ id }) => id === 'desk-how-to-engage')!;
const gap = content.notCovered.find(({ topic, id }) => topic === id)!;

function line(text: string, label: string): LabelledLine {
  return { id: text, text, label, kind: '', earlier: [], acceptable: [], doors: [] };
}

async function record(texts: readonly string[]) {
  const lines: { id: string; request: { messages: { content: string }[] } }[] = [];
  const recorder = createRecorder('any', (written) =>
    lines.push(JSON.parse(written) as (typeof lines)[number]),
  );
  const { ask } = openReader(understanding, recorder);
  for (const text of texts) await ask(text);
  return lines;
}

describe('a recorder', () => {
  it('writes each request once, and leaves the local reply in place', async () => {
    const texts = ['who picks the people?', 'who pays for the people?', 'who picks the people?'];
    const lines = await record(texts);
    expect(
      lines.map(({ request }) => (JSON.parse(request.messages[1]!.content) as { message: string }).message),
    ).toEqual(texts.slice(0, 2));
    expect(new Set(lines.map(({ id }) => id)).size).toBe(2);
  });
});

describe('a replay', () => {
  it('answers by the id of the request, with the model’s JSON as an object or as text, and skips broken lines', async () => {
    const text = 'who picks the people?';
    const [{ id } = { id: '' }] = await record([text]);
    for (const reply of [choose(text, ['gps-team']), JSON.stringify(choose(text, ['gps-team']))]) {
      const replay = createReplay(['{"id":', '', JSON.stringify({ id, reply })]);
      expect((await openReader(understanding, replay).ask(text)).reply).toMatchObject({
        statements: [{ id: 'gps-team' }],
      });
    }
  });
});

describe('the report', () => {
  it('counts for local, model and both what is right, claimed wrongly, answered though not covered, and abstained', async () => {
    const lines = [
      line('zorp one, how to get people of the desk?', known.topic),
      line('zorp two, how to get people of the desk?', known.topic),
      line('zorp three, is that one not covered?', gap.topic),
      line('zorp four, is that one not covered?', gap.topic),
      line('zorp five, how to get people of the desk?', known.topic),
    ];
    const replies = [
      choose(lines[0]!.text, [known.id]),
      choose(lines[1]!.text, []),
      choose(lines[2]!.text, ['gps-team']),
      choose(lines[3]!.text, [gap.id]),
      choose(lines[4]!.text, ['invented']),
    ];
    const recorded = await record(lines.map(({ text }) => text));
    const replay = createReplay(recorded.map(({ id }, at) => JSON.stringify({ id, reply: replies[at] })));
    const report = await reportModel({ content, ...understanding, transport: replay }, lines);
    const model = report.slice(report.indexOf('model alone:') + 1, report.indexOf('model alone:') + 5);
    expect(model.map((row) => /\((\d+)\/(\d+)/.exec(row)?.slice(1).map(Number))).toEqual([
      [2, 5],
      [1, 5],
      [1, 2],
      [2, 3],
    ]);
    expect(report.find((row) => row.startsWith('rejected'))).toContain('(1/5');
    expect(report.filter((row) => row.startsWith('both'))).toHaveLength(2);
    expect(catalogue.items.has(gap.id)).toBe(true);
  });
});

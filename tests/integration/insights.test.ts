/** What people thought of answers and what was not answered: stored without who, read by who owns the knowledge. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runInsightsCommand } from '../../src/cli/insights';
import { createInsights, type Insights } from '../../src/insights/insights';
import { createVersions } from '../../src/knowledge/model/versions';
import { countRows, leftOf, maya, openPrivateDesk, priya, privacy, submit, test } from '../support/privacy';
import { content } from '../support/shared';

const DAY_MS = 24 * 60 * 60 * 1000;
const findVersion = createVersions(content);
const shown = (entryId: string) => ({ entryId, version: findVersion(entryId)! });
const message = (activityId: string, conversationId = 'a:chat') => ({ conversationId, activityId });

let insights: Insights;
beforeEach(async () => {
  await openPrivateDesk();
  const { database, insightsStore: store } = test.storage;
  insights = createInsights({ database, store, clock: test.clock, hash: (words) => privacy.hash(words) });
});
afterEach(() => test.close());

async function printInsights(...args: string[]): Promise<string> {
  const printed: string[] = [];
  const print = (text: string) => printed.push(text);
  await runInsightsCommand({ args, database: test.options, content, print });
  return printed.join('\n');
}

describe('an opinion', () => {
  it('is of the entries that the message shown, once a person, and the later one counts', async () => {
    await insights.rememberShownEntries(message('act-1'), [shown('desk-is'), shown('desk-is-not')]);
    const rate = (userId: string, liked: boolean, words: string | null = null) =>
      insights.rate(message('act-1'), userId, { liked, words });
    expect(await rate('29:one', true)).toBe('stored');
    expect(await rate('29:one', false, 'The hours are missing.')).toBe('stored');
    expect(await rate('29:one', false)).toBe('stored');
    expect(await rate('29:two', true)).toBe('stored');
    const { entries } = await insights.report();
    expect(entries).toMatchObject([
      { entryId: expect.stringMatching(/^desk-is/), likes: 1, dislikes: 1 },
      { entryId: expect.stringMatching(/^desk-is/), likes: 1, dislikes: 1 },
    ]);
    expect(entries.flatMap(({ said }) => said)).toEqual([
      { liked: false, words: 'The hours are missing.', version: findVersion('desk-is') },
    ]);
  });

  it('is of nothing where the message isn’t known', async () => {
    expect(await insights.rate(message('act-9'), '29:one', { liked: false, words: 'x' })).toBe('unknown');
    expect(await countRows()).toMatchObject({ feedback: 0, answered_messages: 0 });
  });

  it('on a reply in a channel’s thread is found by the channel', async () => {
    await insights.rememberShownEntries(message('act-2', '19:c@thread.tacv2;messageid=17'), [
      shown('desk-is'),
    ]);
    const rating = { liked: true, words: null };
    expect(await insights.rate(message('act-2', '19:c@thread.tacv2'), '29:one', rating)).toBe('stored');
  });

  it('leaves no id of a person, a chat or a message in the database', async () => {
    await insights.rememberShownEntries(message('ACT-SECRET', 'a:CHAT-SECRET'), [shown('desk-is')]);
    const rating = { liked: true, words: null };
    await insights.rate(message('ACT-SECRET', 'a:CHAT-SECRET'), '29:USER-SECRET', rating);
    expect(await leftOf('ACT-SECRET', 'CHAT-SECRET', 'USER-SECRET')).toEqual([]);
  });
});

describe('what was not answered', () => {
  it('is counted by day and topic, and nothing else of it is there', async () => {
    await insights.countUnanswered({ kind: 'not-covered', topic: 'product-prices' });
    await insights.countUnanswered({ kind: 'not-covered', topic: 'product-prices' });
    test.clock.advance(DAY_MS);
    await insights.countUnanswered({ kind: 'unclear', topic: 'unclear' });
    expect((await insights.report()).unanswered).toEqual([
      { day: '2026-11-24', kind: 'unclear', topic: 'unclear', count: 1 },
      { day: '2026-11-23', kind: 'not-covered', topic: 'product-prices', count: 2 },
    ]);
  });
});

describe('npm run insights', () => {
  it('says so when there is nothing yet', async () => {
    expect(await printInsights()).toMatch(/no feedback yet[^]*none/);
  });

  it('lists the most disliked entry first, with words, and whether they are about what it says now', async () => {
    await insights.rememberShownEntries(message('act-1'), [shown('desk-is')]);
    await insights.rememberShownEntries(message('act-2'), [{ entryId: 'desk-is-not', version: 'before' }]);
    await insights.rememberShownEntries(message('act-3'), [{ entryId: 'long-gone', version: 'before' }]);
    await insights.rate(message('act-1'), '29:one', { liked: true, words: null });
    await insights.rate(message('act-2'), '29:one', { liked: false, words: 'Which hours?\nOurs?' });
    await insights.rate(message('act-3'), '29:one', { liked: true, words: null });
    await insights.countUnanswered({ kind: 'not-covered', topic: 'product-prices' });
    const printed = await printInsights();
    expect(printed.indexOf('desk-is-not: ')).toBeLessThan(printed.indexOf('desk-is: '));
    expect(printed).toContain('all feedback is about an earlier version');
    expect(printed).toContain('1 not helpful, 0 helpful, latest on 2026-11-23');
    expect(printed).toContain('not helpful (earlier version): Which hours? Ours?');
    expect(printed).toContain('long-gone:  (removed)');
    expect(printed).toMatch(/2026-11-23\n +1 {2}not covered: Prices of Microsoft products/);
    expect(JSON.parse(await printInsights('--json'))).toMatchObject({ unanswered: [{ count: 1 }] });
  });
});

describe('a version', () => {
  it('is another one when a reader sees other words, and the same when only wordings or review dates changed', () => {
    const [entry] = content.entries;
    const versionOf = (changes: object) =>
      createVersions({ ...content, entries: [{ ...entry!, ...changes }] })(entry!.id);
    const now = findVersion(entry!.id);
    expect(now).toMatch(/^[0-9a-f]{12}$/);
    expect(versionOf({ asks: ['something else'], reviewBy: '2030-01-01', verified: '2029-01-01' })).toBe(now);
    expect(versionOf({ answer: `${entry!.answer} More.` })).not.toBe(now);
  });
});

describe('the privacy of opinions', () => {
  const rate = (words: string | null, userId = maya.userId, id = 'act-1') =>
    insights.rate(message(id), userId, { liked: false, words });
  beforeEach(() => insights.rememberShownEntries(message('act-1'), [shown('desk-is')]));

  it('is deleted after 90 days: answers, ratings and unanswered questions', async () => {
    await rate('MAYA-WORDS');
    await insights.countUnanswered({ kind: 'unclear', topic: 'unclear' });
    test.clock.advance(89 * DAY_MS);
    expect(await privacy.sweep()).toEqual({});
    test.clock.advance(2 * DAY_MS);
    expect(await privacy.sweep()).toEqual({ answered_messages: 1, feedback: 1, unanswered: 1 });
    await test.storage.database.overwriteDeleted();
    expect(await leftOf('MAYA-WORDS')).toEqual([]);
  });

  it('lets a person see what they said, and takes it out with them', async () => {
    await submit('one');
    await rate('MAYA-WORDS');
    await rate('The other one’s.', priya.userId);
    expect((await privacy.show(maya.userId))?.['feedback']).toMatchObject([{ words: 'MAYA-WORDS' }]);
    expect(await privacy.erase(maya.userId)).toMatchObject({ outcome: 'erased' });
    expect(await leftOf('MAYA-WORDS')).toEqual([]);
    expect(await leftOf('The other one’s.')).not.toEqual([]);
  });

  it('takes out what others wrote that names who is erased, and keeps that they disliked it', async () => {
    await submit('one');
    await rate('Ask Maya Hoffmann, she knows.', priya.userId);
    await privacy.erase(maya.userId);
    expect(await leftOf('Ask Maya')).toEqual([]);
    expect((await insights.report()).entries).toMatchObject([{ dislikes: 1, said: [] }]);
  });
});

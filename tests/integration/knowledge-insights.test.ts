/** What a knowledge owner sees in the chat of how the answers do: who may, where, and that nobody's words are in it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor, Outgoing } from '../../src/conversation/message';
import { createInsights } from '../../src/insights/insights';
import { createVersions } from '../../src/knowledge/model/versions';
import { actor, inPersonal, inQueueChannel, openConversation, textOfAll } from '../support/conversation';
import { channelAddress, openTestDesk, person, type TestDesk } from '../support/desk';
import { content } from '../support/shared';

const amara = actor('amara', 'Amara', { mail: 'amara.diallo@contoso.com' });
const olga = actor('olga', 'Olga');
const priya = actor('priya', 'Priya Nair', { mail: 'priya.nair@contoso.com' });
const maya = actor('maya', 'Maya', { tenantId: '11111111-0000-4000-8000-000000000001' });
const SECRET = 'Zebrafish Holdings was told nothing';

const findVersion = createVersions(content);
const [liked, disliked] = content.entries.filter(({ asks }) => asks.length > 0);

let test: TestDesk;
let conversation: ReturnType<typeof openConversation>;

beforeAll(async () => {
  test = await openTestDesk({ admins: ['aad-olga'] });
  conversation = openConversation(test);
});
afterAll(async () => {
  await test.close();
});

const inPrivate = (who: Actor, text = 'insights') => conversation.say(who, inPersonal(who), text);
const isShown = (outgoing: readonly Outgoing[]) => outgoing[0]?.card?.name === 'insights';

describe('insights in the chat', () => {
  it('say so where there is nothing to tell', async () => {
    expect(textOfAll(await inPrivate(amara))).toContain('No ratings and no unanswered questions yet');
  });

  it('tell what did not help and what was not answered, in numbers and without anybody’s words', async () => {
    const { database, insightsStore: store } = test.storage;
    const hash = (words: string) => Promise.resolve(words);
    const insights = createInsights({ database, store, clock: test.clock, hash });
    const entry = (entryId: string, version = findVersion(entryId)!) => ({ entryId, version });
    const rate = (id: string, userId: string, words: string | null, isLiked = false) =>
      insights.rate({ conversationId: 'a', activityId: id }, userId, { liked: isLiked, words });
    await insights.rememberShownEntries({ conversationId: 'a', activityId: '1' }, [
      entry(disliked!.id, 'before'),
    ]);
    await insights.rememberShownEntries({ conversationId: 'a', activityId: '2' }, [entry(liked!.id)]);
    await rate('1', '29:one', SECRET);
    await rate('1', '29:two', null, true);
    await rate('2', '29:one', null, true);
    const [gap] = content.notCovered;
    for (let days = 0; days < 2; days++) {
      await insights.countUnanswered({ kind: 'not-covered', topic: gap!.id });
      test.clock.advance(24 * 60 * 60 * 1000);
    }

    const shown = textOfAll(await inPrivate(amara));
    expect(shown).toContain('since 23 Nov 2026: 2 yes, 1 no');
    expect(shown).toContain(disliked!.title);
    expect(shown).toContain('1 no, 1 yes · changed since then');
    expect(shown).not.toContain(liked!.title);
    expect(shown).toContain(gap!.title);
    expect(shown).toContain('2 times · not covered');
    expect(shown).not.toContain(SECRET);
  });

  it('are for leads and operators; from anybody else the word is a question like any other', async () => {
    for (const who of [amara, olga]) {
      expect(isShown(await inPrivate(who))).toBe(true);
      expect(textOfAll(await inPrivate(who, 'help'))).toContain('**insights**');
    }
    for (const who of [priya, maya]) {
      expect(isShown(await inPrivate(who))).toBe(false);
      expect(textOfAll(await inPrivate(who, 'help'))).not.toContain('**insights**');
    }
  });

  it('are shown in the channel of a queue that one leads, its threads included, and in no other', async () => {
    const lead = await person(test.directory, 'amara-diallo');
    const where = { address: channelAddress('pdm-emea'), teamName: 'Desk', channelName: 'PDM' };
    await test.desk.registerQueue({ by: lead, queue: 'pdm-emea', ...where });
    const inThread = inQueueChannel('pdm-emea;messageid=1700000000000');
    expect(isShown(await conversation.say(amara, inThread, 'insights'))).toBe(true);
    expect(isShown(await conversation.say(priya, inThread, 'insights'))).toBe(false);
    const elsewhere = await conversation.say(amara, inQueueChannel('general'), 'insights');
    expect(textOfAll(elsewhere)).toContain('the channel of a queue that you lead');
  });

  it('leave nothing behind that went wrong', () => {
    expect(conversation.errors).toEqual([]);
  });
});

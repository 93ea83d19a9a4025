/** What the bot says about itself: what it covers, what to type, and what it stores. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '../../cards/words/languages';
import { PERIODS } from '../../src/privacy/periods';
import { actor, inPersonal, inQueueChannel, openConversation, textOfAll } from '../support/conversation';
import { openTestDesk, requester, submission, type TestDesk } from '../support/desk';
import { objectsOf } from '../support/card-check';
import { content } from '../support/shared';

const { help, privacy } = languages.en;
const NORTHWIND = '11111111-0000-4000-8000-000000000001';
const maya = actor('maya', 'Maya Hoffmann', { tenantId: NORTHWIND });
const priya = actor('priya', 'Priya Nair', { mail: 'priya.nair@contoso.com' });

let test: TestDesk;
let chat: ReturnType<typeof openConversation>;
beforeAll(async () => {
  test = await openTestDesk();
  chat = openConversation(test);
}, 60_000);
afterAll(async () => {
  expect(chat.errors).toEqual([]);
  await test.close();
});

const say = async (who: typeof maya, text: string) => textOfAll(await chat.say(who, inPersonal(who), text));

describe('help', () => {
  it('says what the bot is and covers before any command', async () => {
    const said = await say(maya, 'help');
    const what = said.indexOf(help.what(content.programmes.map(({ shortName }) => shortName)));
    expect(what).toBeGreaterThan(-1);
    expect(what).toBeLessThan(said.indexOf(help.example));
  });

  it('shows commands with a number to nobody who has neither requests nor a queue', async () => {
    expect(await say(maya, 'help')).not.toContain('PD-');
  });

  it('shows a partner the commands for requests once there is one', async () => {
    const by = await requester(test.directory, 'northwind-traders', 'Maya');
    await test.desk.submit({
      by: { ...by, userId: maya.userId },
      input: submission(),
      address: null,
      confirmationActivityId: null,
    });
    const said = await say(maya, 'help');
    expect(said).toContain(help.requestCommands.at(-1));
    expect(said).not.toContain(help.queueCommands[0]);
  });

  it('shows the people of a queue what they can do', async () => {
    const said = await say(priya, 'help');
    expect(said).toContain(help.queueCommands[0]);
    expect(said).not.toContain(help.requestCommands[0]);
  });

  it('says in a channel what the bot covers, without commands', async () => {
    const said = textOfAll(await chat.say(maya, inQueueChannel('general'), 'help'));
    expect(said).toContain('TPD');
    expect(said).not.toContain('PD-0');
  });
});

describe('the question what happens to messages', () => {
  const shown = [
    privacy.chat(PERIODS.dialoguesMinutes.byDefault),
    privacy.requests(PERIODS.closedRequestsMonths.byDefault),
    privacy.confidential,
    privacy.vulnerabilities,
    privacy.feedback(PERIODS.feedbackDays.byDefault),
    privacy.unanswered,
    privacy.address(PERIODS.goneAddressesDays.byDefault),
  ];

  it.each([
    ...Object.values(languages).map((words) => words.help.privacy),
    'privacy',
    'What do you do with what I write?',
    'Will anybody else read what I type here?',
    'do you hang on to my messages',
    'How long is this chat stored?',
    'Speicherst du, was ich schreibe?',
  ])('is answered with what is stored, for how long and who sees it: %s', async (question) => {
    const said = await say(maya, question);
    expect(shown.filter((line) => !said.includes(line))).toEqual([]);
  });

  it('is answered alone where only one thing is asked, with the rest one press away', async () => {
    const said = await say(maya, 'can my manager see what I ask you');
    expect(said).toContain(privacy.about['privacy-readers'].title);
    expect(said).toContain(privacy.about['privacy-readers'].chat);
    const folded = objectsOf(JSON.parse(said)).filter(({ id }) => id === 'all');
    expect(folded).toMatchObject([{ isVisible: false }]);
    expect(shown.filter((line) => !said.includes(line))).toEqual([]);
  });

  it('is answered in a channel with what is true there', async () => {
    const said = textOfAll(await chat.say(maya, inQueueChannel('general'), 'do you store my messages'));
    expect(said).toContain(privacy.inChannel);
  });
});

/** What Teams asks and waits for, over HTTP as Teams does it: look-ups, dialogs, and the link of an answer. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inChannel, mentions, personal, type Someone } from '../support/activities';
import { findInFiles, Journey, PDM_CHANNEL, people } from '../support/journey';
import { LOOKUP_COMMANDS } from '../../src/teams/inbound/lookup-commands';
import { findProjectRoot } from '../../src/shared/project-root';

const { maya, priya, gia } = people;
const SECRET = 'Zebrafish Holdings';
const TALK = { id: '19:talk@thread.tacv2', name: 'Talk' };

interface Answer {
  composeExtension?: {
    type: string;
    text?: string;
    attachments?: {
      contentType: string;
      content: unknown;
      preview: { content: { title: string; text: string; tap?: unknown } };
    }[];
  };
  task?: { type: string; value: string | { card: { content: unknown } } };
}

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.start({ env: { PUBLIC_URL: 'https://desk.example' } });
  await journey.openQueues();
}, 60_000);
afterAll(() => journey.stop(SECRET));

async function invoke(
  who: Someone,
  name: string,
  value: unknown,
  where: 'personal' | 'channel' = 'channel',
): Promise<Answer> {
  const fields = { type: 'invoke', name, value };
  const activity =
    where === 'personal'
      ? personal(journey.connector, who, fields)
      : inChannel(journey.connector, who, TALK, fields);
  const { status, body } = await journey.nextBot().post(activity);
  expect(status).toBe(200);
  return JSON.parse(body) as Answer;
}

const search = (who: Someone, words: string, queryOptions: object = { skip: 0, count: 10 }) =>
  invoke(who, 'composeExtension/query', {
    commandId: 'search',
    parameters: [words === '' ? { name: 'initialRun', value: 'true' } : { name: 'searchText', value: words }],
    queryOptions,
  });
const titles = ({ composeExtension }: Answer) =>
  (composeExtension?.attachments ?? []).map(({ preview }) => preview.content.title);
const textOf = (answer: unknown) => JSON.stringify(answer);

/** The form that a dialog shows: what it would send unchanged. */
function formOf(answer: Answer): Record<string, string> {
  const values: Record<string, string> = {};
  JSON.stringify(answer, (_key, part: unknown) => {
    const { type, id, value } = (part ?? {}) as { type?: string; id?: string; value?: string };
    if (type?.startsWith('Input.') === true && id !== undefined) values[id] = value ?? '';
    return part;
  });
  const formId = /"formId":"([^"]+)"/.exec(textOf(answer))?.[1];
  if (formId === undefined) throw new Error(`No form: ${textOf(answer)}`);
  return { ...values, formId };
}

describe('the message extension', () => {
  it('has a first page before anything is typed, and a next one', async () => {
    const first = await search(maya, '');
    expect(titles(first)).toHaveLength(10);
    const next = await search(maya, '', { skip: 10, count: 10 });
    expect(titles(next).filter((title) => titles(first).includes(title))).toEqual([]);
  });

  it('posts a card that reads without the app: its source on it, and no button that the bot would have to answer', async () => {
    const { composeExtension } = await search(maya, 'asfp enterprise agreement');
    const [best] = composeExtension?.attachments ?? [];
    expect(textOf(best?.content)).toMatch(/Source: .*Owner: .*From the owner's document, /);
    expect(textOf(best?.content)).not.toContain('Action.Submit');
    expect(textOf(best?.content)).toContain('https://desk.example/entries/');
    expect(best?.preview.content.text).not.toMatch(/[*[\]]/);
  });

  it('previews what a card says, cut where a word ends', async () => {
    const { composeExtension } = await search(maya, '', { skip: 0, count: 25 });
    const cut = (composeExtension?.attachments ?? []).filter(({ preview }) =>
      preview.content.text.endsWith('…'),
    );
    expect(cut.length).toBeGreaterThan(0);
    for (const { content, preview } of cut) {
      const { fallbackText } = content as { fallbackText: string };
      const shown = preview.content.text.slice(0, -1);
      expect(fallbackText.startsWith(`${shown} `)).toBe(true);
    }
  });

  it('brings each result’s card along, the one that its link unfurls to, in an answer that stays small', async () => {
    const page = await search(maya, '', { skip: 0, count: 25 });
    const results = page.composeExtension?.attachments ?? [];
    expect(results).toHaveLength(25);
    for (const { contentType, preview } of results) {
      expect(contentType).toBe('application/vnd.microsoft.card.adaptive');
      expect(preview.content.tap).toBeUndefined();
    }
    expect(JSON.stringify(page).length).toBeLessThan(100_000);
    for (const { content } of results.slice(0, 5)) {
      const url = /https:\/\/desk\.example\/entries\/[a-z0-9-]+/.exec(textOf(content))?.[0];
      const unfurled = await invoke(maya, 'composeExtension/queryLink', { url });
      expect(unfurled.composeExtension?.attachments?.[0]?.content).toEqual(content);
    }
  });

  it('takes what was typed for what is looked up where the client gives it no name, as the Playground does', async () => {
    const parameters = [{ value: 'asfp enterprise agreement' }];
    const named = titles(await search(maya, 'asfp enterprise agreement'));
    const unnamed = await invoke(maya, 'composeExtension/query', { parameters });
    expect(titles(unnamed).slice(0, 3)).toEqual(named.slice(0, 3));
  });

  it('says so when nothing is found, and when what it was sent cannot be read', async () => {
    expect((await search(maya, 'qqqq wwww')).composeExtension).toMatchObject({ type: 'message' });
    const odd = await invoke(maya, 'composeExtension/query', { parameters: 'odd' });
    expect(odd.composeExtension?.text).toContain('try again');
  });

  it('unfurls the link of an answer, and no other', async () => {
    const link = (url: string) => invoke(maya, 'composeExtension/queryLink', { url });
    expect(titles(await link('https://desk.example/entries/desk-overview'))).toHaveLength(1);
    for (const url of ['https://desk.example/entries/nothing', 'https://evil.example/entries/desk-overview'])
      expect((await link(url)).composeExtension).toMatchObject({ type: 'message' });
  });

  it('sends who follows the link to the chat with the bot, and tells the web nothing', async () => {
    const follow = (id: string) => fetch(`${journey.bot.url}/entries/${id}`, { redirect: 'manual' });
    const there = await follow('desk-overview');
    expect(there.status).toBe(302);
    expect(there.headers.get('location')).toMatch(
      /^https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=28/,
    );
    expect((await follow('nothing')).status).toBe(404);
  });

  it('is declared in the manifest by the ids that it answers to', () => {
    const manifest = readFileSync(path.join(findProjectRoot(), 'teamsapp/manifest.json'), 'utf8');
    const { composeExtensions } = JSON.parse(manifest) as {
      composeExtensions: { commands: { id: string }[] }[];
    };
    expect(composeExtensions[0]?.commands.map(({ id }) => id)).toEqual(Object.values(LOOKUP_COMMANDS));
  });
});

describe('a card that was looked up', () => {
  it('is no question when it is posted to the bot, unless something is said with it', async () => {
    const { composeExtension } = await search(maya, 'asfp enterprise agreement');
    const [best] = composeExtension?.attachments ?? [];
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: best?.content }];
    const post = (text: string) =>
      journey.turn(personal(journey.connector, maya, { type: 'message', text, attachments }));
    expect(await post('')).toEqual([]);
    const inline =
      '<span class="inline-compose-card" itemid="0" itemtype="http://schema.skype.com/InputExtension"></span>';
    expect(await post(`<p>${inline}&nbsp;</p>`)).toEqual([]);
    expect(await post(`${inline} What is the Architecture Desk?`)).toHaveLength(1);
  });
});

describe('a message that somebody chose', () => {
  const choose = (who: Someone, commandId: string, content: string) =>
    invoke(who, 'composeExtension/fetchTask', {
      commandId,
      messagePayload: { body: { contentType: 'html', content } },
    });

  it('gets an answer in a dialog, which can be posted', async () => {
    const dialog = await choose(priya, 'askAboutMessage', '<p>What is the <b>architecture desk</b>?</p>');
    const id = /"verb":"channel-answer.post","id":"([^"]+)"/.exec(textOf(dialog))?.[1];
    const posted = await invoke(priya, 'composeExtension/submitAction', {
      commandId: 'askAboutMessage',
      data: { verb: 'channel-answer.post', id },
    });
    expect(textOf(posted.composeExtension)).toContain('architects');
    expect(textOf(posted.composeExtension)).not.toContain('Action.Submit');
  });

  it('fills the form of a request, and the dialog that sends it gets the number', async () => {
    const dialog = await choose(
      maya,
      'requestFromMessage',
      '<p>We need a design session for Tailwind on AKS</p>',
    );
    const form = formOf(dialog);
    expect(form).toMatchObject({ serviceId: 'architecture-design-session', customer: 'Tailwind' });
    const sent = { commandId: 'requestFromMessage', data: { verb: 'intake.submit', ...form } };
    const [first, second] = [
      await invoke(maya, 'composeExtension/submitAction', sent),
      await invoke(maya, 'composeExtension/submitAction', sent),
    ];
    const number = /PD-\d{4}/.exec(textOf(first))?.[0];
    expect(number).toBeDefined();
    expect(textOf(second)).toContain(number);
    await journey.arrived(PDM_CHANNEL, 'POST', new RegExp(String(number)));
  });

  it('that asks nothing is not answered as a question, and one that asks for a request offers its form', async () => {
    for (const content of ['', '<p>Good morning!</p>'])
      expect(textOf(await choose(maya, 'askAboutMessage', content))).toContain(
        'I don’t have an answer to this message',
      );
    const dialog = textOf(await choose(maya, 'askAboutMessage', 'I need a design session for a customer'));
    expect(dialog).toContain('"verb":"channel-answer.request"');
    // A dialog opens no second one: the form takes its place.
    expect(dialog).not.toContain('task/fetch');
    const data = { verb: 'channel-answer.request', serviceId: 'architecture-design-session' };
    const form = await invoke(maya, 'composeExtension/submitAction', { commandId: 'askAboutMessage', data });
    expect(formOf(form)).toMatchObject({ serviceId: 'architecture-design-session' });
  });

  it('that reports a vulnerability is sent to its door, and kept nowhere', async () => {
    const reports = [
      'We found a remote code execution vulnerability in Azure: marmalade is echoed unescaped',
      // Told by its meaning only.
      'please report to Microsoft that marmalade in Teams leaks passwords',
    ];
    for (const command of ['askAboutMessage', 'requestFromMessage'])
      for (const report of reports) {
        const dialog = await choose(maya, command, report);
        expect(textOf(dialog)).toContain('MSRC');
        expect(textOf(dialog)).not.toContain('marmalade');
      }
    expect(findInFiles(journey.bot.dataDir, 'marmalade')).toEqual([]);
    expect(journey.bot.log).not.toContain('marmalade');
  });
});

describe('a dialog from a channel', () => {
  it('lets a guest without a 1:1 chat send a request, and shows nothing of it in the channel', async () => {
    const [asked] = await journey.turn(
      inChannel(journey.connector, gia, TALK, mentions('I need a design session for a customer')),
    );
    const button = /"data":(\{[^{}]*"channel-answer\.request"[^{}]*(?:\{[^{}]*\})?[^{}]*\})/.exec(
      textOf(asked),
    );
    expect(button).not.toBeNull();
    const dialog = await invoke(gia, 'task/fetch', {
      data: { verb: 'channel-answer.request', serviceId: 'architecture-design-session' },
    });
    const done = await invoke(gia, 'task/submit', {
      data: { verb: 'intake.submit', ...formOf(dialog), customer: SECRET, confidential: 'true' },
    });
    expect(textOf(done)).toMatch(/PD-\d{4}/);
    expect(journey.connector.findInChannels(SECRET)).toEqual([]);
  });

  it('works a case out step by step for who asks, and takes nothing that is said in the channel for an answer', async () => {
    const asked = 'asfp ea customer?';
    const [card] = await journey.turn(inChannel(journey.connector, gia, TALK, mentions(asked)));
    expect(textOf(card)).toContain('"verb":"channel-answer.guide"');
    const open = { guide: 'whose-contract', answers: { plan: 'asfp' } };
    const first = await invoke(gia, 'task/fetch', { data: { verb: 'channel-answer.guide', ...open } });
    expect(textOf(first)).toContain('"step":"agreement"');
    expect(textOf(first)).not.toContain('type your answer');

    const [said] = await journey.turn(inChannel(journey.connector, gia, TALK, mentions('EA')));
    expect(textOf(said)).not.toContain('guide.answer');

    const step = { ...open, step: 'agreement', option: 'ea' };
    const second = await invoke(gia, 'task/submit', { data: { verb: 'guide.answer', ...step } });
    expect(textOf(second)).toContain('"step":"where"');
    const answers = { plan: 'asfp', agreement: 'ea' };
    const last = { guide: 'whose-contract', answers, step: 'where', option: 'cloud' };
    const result = await invoke(gia, 'task/submit', { data: { verb: 'guide.answer', ...last } });
    expect(textOf(result)).toContain('request a relationship');
    const back = { guide: 'whose-contract', answers: { ...answers, where: 'cloud' } };
    const before = await invoke(gia, 'task/submit', { data: { verb: 'guide.back', ...back } });
    expect(textOf(before)).toContain('"step":"where"');
  });

  it('opens the forms of the queue’s cards for who may use them', async () => {
    const number = /PD-\d{4}/.exec(await journey.say(maya, 'my requests'))?.[0];
    const decline = { data: { verb: 'handoff.decline', number } };
    expect(textOf(await invoke(priya, 'task/fetch', decline))).toContain('decline-form.submit');
    expect(textOf(await invoke(gia, 'task/fetch', decline))).not.toContain('decline-form.submit');
  });

  it('answers whatever is pressed in it, and never with an error', async () => {
    for (const data of [null, {}, { verb: 'no.such' }, { verb: 'intake.submit' }]) {
      const answer = await invoke(maya, 'task/submit', { data });
      expect(['continue', 'message']).toContain(answer.task?.type);
    }
    expect((await invoke(maya, 'task/fetch', 'odd')).task?.type).toBe('message');
  });
});

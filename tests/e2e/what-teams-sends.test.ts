/** Activities as Teams and its clients really send them: names left null, mentions, quotes, files, other languages. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inChannel, mentions, personal, presses, says } from '../support/activities';
import { readActivityCase, readLinesCase } from '../support/cases';
import { textOf } from '../support/fake-connector';
import { chat, Journey, PDM_CHANNEL, people, readInputs, textOfAll } from '../support/journey';
import { runDirectoryCommand } from '../../src/cli/directory';
import { parseDatabaseConfig } from '../../src/config';

const { amara, maya, nils, priya, tom } = people;

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.start();
  await journey.openQueues();
  for (const who of [priya, tom]) await journey.say(who, 'hello');
}, 120_000);
afterAll(() => journey.stop('no secret here'));

const post = async (file: string): Promise<string> =>
  textOfAll(await journey.turn(readActivityCase(file, journey.connector)));

describe('a press without a language', () => {
  it('is answered in the language that is known of the person, and so is all that follows', async () => {
    const german = { ...maya, locale: 'de-DE' };
    const { card, data } = await journey.openForm(german, 'I need an ADS on AVD for Contoso');
    const press = personal(journey.connector, maya, {
      ...presses({ ...data, customer: 'Contoso' }, card.activityId),
      locale: undefined,
    });
    expect(textOfAll(await journey.turn(press))).toContain('Sobald jemand die Anfrage übernimmt');
    await journey.claim(priya, 'PD-0001', readLinesCase('number-spoken.txt')[0]);
    await journey.arrived(chat(maya), 'POST', /Priya Nair hat die Anfrage übernommen/);
  });
});

describe('a mention', () => {
  it('of a colleague is who the request is transferred to', async () => {
    expect(await post('mention-transfer.json')).toContain('PD-0001');
    expect(await journey.say(tom, 'mine')).toContain('PD-0001');
    expect(await journey.say(priya, 'mine')).not.toContain('PD-0001');
  });

  it('of a colleague whose name was shortened is still that colleague', async () => {
    const activity = inChannel(
      journey.connector,
      tom,
      PDM_CHANNEL,
      mentions('transfer PD-0001 to <at>P</at>'),
    );
    const mentioned = { id: priya.id, name: 'P' };
    const entities = [
      ...(activity['entities'] as unknown[]),
      { type: 'mention', text: '<at>P</at>', mentioned },
    ];
    expect(textOfAll(await journey.turn({ ...activity, entities }))).toContain('Priya Nair');
    expect(await journey.say(priya, 'mine')).toContain('PD-0001');
  });

  it('of the PDM is that colleague however it is shortened', async () => {
    const text = 'I need an ADS for Contoso on AVD, my PDM is <at>P</at>';
    const entities = [{ type: 'mention', text: '<at>P</at>', mentioned: { id: priya.id, name: 'Pri' } }];
    const [form] = await journey.turn(personal(journey.connector, maya, { ...says(text), entities }));
    expect(readInputs(form!)).toMatchObject({ person: 'Priya Nair' });
  });

  it('in a note keeps the name', async () => {
    const note = 'note PD-0001: spoke to <at>Tom Okafor</at> about sizing';
    const entities = [
      { type: 'mention', text: '<at>Tom Okafor</at>', mentioned: { id: tom.id, name: 'Tom Okafor' } },
    ];
    await journey.turn(personal(journey.connector, priya, { ...says(note), entities }));
    expect(await journey.say(priya, 'PD 1')).toContain('spoke to Tom Okafor about sizing');
  });

  it('of the PDM fills in the form and leaves no markup on the request', async () => {
    const [form] = await journey.turn(readActivityCase('mention-pdm.json', journey.connector));
    const inputs = readInputs(form!);
    expect(inputs).toMatchObject({ role: 'PDM', person: 'Priya Nair', customer: 'Contoso' });
    const formId = /"formId":"([^"]+)"/.exec(textOf(form!.activity))?.[1];
    const sent = { verb: 'intake.submit', formId, ...inputs, serviceId: 'technical-briefing' };
    expect(textOfAll(await journey.press(maya, form!, sent))).toContain('PD-0002');
    await journey.say(priya, 'claim PD-0002');
    const shown = await journey.say(priya, 'PD-0002');
    expect(shown).toContain('Priya Nair');
    expect(shown).not.toMatch(/<\/?at>/);
  });
});

describe('a reply that quotes', () => {
  it('asks what its new words ask', async () => {
    expect(await post('quote-flat.json')).toContain('25 hours');
  });
});

describe('what Teams leaves null or out', () => {
  it.each([
    ['channel-names-null.json', 'PDM EMEA'],
    ['no-recipient.json', 'TPD'],
  ])('is unknown: %s is answered', async (file, text) => {
    expect(await post(file)).toContain(text);
  });

  it('is unknown in every place that the bot can do without', async () => {
    const names = { team: null, channel: { id: null, name: '' }, tenant: { id: '' }, eventType: null };
    const activity = personal(journey.connector, nils, {
      ...says('help'),
      ...{ recipient: { id: null, name: null }, channelData: names, locale: null, replyToId: null },
      ...{ membersAdded: [null, { id: null }], attachments: [null, { contentType: null }], action: null },
      entities: [null, { type: null }, { type: 'mention', text: null, mentioned: null }, { type: 'mention' }],
    });
    expect(textOfAll(await journey.turn(activity))).toContain('automated assistant');
  });
});

describe('the language', () => {
  it('of a client that tells it in an entity of its own greets and answers', async () => {
    expect(await post('installed-clientinfo-de.json')).toContain('wie kann ich Ihnen helfen?');
    expect(await post('message-clientinfo-de.json')).toContain('Meine Anfragen');
  });
});

describe('a message without words', () => {
  const alone = async (fields: Record<string, unknown>): Promise<string> =>
    textOfAll(
      await journey.turn(personal(journey.connector, nils, { type: 'message', text: '', ...fields })),
    );

  it('that is a file says that files are not read', async () => {
    expect(await post('file-only.json')).toContain('can’t read files');
  });

  it.each([
    ['picture', [{ contentType: 'image/*', contentUrl: 'https://files.example/x.png' }], 'pictures'],
    [
      'GIF',
      [
        {
          contentType: 'text/html',
          content: '<p><img itemtype="http://schema.skype.com/Giphy" src="x"></p>',
        },
      ],
      'GIFs',
    ],
    ['voice message', [{ contentType: 'application/vnd.microsoft.card.audio', content: {} }], 'recordings'],
    ['card of another app', [{ contentType: 'application/vnd.microsoft.card.hero', content: {} }], 'cards'],
    [
      'forwarded message',
      [
        {
          contentType: 'text/html',
          content: '<blockquote itemtype="http://schema.skype.com/Forward"><p>What is TPD?</p></blockquote>',
        },
      ],
      'forwarded',
    ],
  ])('that is a %s gets a sentence of its own', async (_, attachments, text) => {
    expect(await alone({ attachments })).toContain(text);
  });

  it('that is a reaction is thanked for in 1:1', async () => {
    const reaction = { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: 'act-1' };
    expect(await alone({ ...reaction, text: undefined })).toContain('reaction');
  });
});

describe('a button that suggests something', () => {
  it('gives what its title says, whatever was said before, with its id or its words alone', async () => {
    const overview = 'one-to-one';
    await journey.say(nils, 'who is my PDM');
    const old = await journey.turn(
      personal(journey.connector, nils, presses({ verb: 'chat.say', text: 'tpd' }, 'act-1')),
    );
    expect(textOfAll(old)).toContain(overview);
    await journey.say(nils, 'who is my PDM');
    const faq = await journey.turn(personal(journey.connector, nils, says('FAQ TPD')));
    const shown = /\{"verb":"chat.say","text":"tpd","shows":"[^"]+"\}/.exec(textOf(faq[0]!.activity))?.[0];
    await journey.say(nils, 'who is my PDM');
    const pressed = { type: 'message', text: 'tpd', value: JSON.parse(shown!) as object };
    expect(textOfAll(await journey.turn(personal(journey.connector, nils, pressed)))).toContain(overview);
  });

  it('of an answer that was removed says so', async () => {
    const press = presses({ verb: 'chat.say', text: 'old', shows: 'no-longer-there' }, 'act-1');
    expect(textOfAll(await journey.turn(personal(journey.connector, nils, press)))).toContain(
      'no longer available',
    );
  });
});

describe('a number', () => {
  it.each(readLinesCase('number-spoken.txt'))('is read in %j', async (text) => {
    await journey.say(priya, 'release PD-0001');
    expect(await journey.claim(priya, 'PD-0001', text)).toBeDefined();
  });
});

describe('a channel that is renamed', () => {
  const show = async (): Promise<string> => {
    const lines: string[] = [];
    await runDirectoryCommand({
      args: ['show'],
      database: parseDatabaseConfig('/', { DATA_DIR: journey.bot.dataDir }),
      routingRules: [],
      by: 'test',
      print: (line) => lines.push(line),
    });
    return lines.join('\n');
  };

  it('has its new name in the directory, whether an event or a later message tells it', async () => {
    await journey.turn(readActivityCase('channel-renamed.json', journey.connector));
    expect(await show()).toContain('Partner team / PDM intake');
    await journey.inChannel(amara, { ...PDM_CHANNEL, name: 'PDM desk' }, 'queue');
    expect(await show()).toContain('Partner team / PDM desk');
  });

  it('follows its team, which tells its name from another channel', async () => {
    const team = { id: '19:team@thread.tacv2', name: 'Partners of Europe' };
    await journey.turn({
      ...inChannel(journey.connector, amara, { id: team.id, name: '' }, { type: 'conversationUpdate' }),
      channelData: { eventType: 'teamRenamed', team, tenant: { id: amara.tenantId } },
    });
    expect(await show()).toContain('Partners of Europe / PDM desk');
  });
});

/** A request that changes hands: a backup covers, a lead moves it, its owner leaves, its channel is deleted. */
import { languages } from '../../cards/words/languages';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runDirectoryCommand } from '../../src/cli/directory';
import { parseDatabaseConfig } from '../../src/config';
import { makeTemporaryFolder } from '../support/database';
import { SAMPLE } from '../support/desk';
import { textOf, type ConnectorCall } from '../support/fake-connector';
import { chat, FALLBACK_CHANNEL, Journey, PDM_CHANNEL, people, PTS_CHANNEL } from '../support/journey';
import { readDirectoryFiles, writeDirectoryFiles } from '../../src/directory/files';

const { maya, amara, priya, tom, lena, jonas } = people;
const SECRET = 'Zebrafish Holdings';
const DAY_MS = 24 * 60 * 60 * 1000;

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.start();
  await journey.openQueues();
  for (const who of [priya, tom, lena]) await journey.say(who, 'hello');
}, 60_000);
afterAll(() => journey.stop(SECRET));

/** Imports the sample with the changed people beside the running bot, and gives what the command printed. */
async function importPeople(change: (csv: string) => string): Promise<string> {
  const files = await readDirectoryFiles(SAMPLE);
  const temporary = makeTemporaryFolder();
  await writeDirectoryFiles(temporary.folder, { ...files, people: change(files.people) });
  const printed: string[] = [];
  const code = await runDirectoryCommand({
    args: ['import', temporary.folder],
    database: parseDatabaseConfig('', { DATA_DIR: journey.bot.dataDir }),
    routingRules: [],
    by: 'test',
    print: (line) => printed.push(line),
  });
  temporary.remove();
  expect([code, ...printed][0]).toBe(0);
  return printed.join('\n');
}

function isoDay(fromNowDays: number): string {
  return new Date(Date.now() + fromNowDays * DAY_MS).toISOString().slice(0, 10);
}

/** The form is opened by its command: how sentences are understood is for other tests. */
function askConfidentially(serviceId: string, values: Record<string, string> = {}) {
  return journey.request(maya, 'new request', {
    serviceId,
    customer: SECRET,
    confidential: 'true',
    ...values,
  });
}

describe('a PDM who is away', () => {
  beforeAll(async () => {
    await importPeople((csv) => csv.replace(/^(priya-nair,.*),,$/m, `$1,${isoDay(-2)},${isoDay(5)}`));
  });
  afterAll(async () => {
    await importPeople((csv) => csv);
  });

  it('is named with the backup who covers for them', async () => {
    const reply = await journey.say(maya, 'Who is my PDM?');
    expect(reply).toContain(`Away until ${languages.en.speech.day(isoDay(5))}. Tom Okafor is standing in`);
  });

  it('has a new request brought to the backup, and the card says why', async () => {
    const { number, confirmation } = await askConfidentially('architecture-design-session');
    const handoff = await journey.arrived(PDM_CHANNEL, 'POST', new RegExp(number));
    for (const { activity } of [handoff, confirmation]) {
      expect(textOf(activity)).toMatch(/Priya Nair.*Tom Okafor|Tom Okafor.*Priya Nair/);
    }
    await journey.say(maya, `withdraw ${number}`);
  });
});

describe('a lead', () => {
  let number: string;
  let handoff: ConnectorCall;

  it('moves a request to another queue with a line for them; both cards and the partner tell', async () => {
    ({ number } = await askConfidentially('proof-of-concept'));
    handoff = await journey.arrived(PDM_CHANNEL, 'POST', new RegExp(number));
    const press = {
      verb: 'transfer-form.submit',
      number,
      targetId: 'queue:pts-emea',
      remark: 'More technical.',
    };
    const [done] = await journey.pressInChannel(amara, PDM_CHANNEL, handoff, press);
    expect(textOf(done?.activity ?? {})).toContain(`${number} is now in “PTS EMEA”`);
    await journey.arrived(PDM_CHANNEL, 'PUT', new RegExp(`${number}[^]*PTS EMEA`));
    await journey.arrived(PTS_CHANNEL, 'POST', new RegExp(`${number}[^]*Amara Diallo moved it there`));
    await journey.arrived(chat(maya), 'POST', /Amara Diallo moved it to “PTS EMEA”/);
  });

  it('keeps the note internal: the partner hears of the move, and not what was written with it', async () => {
    const news = await journey.arrived(chat(maya), 'POST', /Amara Diallo moved it to “PTS EMEA”/);
    expect(textOf(news.activity)).not.toContain('More technical.');
    expect(await journey.say(maya, `status ${number}`)).not.toContain('More technical.');
    expect(await journey.say(amara, `status ${number}`)).toContain('Amara Diallo moved it to “PTS EMEA”');
  });

  it('hands it to a person, who gets the whole of it in 1:1', async () => {
    // The form says what to type instead, and typed so it works.
    const form = await journey.openFormOf(amara, { verb: 'handoff.transfer', number });
    const typed = /Or type: (transfer PD-\d+ to [^"\\]+)/.exec(textOf(form.activity))?.[1] ?? '';
    expect(await journey.say(amara, typed)).toContain(`${number} is now with Priya Nair`);
    expect(await journey.say(amara, `transfer ${number} to Lena Fischer`)).toContain(
      `${number} is now with Lena Fischer`,
    );
    const whole = await journey.arrived(chat(lena), 'POST', new RegExp(number));
    expect(textOf(whole.activity)).toContain(SECRET);
    await journey.arrived(chat(maya), 'PUT', /transferred it to Lena Fischer/);
  });

  it('takes it from its owner by the button of the card in 1:1', async () => {
    const form = await journey.openFormOf(amara, { verb: 'handoff.decline', number });
    expect(textOf(form.activity)).toContain('Decline');
    expect(await journey.say(amara, `release ${number}`)).toContain('You released');
    await journey.arrived(chat(lena), 'POST', /Amara Diallo released it/);
  });
});

describe('an owner who leaves', () => {
  it('leaves the request free in its queue; the import, the queue and the partner say so', async () => {
    const { number } = await askConfidentially('technical-briefing');
    await journey.arrived(PDM_CHANNEL, 'POST', new RegExp(number));
    await journey.claim(tom, number);
    await journey.arrived(chat(maya), 'POST', /Tom Okafor claimed it/);

    const printed = await importPeople((csv) =>
      csv.replace(/^tom-okafor,.*\n/m, '').replace(',tom-okafor,', ',,'),
    );
    expect(printed).toContain(`Released, because their owner left: ${number}`);
    await journey.arrived(chat(maya), 'PUT', new RegExp(`${number}[^]*Directory released it to the queue`));
    await journey.arrived(PDM_CHANNEL, 'POST', new RegExp(`${number}[^]*Directory released it to the queue`));

    expect(await journey.say(tom, `complete ${number} done`)).toContain('can’t find that request');
    await journey.claim(priya, number);
    expect(await journey.say(priya, `status ${number}`)).toContain(SECRET);
  });
});

describe('a channel that was deleted', () => {
  it('loses nothing: the catch-all queue gets the card and acts on it, and the partner hears of it', async () => {
    journey.connector.deleteConversation(PTS_CHANNEL.id);
    const { number } = await askConfidentially('rfp-rfi-advice', { role: 'PTS', person: 'Lena' });
    await journey.arrived(chat(maya), 'POST', new RegExp(`couldn’t deliver ${number} to “PTS EMEA”`));
    const rerouted = await journey.arrived(FALLBACK_CHANNEL, 'POST', new RegExp(number));
    await journey.pressInChannel(lena, FALLBACK_CHANNEL, rerouted, { verb: 'handoff.claim', number });
    await journey.arrived(FALLBACK_CHANNEL, 'PUT', new RegExp(`${number}[^]*Lena Fischer claimed it`));
    const [stranger] = await journey.pressInChannel(jonas, FALLBACK_CHANNEL, rerouted, {
      verb: 'handoff.claim',
      number,
    });
    expect(textOf(stranger?.activity ?? {})).toContain(`Lena Fischer has already claimed ${number}`);
  });
});

/** Two real processes on one PostgreSQL, and every turn goes to the other one than the turn before. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runDirectoryCommand } from '../../src/cli/directory';
import { runRequestsCommand } from '../../src/cli/requests';
import { parseDatabaseConfig } from '../../src/config';
import { readDirectoryFiles, writeDirectoryFiles } from '../../src/directory/files';
import { inChannel, personal, presses, says } from '../support/activities';
import type { BotProcess } from '../support/bot-process';
import { makeTemporaryFolder, makeTestDatabase, type TestDatabase } from '../support/database';
import { SAMPLE } from '../support/desk';
import { textOf } from '../support/fake-connector';
import { chat, Journey, PDM_CHANNEL, people } from '../support/journey';

const { maya, priya, tom } = people;
const SECRET = 'Zebrafish Holdings';
const QUESTION = 'Can the desk do a proof of concept?';

let made: TestDatabase;
let journey: Journey<BotProcess>;
beforeAll(async () => {
  made = await makeTestDatabase('empty');
  // Both find an empty database at the same moment, and both would bring the tables and the sample organisation.
  journey = await Journey.startProcesses({ instances: 2, env: made.env });
  await journey.openQueues();
  for (const who of [priya, tom, maya]) await journey.say(who, 'hello');
}, 120_000);
afterAll(async () => {
  const { password } = new URL(made.env['DATABASE_URL'] ?? '');
  for (const { log } of journey.bots) expect(log).not.toContain(password);
  await journey.stop(SECRET);
  await made.remove();
}, 60_000);

function handoffsOf(number: string) {
  return journey.connector.calls.filter(
    ({ method, conversationId, activity }) =>
      method === 'POST' && conversationId === PDM_CHANNEL.id && textOf(activity).includes(number),
  );
}

describe('two instances', () => {
  const numbers: string[] = [];

  it('carry one conversation: what one was asked goes with the request that the other takes', async () => {
    await journey.say(maya, QUESTION);
    const { number } = await journey.request(maya, 'new request', {
      serviceId: 'architecture-design-session',
      customer: SECRET,
      confidential: 'true',
    });
    await journey.arrived(PDM_CHANNEL, 'POST', new RegExp(number));
    await journey.claim(priya, number);
    const whole = await journey.arrived(chat(priya), 'POST', new RegExp(`${number}.*Asked|${QUESTION}`));
    expect(textOf(whole.activity)).toContain(SECRET);
    expect(await journey.say(maya, 'my requests')).toContain(number);
    numbers.push(number);
  });

  it('give out numbers without gap and without collision, and post each handoff card once', async () => {
    const forms = [];
    for (let index = 0; index < 8; index += 1) forms.push(await journey.openForm(maya, 'new request'));
    const sent = await Promise.all(
      forms.map(({ card, data }, index) => {
        const values = { serviceId: 'technical-briefing', customer: `Customer ${index}` };
        const activity = presses({ ...data, ...values }, card.activityId);
        return journey.nextBot().post(personal(journey.connector, maya, activity));
      }),
    );
    expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 200));
    for (let number = 2; number <= 9; number += 1) numbers.push(`PD-000${number}`);
    for (const number of numbers) await journey.arrived(PDM_CHANNEL, 'POST', new RegExp(number));
    expect(numbers.map((number) => handoffsOf(number).length)).toEqual(numbers.map(() => 1));
    expect(await journey.say(maya, 'my requests')).not.toContain('PD-0010');
  });

  it('let one of two win who claim at the same moment', async () => {
    for (const number of numbers.slice(1)) {
      const from = journey.connector.calls.length;
      const press = presses({ verb: 'handoff.claim', number }, handoffsOf(number)[0]?.activityId ?? '');
      const claims = [priya, tom].map((who) =>
        journey.nextBot().post(inChannel(journey.connector, who, PDM_CHANNEL, press)),
      );
      for (const { status } of await Promise.all(claims)) expect(status).toBe(200);
      // The card tells that somebody won; only who lost gets a message.
      await journey.arrived(PDM_CHANNEL, 'PUT', new RegExp(`${number}[^]*claimed it`));
      const said = journey.connector.calls.slice(from).map(({ activity }) => textOf(activity));
      expect(said.filter((text) => text.includes(`has already claimed ${number}`))).toHaveLength(1);
    }
  });

  it('handle an activity once that comes to both', async () => {
    const from = journey.connector.calls.length;
    const activity = personal(journey.connector, maya, says('What does the architecture desk cost?'));
    const answers = await Promise.all([0, 1, 2, 3].map(() => journey.nextBot().post(activity)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const replies = journey.connector.calls
      .slice(from)
      .filter(
        ({ activity: sent }) => sent['type'] === 'message' && /no charge|not a paid/i.test(textOf(sent)),
      );
    expect(replies).toHaveLength(1);
  });

  it('see an import of the command line at once, both of them', async () => {
    const files = await readDirectoryFiles(SAMPLE);
    const { folder, remove } = makeTemporaryFolder();
    await writeDirectoryFiles(folder, {
      ...files,
      people: files.people.replace('Priya Nair', 'Priya N. Iyer'),
    });
    const database = parseDatabaseConfig('/', made.env);
    const shared = { database, by: 'test', print: () => undefined };
    expect(await runDirectoryCommand({ ...shared, args: ['import', folder], routingRules: [] })).toBe(0);
    for (const bot of journey.bots) {
      const from = journey.connector.calls.length;
      await bot.post(personal(journey.connector, maya, says('Who is my PDM?')));
      const said = journey.connector.calls.slice(from).map(({ activity }) => textOf(activity));
      expect(said.join('\n')).toContain('Priya N. Iyer');
    }
    remove();
    const printed: string[] = [];
    const print = (text: string) => printed.push(text);
    const args = ['export', 'pdm-emea'];
    expect(await runRequestsCommand({ database, by: 'test', args, print, complain: print })).toBe(0);
    for (const number of numbers) expect(printed.join('')).toContain(number);
  });
});

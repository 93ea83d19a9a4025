/** The real process, logging all it can: what may be found afterwards of what people said, and of who they are. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { findProjectRoot } from '../../src/shared/project-root';
import { chatOf, personal } from '../support/activities';
import { textOf, type ConnectorCall, type Fault } from '../support/fake-connector';
import { chat, Journey, PDM_CHANNEL, people, findInFiles, textOfAll } from '../support/journey';
import { WARM_VECTORS } from '../support/warm-vectors';

const { maya, priya } = people;
const CUSTOMER = 'Zebrafish Holdings';
/** Part of every description of a vulnerability; it must be stored nowhere afterwards. */
const MARK = 'quokka-4711';

let journey: Journey;
let number: string;
let whole: ConnectorCall;
beforeAll(async () => {
  journey = await Journey.start({
    env: { LOG_LEVEL: 'trace', VECTORS_DIR: WARM_VECTORS },
  });
  await journey.openQueues();
  for (const who of [priya, maya]) await journey.say(who, 'hello');
  for (;;) {
    const { body } = await journey.bot.get('/readyz');
    if ((body as { checks: { understanding: string } }).checks.understanding === 'ok') break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  ({ number } = await journey.request(maya, 'new request', {
    serviceId: 'architecture-design-session',
    customer: CUSTOMER,
    confidential: 'true',
    details: 'A landing zone for forty shops.',
  }));
  const handoff = await journey.arrived(PDM_CHANNEL, 'POST', new RegExp(number));
  await journey.pressInChannel(priya, PDM_CHANNEL, handoff, { verb: 'handoff.claim', number });
  whole = await journey.arrived(chat(priya), 'POST', new RegExp(number));
}, 400_000);
afterAll(() => journey.stop(CUSTOMER));

async function pressed(who: typeof maya, data: Record<string, unknown>): Promise<string> {
  return textOfAll(await journey.press(who, whole, data));
}

describe('a report of a vulnerability', () => {
  it.each([
    `we found a vulnerability in Exchange Online: ${MARK} lets us read other tenants' mail`,
    `FYI an XSS in the admin portal, payload ${MARK}`,
    `a user of one company can open the records of another company in Dynamics with ${MARK}`,
    `We discovered during a pentest that an Azure service leaks tokens between tenants, see ${MARK}`,
  ])('in 1:1 gets the door for it: %s', async (text) => {
    expect(await journey.say(maya, text)).toContain('MSRC');
  });

  it('may go on in the next messages, whatever they are taken for', async () => {
    await journey.say(maya, 'where do I report a security bug in Azure?');
    await journey.say(maya, `send the header ${MARK} twice and then once more`);
    await journey.say(maya, `and for the other one it is ${MARK} in the cookie`);
  });

  it('may be a long story that never says what it is', async () => {
    const story = `so last week my colleague played with ${MARK} and changed a few digits here and there just for fun `;
    await journey.say(priya, story + 'and suddenly the picture of somebody nobody knew came up '.repeat(3));
  });

  it('gets the same door in a channel', async () => {
    const text = `there is a remote code execution in the sync agent: ${MARK}`;
    expect(await journey.inChannel(maya, PDM_CHANNEL, text)).toContain('MSRC');
  });

  it('is not taken with a new request, in any of its fields', async () => {
    const report = `Their red team bypassed conditional access with ${MARK} and it looks like a flaw in the product.`;
    for (const field of ['details', 'customer', 'person']) {
      const { card, data } = await journey.openForm(maya, 'new request');
      const form = {
        ...data,
        serviceId: 'architecture-design-session',
        customer: 'Contoso',
        [field]: report,
      };
      const text = textOfAll(await journey.press(maya, card, form));
      expect(text).toContain('MSRC');
      expect(text).toContain('Nothing was sent or stored');
    }
  });

  it('is not taken by any form of a request', async () => {
    const report = `security flaw: ${MARK} opens the mail of other tenants`;
    const ask = { verb: 'ask-form.submit', number, question: report };
    expect(await pressed(priya, ask)).toContain('MSRC');
    await pressed(priya, { ...ask, question: 'How many users?' });
    for (const [who, form] of [
      [maya, { verb: 'answer-form.submit', answer: report }],
      [maya, { verb: 'note-form.submit', note: report }],
      [maya, { verb: 'edit-form.submit', customer: CUSTOMER, confidential: 'true', details: report }],
      [priya, { verb: 'complete-form.submit', outcomeId: 'delivered', hours: '', summary: report }],
      [priya, { verb: 'decline-form.submit', reasonId: 'other', explanation: report }],
      [priya, { verb: 'transfer-form.submit', targetId: 'queue:pts-emea', remark: report }],
    ] as const) {
      expect(await pressed(who, { ...form, number })).toContain('MSRC');
    }
  });

  it('is not taken by a typed command, in 1:1 and in the queue’s channel', async () => {
    const report = `we found an auth bypass: ${MARK}`;
    for (const command of ['note', 'answer', 'withdraw'])
      expect(await journey.say(maya, `${command} ${number} ${report}`)).toContain('MSRC');
    for (const command of ['release', 'complete', 'accept'])
      expect(
        await journey.inChannel(priya, PDM_CHANNEL, `${command} ${number} ${date(command)}${report}`),
      ).toContain('MSRC');
    await journey.inChannel(priya, PDM_CHANNEL, `decline ${number} ${report}`);
    await journey.inChannel(priya, PDM_CHANNEL, `transfer ${number} ${report}`);
    await journey.inChannel(priya, PDM_CHANNEL, `queue ${report}`);
  });

  it('has left the request as it was, and can be followed by other words', async () => {
    expect(
      await journey.say(maya, `answer ${number} 900 users; a security assessment comes first.`),
    ).toContain(`You answered the question about ${number}`);
    const answered = await journey.arrived(chat(priya), 'PUT', /900 users/);
    expect(textOf(answered.activity)).toContain('A landing zone for forty shops.');
  });

  it('has left no trace: not in the database’s files, not in the log, not in what was sent', () => {
    expect(findInFiles(journey.bot.dataDir, 'forty shops')).not.toEqual([]);
    expect(findInFiles(journey.bot.dataDir, MARK)).toEqual([]);
    expect(journey.bot.log).not.toContain(MARK);
    expect(JSON.stringify(journey.connector.calls)).not.toContain(MARK);
  });
});

function date(command: string): string {
  return command === 'accept' ? '2031-03-04 ' : '';
}

describe('the app, uninstalled', () => {
  const tells = (fields: Record<string, unknown>) => journey.turn(personal(journey.connector, maya, fields));
  const note = (text: string) => journey.say(priya, `ask ${number} ${text}`);

  it('reaches nobody there any more, and is not told twice that it is gone', async () => {
    await journey.say(maya, 'Does the Architecture Desk do break-fix?');
    await tells({ type: 'installationUpdate', action: 'remove' });
    await tells({ type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] });
    expect(await note('Into the void?')).toContain('I couldn’t reach Maya Hoffmann yet');
    expect(findInFiles(journey.bot.dataDir, 'do break-fix')).toEqual([]);
  });

  it('and installed again, says hello and brings what waited', async () => {
    const [hello] = await tells({ type: 'installationUpdate', action: 'add' });
    expect(textOf(hello!.activity)).toContain('Maya');
    expect(await tells({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] })).toEqual([]);
    await journey.arrived(chat(maya), 'POST', /Into the void\?/);
  });

  it('and upgraded, stays', async () => {
    await tells({ type: 'installationUpdate', action: 'remove-upgrade' });
    await tells({ type: 'installationUpdate', action: 'add-upgrade' });
    await journey.say(maya, `answer ${number} It is 901.`);
    expect(await note('Still there?')).toContain('Sent to Maya Hoffmann');
  });
});

describe('erasing a person beside the running bot', () => {
  it('leaves nothing of them in its files, and the bot keeps working', async () => {
    expect(findInFiles(journey.bot.dataDir, 'Maya Hoffmann')).not.toEqual([]);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(findProjectRoot(), 'dist/src/cli/main.js'), 'privacy', 'erase', maya.aadObjectId],
      { env: { PATH: process.env['PATH'] ?? '', DATA_DIR: journey.bot.dataDir }, encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`Withdrew their open requests: ${number}`);
    const drawn = await journey.arrived(PDM_CHANNEL, 'PUT', /Erased person/);
    expect(textOf(drawn.activity)).not.toContain('Maya');
    for (const words of [
      'Maya',
      'Hoffmann',
      maya.id,
      maya.aadObjectId,
      'forty shops',
      '900 users',
      'It is 901',
    ])
      expect(findInFiles(journey.bot.dataDir, words)).toEqual([]);
    expect(await journey.say(priya, `status ${number}`)).toContain('Erased person');
  });
});

describe('the log', () => {
  it('holds nobody’s name, mail address, object id or words, and no address of Teams', async () => {
    const faults: Fault[] = ['reset', { status: 500 }, { status: 403 }];
    // Only her own chat fails: what the outbox still sends elsewhere would use up the faults.
    journey.connector.chooseFault = (_method, conversationId) =>
      conversationId === chatOf(maya) ? faults.shift() : undefined;
    await journey.say(maya, 'What is the Architecture Desk?');
    expect(faults).toEqual([]);
    await journey.press(maya, whole, { verb: 'no.such', text: CUSTOMER });
    expect(journey.bot.log).toContain('the person gets no reply');
    for (const { name, mail, id } of Object.values(people)) {
      for (const part of [name, mail, id]) expect(journey.bot.log).not.toContain(part);
    }
    for (const part of [
      CUSTOMER,
      'forty shops',
      '900 users',
      'Contoso',
      journey.connector.serviceUrl,
      'a:chat',
    ])
      expect(journey.bot.log).not.toContain(part);
  });
});

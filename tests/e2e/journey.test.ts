/**
 * The real process and a fake connector on loopback: a partner asks, looks at what the desk is and isn't, requests a
 * design session; the card arrives in the queue; two PDMs claim at once; the partner is told.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LOCAL_HOME_TENANT } from '../../src/config';
import { chatOf, inChannel, mentions, personal, presses, says, type Someone } from '../support/activities';
import { BotProcess } from '../support/bot-process';
import { FakeConnector, textOf, type ConnectorCall } from '../support/fake-connector';

const PARTNER_TENANT = '11111111-0000-4000-8000-000000000001';
const CHANNEL = { id: '19:pdm-queue@thread.tacv2', name: 'PDM queue' };

function colleague(id: string, name: string, mail: string): Someone {
  return {
    id: `29:${id}`,
    name,
    mail,
    aadObjectId: `10000000-0000-4000-8000-${id.padEnd(12, '0')}`,
    tenantId: LOCAL_HOME_TENANT,
  };
}
const maya: Someone = {
  id: '29:maya',
  name: 'Maya Hoffmann',
  mail: 'maya.hoffmann@northwindtraders.com',
  aadObjectId: '20000000-0000-4000-8000-000000000001',
  tenantId: PARTNER_TENANT,
};
const priya = colleague('a1', 'Priya Nair', 'priya.nair@contoso.com');
const tom = colleague('a2', 'Tom Okafor', 'tom.okafor@contoso.com');
const lena = colleague('a3', 'Lena Fischer', 'lena.fischer@contoso.com');
const amara = colleague('a4', 'Amara Diallo', 'amara.diallo@contoso.com');

let connector: FakeConnector;
let bot: BotProcess;
beforeAll(async () => {
  connector = await FakeConnector.start();
  for (const who of [maya, priya, tom, lena, amara]) addMember(chatOf(who), who);
  for (const who of [priya, tom, lena, amara]) {
    addMember(CHANNEL.id, who);
    addMember(`${CHANNEL.id};messageid=1700000000000`, who);
  }
  bot = await BotProcess.start({ PARTNER_DESK_LOCAL: '1', LOG_LEVEL: 'warn' });
}, 60_000);
afterAll(async () => {
  await connector.stop();
  await bot.stop();
  bot.removeData();
});

function addMember(conversationId: string, { id, name, mail, aadObjectId }: Someone): void {
  const members = connector.members.get(conversationId) ?? [];
  connector.members.set(conversationId, [...members, { id, name, email: mail, aadObjectId }]);
}

/** Sends an activity and gives what the bot sent in that turn. */
async function turn(activity: Record<string, unknown>): Promise<ConnectorCall[]> {
  const from = connector.calls.length;
  expect(await bot.post(activity)).toMatchObject({ status: 200 });
  return connector.calls.slice(from).filter(({ activity: sent }) => sent['type'] === 'message');
}

function arrived(conversationId: string, method: string, text: RegExp): Promise<ConnectorCall> {
  return connector.waitFor(
    (call) =>
      call.conversationId === conversationId && call.method === method && text.test(textOf(call.activity)),
  );
}

function readInputs(call: ConnectorCall | undefined): Record<string, string> {
  const values: Record<string, string> = {};
  JSON.stringify(call?.activity, (_key, value: unknown) => {
    const input = value as { type?: string; id?: string; value?: string } | null;
    if (input?.type?.startsWith('Input.') === true && input.id !== undefined)
      values[input.id] = input.value ?? '';
    return value;
  });
  return values;
}

/** Every byte that the bot wrote. */
function readFolder(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

function readFormId(call: ConnectorCall | undefined): string {
  return /"formId":"([^"]+)"/.exec(JSON.stringify(call?.activity))?.[1] ?? '';
}

describe('the journey', () => {
  let handoff: ConnectorCall;
  let confirmation: ConnectorCall | undefined;
  let sentForm: Record<string, unknown>;

  it('registers the queue in its channel, with the members named', async () => {
    const [registered] = await turn(
      inChannel(connector, amara, CHANNEL, mentions('register queue pdm-emea')),
    );
    const text = textOf(registered?.activity ?? {});
    expect(text).toContain('PDM queue');
    expect(text).toContain('Priya Nair');
    expect(text).toContain('Tom Okafor');
  });

  it('refuses the same to who leads no queue', async () => {
    const [refused] = await turn(inChannel(connector, lena, CHANNEL, mentions('register queue pts-emea')));
    expect(textOf(refused?.activity ?? {})).toContain('by its lead or by an operator');
  });

  it('answers a question and shows what the desk is and isn’t', async () => {
    const [answer] = await turn(personal(connector, maya, says('What does the architecture desk cost?')));
    expect(textOf(answer?.activity ?? {})).toMatch(/not a paid service|no charge/i);
    const [scope] = await turn(personal(connector, maya, says("What is and isn't the Architecture Desk?")));
    expect(textOf(scope?.activity ?? {})).toMatch(/Staff Augmentation/i);
  });

  it('opens the form with what the sentence told', async () => {
    const [form] = await turn(personal(connector, maya, says('I need an ADS for Contoso on AVD')));
    expect(readInputs(form)).toMatchObject({ serviceId: 'architecture-design-session', customer: 'Contoso' });
    sentForm = {
      ...readInputs(form),
      verb: 'intake.submit',
      formId: readFormId(form),
      details: 'Forty shops.',
    };
    [confirmation] = await turn(personal(connector, maya, presses(sentForm, form?.activityId ?? '')));
    expect(confirmation?.method).toBe('PUT');
    expect(confirmation?.activityId).toBe(form?.activityId);
    expect(textOf(confirmation?.activity ?? {})).toContain('PD-0001');
  });

  it('sends the form a second time without a second request', async () => {
    const [again] = await turn(personal(connector, maya, presses(sentForm, confirmation?.activityId ?? '')));
    expect(textOf(again?.activity ?? {})).toContain('PD-0001');
  });

  it('posts the handoff card once into the queue’s channel, without the partner’s free text', async () => {
    handoff = await arrived(CHANNEL.id, 'POST', /PD-0001/);
    expect(textOf(handoff.activity)).toContain('Northwind Traders');
    expect(textOf(handoff.activity)).not.toContain('Forty shops');
    const posts = connector.calls.filter(
      ({ conversationId, method, activity }) =>
        conversationId === CHANNEL.id && method === 'POST' && textOf(activity).includes('PD-0001'),
    );
    expect(posts).toHaveLength(1);
  });

  it('refuses a claim by somebody outside the queue', async () => {
    const press = presses({ verb: 'handoff.claim', number: 'PD-0001' }, handoff.activityId);
    const [refused] = await turn(inChannel(connector, lena, CHANNEL, press));
    expect(textOf(refused?.activity ?? {})).toMatch(/not yours to do|no such request/);
  });

  it('lets one of two claims at once win, and tells the other who has it', async () => {
    const press = presses({ verb: 'handoff.claim', number: 'PD-0001' }, handoff.activityId);
    const from = connector.calls.length;
    const answers = await Promise.all(
      [priya, tom].map((who) => bot.post(inChannel(connector, who, CHANNEL, press))),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const said = connector.calls
      .slice(from)
      .map(({ activity }) => textOf(activity))
      .join('\n');
    expect(said.match(/You claimed PD-0001/g)).not.toBeNull();
    expect(said).toMatch(/has already claimed PD-0001/);
  });

  it('says on a stale press who has it, and brings the channel’s card up to date', async () => {
    await arrived(CHANNEL.id, 'PUT', /claimed it/);
    const from = connector.calls.length;
    const press = presses({ verb: 'handoff.claim', number: 'PD-0001' }, handoff.activityId);
    for (const who of [priya, tom]) await bot.post(inChannel(connector, who, CHANNEL, press));
    const said = connector.calls.slice(from).map(({ activity }) => textOf(activity));
    expect(said.some((text) => /You have already claimed PD-0001/.test(text))).toBe(true);
    expect(said.some((text) => /(Priya Nair|Tom Okafor) has already claimed PD-0001/.test(text))).toBe(true);
    const refreshed = await connector.waitFor(
      (call) => call.method === 'PUT' && connector.calls.indexOf(call) >= from,
    );
    expect(refreshed).toMatchObject({ conversationId: CHANNEL.id, activityId: handoff.activityId });
    expect(textOf(refreshed.activity)).toMatch(/claimed it/);
    expect(textOf(refreshed.activity)).not.toContain('Forty shops');
  });

  it('updates both cards in place and tells the partner who has it', async () => {
    await arrived(CHANNEL.id, 'PUT', /claimed it/);
    const updated = await arrived(chatOf(maya), 'PUT', /Claimed/);
    expect(updated.activityId).toBe(confirmation?.activityId);
    await arrived(chatOf(maya), 'POST', /(Priya Nair|Tom Okafor) claimed it/);
  });

  it('lists it under "my requests", and shows it to nobody else', async () => {
    const [mine] = await turn(personal(connector, maya, says('my requests')));
    expect(textOf(mine?.activity ?? {})).toContain('PD-0001');
    const stranger: Someone = {
      ...maya,
      id: '29:other',
      aadObjectId: 'x',
      tenantId: '90000000-0000-4000-8000-000000000000',
    };
    const [hidden] = await turn(personal(connector, stranger, says('status PD-0001')));
    expect(textOf(hidden?.activity ?? {})).toContain('no such request');
  });

  it('names the rule and the door of a request that the desk does not take', async () => {
    const [refusal] = await turn(
      personal(
        connector,
        maya,
        says('Please request staff augmentation from the architecture desk for Contoso'),
      ),
    );
    expect(textOf(refusal?.activity ?? {})).toMatch(/Staff Augmentation/i);
  });

  it('judges a form again by what it says, and opens it once more as it was', async () => {
    const [form] = await turn(personal(connector, maya, says('I need an ADS for Fabrikam Retail on AVD')));
    const sent = { ...readInputs(form), formId: readFormId(form), details: 'staff augmentation' };
    const card = form?.activityId ?? '';
    const [refused] = await turn(
      personal(connector, maya, presses({ ...sent, verb: 'intake.submit' }, card)),
    );
    expect(refused).toMatchObject({ method: 'PUT', activityId: card });
    expect(textOf(refused?.activity ?? {})).toMatch(/The rule: .*Staff augmentation/i);
    const [again] = await turn(personal(connector, maya, presses({ ...sent, verb: 'refusal.change' }, card)));
    expect(readInputs(again)).toMatchObject({ customer: 'Fabrikam Retail', details: 'staff augmentation' });
    const [none] = await turn(personal(connector, maya, says('status PD-0002')));
    expect(textOf(none?.activity ?? {})).toContain('no such request');
  });

  it('replaces a copy in 1:1 that was shown before the request moved on', async () => {
    const [copy] = await turn(personal(connector, maya, says('status PD-0001')));
    const withdraw = presses({ verb: 'request.withdraw', number: 'PD-0001' }, copy?.activityId ?? '');
    await turn(personal(connector, maya, withdraw));
    await arrived(chatOf(maya), 'PUT', /Withdrawn/);
    const from = connector.calls.length;
    await turn(personal(connector, maya, withdraw));
    const answers = connector.calls
      .slice(from)
      .filter(({ conversationId }) => conversationId === chatOf(maya));
    expect(answers.map(({ activity }) => textOf(activity)).join('\n')).toMatch(
      /not possible now: PD-0001 .* \(Maya Hoffmann withdrew it\)/,
    );
    const replaced = answers.find(
      ({ method, activityId }) => method === 'PUT' && activityId === copy?.activityId,
    );
    expect(textOf(replaced?.activity ?? {})).toContain('Withdrawn');
  });

  it('tells the owner in 1:1 what a confidential request is about, and the channel nothing of it', async () => {
    await turn(personal(connector, priya, says('hello')));
    await arrived(chatOf(priya), 'POST', /PD-0001: Maya Hoffmann withdrew it/);
    await turn(personal(connector, maya, says('Can Hush Retail use our ASfP for its EA?')));
    const [form] = await turn(personal(connector, maya, says('I need a POC for Hush Retail')));
    const sent = {
      ...readInputs(form),
      formId: readFormId(form),
      customer: 'Hush Retail',
      confidential: 'true',
    };
    await turn(
      personal(connector, maya, presses({ ...sent, verb: 'intake.submit' }, form?.activityId ?? '')),
    );
    const card = await arrived(CHANNEL.id, 'POST', /PD-0002/);
    const claim = presses({ verb: 'handoff.claim', number: 'PD-0002' }, card.activityId);
    await bot.post(inChannel(connector, priya, CHANNEL, claim));
    const owned = await arrived(chatOf(priya), 'POST', /Can Hush Retail use our ASfP/);
    expect(textOf(owned.activity)).toContain('In scope of the Partner Architecture Desk');
    await arrived(CHANNEL.id, 'PUT', /PD-0002.*Priya Nair claimed it/);
    await arrived(chatOf(maya), 'POST', /PD-0002: Priya Nair claimed it/);
    const seen = connector.calls.filter(({ conversationId }) => conversationId.startsWith(CHANNEL.id));
    expect(seen.map(({ activity }) => JSON.stringify(activity)).join('\n')).not.toContain('Hush');
  });

  it('keeps a vulnerability out of database and log', async () => {
    const secret = 'zebra-overflow-4711';
    const [reply] = await turn(
      personal(
        connector,
        maya,
        says(`we found a vulnerability in Exchange Online: ${secret} lets us read other tenants' mail`),
      ),
    );
    expect(textOf(reply?.activity ?? {})).toContain('MSRC');
    expect(textOf(reply?.activity ?? {})).not.toContain(secret);
    expect(bot.log).not.toContain(secret);
    expect(readFolder(bot.dataDir)).not.toContain(secret);
  });

  it('stops gracefully', async () => {
    expect(await bot.stop()).toBe(0);
  });
});

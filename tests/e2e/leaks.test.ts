/** The real process: what one person types reaches only the people it is for, in every way that it can be entered. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod/v4';
import { cards } from '../../cards';
import { textOf, type ConnectorCall } from '../support/fake-connector';
import {
  chat,
  FALLBACK_CHANNEL,
  findInFiles,
  Journey,
  PDM_CHANNEL,
  people,
  readInputs,
  textOfAll,
} from '../support/journey';
import { WARM_VECTORS } from '../support/warm-vectors';

const { maya, priya, nils, stranger, amara } = people;
const SECRET = 'Wide World Importers';
const MARK = 'quokka-0815';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.start({ env: { VECTORS_DIR: WARM_VECTORS } });
  await journey.openQueues();
  for (const who of [priya, maya, nils]) await journey.say(who, 'hello');
  for (;;) {
    const { body } = await journey.bot.get('/readyz');
    if ((body as { checks: { understanding: string } }).checks.understanding === 'ok') break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}, 400_000);
afterAll(() => journey.stop(SECRET));

const ads = { serviceId: 'architecture-design-session' };

async function send(form: Awaited<ReturnType<Journey['openForm']>>, values: Record<string, string>) {
  const drawnAtMs = Number(/"drawnAtMs":(\d+)/.exec(JSON.stringify(form.card.activity))?.[1]);
  const [confirmation] = await journey.press(maya, form.card, { ...form.data, drawnAtMs, ...values });
  const number = /PD-\d{4}/.exec(textOf(confirmation?.activity ?? {}))?.[0];
  if (confirmation === undefined || number === undefined) throw new Error('Nothing was sent.');
  return { confirmation, number };
}

async function claim(number: string): Promise<{ handoff: ConnectorCall; owned: ConnectorCall }> {
  const handoff = await journey.arrived(PDM_CHANNEL, 'POST', new RegExp(number));
  await journey.pressInChannel(priya, PDM_CHANNEL, handoff, { verb: 'handoff.claim', number });
  return { handoff, owned: await journey.arrived(chat(priya), 'POST', new RegExp(number)) };
}

describe('what was said before', () => {
  it('is listed on the form, and no line of another request goes along', async () => {
    await journey.say(maya, 'What does the Architecture Desk cost?');
    const form = await journey.openForm(maya, 'I need an architecture design session for Contoso');
    const listed = JSON.stringify(form.card.activity);
    expect(listed).toContain('What does the Architecture Desk cost?');
    const other = await journey.openForm(
      maya,
      `An architecture design session for ${SECRET}, but keep the customer's name confidential`,
    );
    expect(readInputs(other.card)).toMatchObject({ customer: SECRET, confidential: 'true' });
    expect(JSON.stringify(other.card.activity)).not.toContain('Architecture Desk cost');

    const { number } = await send(form, { customer: 'Contoso' });
    const { owned } = await claim(number);
    const shown = JSON.stringify(owned.activity);
    expect(shown).toContain('What does the Architecture Desk cost?');
    expect(shown).not.toContain(SECRET);
    // The other form is still open, and its request is the owner's alone.
    const sent = await send(other, {});
    expect(JSON.stringify((await claim(sent.number)).owned.activity)).not.toContain('Desk cost');
  });

  it('stays behind where the person takes it off the form, and where the payload names what was not listed', async () => {
    await journey.say(maya, 'How long may a session of the desk take?');
    const form = await journey.openForm(maya, 'I need an architecture design session for Tailwind Traders');
    const { asked = '' } = readInputs(form.card);
    expect(asked).not.toBe('');
    const others = asked.split(',').slice(1);
    const { number } = await send(form, { asked: [...others, 'forged'].join(',') });
    expect(JSON.stringify((await claim(number)).owned.activity)).not.toContain('How long may a session');
  });

  it('is listed without a tick where it resembles a report that the bot missed', async () => {
    const line =
      'A customer mailed us screenshots: after a refresh of the dashboard he saw figures of his competitor.';
    await journey.say(maya, 'What does the Architecture Desk cost?');
    await journey.say(maya, line);
    const form = await journey.openForm(maya, 'I need an architecture design session for Alpine Ski House');
    expect(JSON.stringify(form.card.activity)).toContain('after a refresh of the dashboard');
    const { number } = await send(form, {});
    const shown = JSON.stringify((await claim(number)).owned.activity);
    expect(shown).toContain('What does the Architecture Desk cost?');
    expect(shown).not.toContain('after a refresh of the dashboard');
  });

  it('stays behind where the form names another customer when it is sent', async () => {
    const form = await journey.openForm(maya, 'I need an architecture design session for Lucerne Publishing');
    expect(readInputs(form.card)['asked']).not.toBe('');
    const { number } = await send(form, { customer: 'Proseware' });
    expect(JSON.stringify((await claim(number)).owned.activity)).not.toContain('Lucerne');
  });
});

describe('in a channel', () => {
  let number: string;
  let handoff: ConnectorCall;
  let confirmation: ConnectorCall;
  beforeAll(async () => {
    const form = await journey.openForm(maya, 'new request');
    ({ number, confirmation } = await send(form, { ...ads, customer: 'Adatum' }));
    ({ handoff } = await claim(number));
  });

  it('a form that is not taken shows nothing of what was typed', async () => {
    const [form] = await journey.pressInChannel(priya, PDM_CHANNEL, handoff, {
      verb: 'handoff.decline',
      number,
    });
    const formId = /"formId":"([^"]+)"/.exec(JSON.stringify(form!.activity))?.[1];
    const sent = { verb: 'decline-form.submit', number, formId, reasonId: 'no-such', explanation: SECRET };
    const [refused] = await journey.pressInChannel(priya, PDM_CHANNEL, form!, sent);
    expect(textOf(refused!.activity)).toMatch(/reason/i);
    await journey.inChannel(priya, PDM_CHANNEL, `decline ${number} ${SECRET}`);
    const complete = { verb: 'complete-form.submit', number, formId: 'x', outcomeId: 'delivered' };
    await journey.pressInChannel(priya, PDM_CHANNEL, form!, {
      ...complete,
      hours: '99999999',
      summary: SECRET,
    });
    // The mention is the person's own message; nothing that the bot sent holds the name.
    expect(journey.connector.findInChannels(SECRET)).toEqual([]);
  });

  it('a handoff card is not replaced by what comes of a forged or stale form', async () => {
    const from = journey.connector.calls.length;
    const forged = [
      { verb: 'decline-form.submit', number: 'PD-9999', formId: 'f', reasonId: 'other', explanation: 'x' },
      { verb: 'decline-form.submit', number, formId: 'f', reasonId: 'no-such', explanation: 'x' },
      { verb: 'ask-form.submit', number, formId: 'g', question: 'How many users?' },
      { verb: 'ask-form.submit', number, formId: 'h', question: 'Stale by now' },
      { verb: 'transfer-form.submit', number, formId: 'i', targetId: 'queue:none', remark: 'x' },
      { verb: 'request-list.page', listId: 'pdm-emea' },
      { verb: 'feedback.send', answerId: 'a', words: 'x' },
      { verb: 'delivery-check.there', number },
      { verb: 'accept-form.submit', number, formId: 'j', date: '2001-01-01' },
      {
        verb: 'ask-form.submit',
        number,
        formId: 'k',
        question: 'an XSS in the portal with a crafted header',
      },
    ];
    for (const data of forged)
      for (const who of [nils, stranger, priya])
        await journey.pressInChannel(who, PDM_CHANNEL, handoff, data);
    const updates = journey.connector.calls
      .slice(from)
      .filter(({ method, activityId }) => method === 'PUT' && activityId === handoff.activityId);
    for (const { activity } of updates) expect(textOf(activity)).toContain('Adatum');
  });

  it('a form is still replaced by what it did, and by nobody else’s press', async () => {
    await journey.say(maya, `answer ${number} 900 users`);
    const [form] = await journey.pressInChannel(priya, PDM_CHANNEL, handoff, { verb: 'handoff.ask', number });
    const formId = /"formId":"([^"]+)"/.exec(JSON.stringify(form!.activity))?.[1];
    const data = { verb: 'ask-form.submit', number, formId, question: 'Which regions?' };
    const puts = () =>
      journey.connector.calls.filter(
        ({ method, activityId }) => method === 'PUT' && activityId === form!.activityId,
      ).length;
    await journey.pressInChannel(nils, PDM_CHANNEL, form!, data);
    expect(puts()).toBe(0);
    await journey.pressInChannel(priya, PDM_CHANNEL, form!, data);
    expect(puts()).toBe(1);
  });

  it('nothing that came with an event is shown', async () => {
    await journey.say(maya, `answer ${number} ${SECRET} is the parent company`);
    await journey.say(priya, `release ${number} ${SECRET} is not mine`);
    await journey.arrived(PDM_CHANNEL, 'POST', /Priya Nair (?:released|gave)/);
    await journey.press(maya, confirmation, { verb: 'confirmation.withdraw', number });
    await journey.say(maya, `reopen ${number} now it is for ${SECRET}`);
    await journey.arrived(PDM_CHANNEL, 'POST', /Maya Hoffmann reopened it/);
    expect(journey.connector.findInChannels(SECRET)).toEqual([]);
  });
});

describe('a report of a vulnerability', () => {
  const STORIES = [
    `By changing the number in the URL we could read the invoices of another customer ${MARK}.`,
    `With ${MARK} a guest made himself owner of the group, no approval asked. We repeated it twice.`,
    `An_SQL_injection_in_the_portal_(${MARK})_lets_anyone_read_invoices_of_other_customers`,
    `ポータルにSQLインジェクションの脆弱性がある${MARK}`,
    `Ein Gast kann sich selbst zum Administrator machen (${MARK}), ohne dass jemand zustimmt.`,
    `Cualquiera que conozca el enlace ${MARK} puede descargar sin contraseña los archivos de otros clientes.`,
    `在门户中发现安全漏洞${MARK}`,
    `XSS 1nj3ct10n in the p0rtal, exp1oit for ${MARK}`,
    `Тhеrе іs а rеmоtе соdе ехесutіоn іn thе аgеnt, ${MARK}`,
  ];

  it('is stored by no field of any card', async () => {
    const base = {
      ...ads,
      customer: 'Fourth Coffee',
      reasonId: 'other',
      outcomeId: 'delivered',
      targetId: 'queue:pts-emea',
    };
    const { number } = await send(await journey.openForm(maya, 'new request'), {
      ...ads,
      customer: 'Fourth Coffee',
    });
    const { owned } = await claim(number);
    let tried = 0;
    for (const card of Object.values(cards)) {
      for (const [action, schema] of Object.entries<z.ZodObject>(card.actions)) {
        for (const field of Object.keys(schema.shape)) {
          for (const [index, story] of STORIES.entries()) {
            const data = {
              ...base,
              number,
              formId: `walk-${String(tried)}`,
              date: '2031-01-02',
              [field]: story,
            };
            const parsed = schema.safeParse(data);
            if (!parsed.success && parsed.error.issues.some(({ path }) => path[0] === field)) continue;
            tried += 1;
            const verb = `${card.name}.${action}`;
            if (verb === 'chat.say') continue;
            await journey.press(index === 0 ? maya : priya, owned, { ...data, verb });
          }
        }
      }
    }
    expect(tried).toBeGreaterThan(20);
    expect(findInFiles(journey.bot.dataDir, 'Fourth Coffee')).not.toEqual([]);
    expect(findInFiles(journey.bot.dataDir, MARK)).toEqual([]);
    const shown = journey.connector.calls.map(({ activity }) => textOf(activity));
    expect(shown.filter((text) => text.includes(MARK))).toEqual([]);
  }, 300_000);

  it('is stored by no name of an account, a team or a channel', async () => {
    const name = `With ${MARK} a guest made himself owner of the group, no approval asked`;
    const named = { ...stranger, name };
    const { number } = await journey.request(named, 'new request', { ...ads, customer: 'Relecloud' });
    await journey.say(named, `note ${number} We have 900 users.`);
    const channel = { ...FALLBACK_CHANNEL, name: `An SQL injection (${MARK}) in the portal` };
    await journey.inChannel(amara, channel, 'register queue catch-all');
    await journey.inChannel(amara, channel, 'hello');
    expect(findInFiles(journey.bot.dataDir, 'Relecloud')).not.toEqual([]);
    expect(findInFiles(journey.bot.dataDir, MARK)).toEqual([]);
    const handoff = await journey.arrived(FALLBACK_CHANNEL, 'POST', new RegExp(number));
    expect(textOf(handoff.activity)).not.toContain(MARK);
  });

  it('said in the chat goes along with no request', async () => {
    for (const story of STORIES) expect(await journey.say(maya, story)).toContain('MSRC');
    const form = await journey.openForm(maya, 'new request');
    expect(JSON.stringify(form.card.activity)).not.toContain(MARK);
    expect(textOfAll([form.card])).not.toContain(MARK);
    expect(findInFiles(journey.bot.dataDir, MARK)).toEqual([]);
  });
});

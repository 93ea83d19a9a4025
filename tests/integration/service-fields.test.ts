/** A field that only services.yaml names, on its way from the form to the cards, the export and the erasure. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { de } from '../../cards/words/de';
import { en } from '../../cards/words/en';
import { languages } from '../../cards/words/languages';
import { drawDeskCard } from '../../src/conversation/notifications/desk-cards';
import type { Actor, Outgoing } from '../../src/conversation/message';
import { viewRequest } from '../../src/engagement/reading/view';
import { parseNumber } from '../../src/engagement/request';
import { createScrubber } from '../../src/privacy/erase/scrub';
import { scrubRequests } from '../../src/privacy/erase/sql';
import { actor, inPersonal, inQueueChannel, openConversation, textOfAll } from '../support/conversation';
import { CONTENT, openTestDesk, person, type TestDesk } from '../support/desk';
import { valuesOf } from '../support/form-values';

const NORTHWIND = '11111111-0000-4000-8000-000000000001';
const FIELDS = `
  fields:
    - { id: budget-code, label: { en: Budget code, de: Kostenstelle }, kind: text, longest: 40 }
    - { id: go-live, label: Go-live day, kind: date, min: today, said: [go-live, goes live], required: true }
    - { id: users, label: Number of users, kind: number, min: 1, max: 5000, said: [users] }
    - id: stage
      label: Stage
      kind: choice
      options:
        - { id: idea, label: { en: An idea, de: Eine Idee } }
        - { id: pilot, label: A pilot, said: [pilot phase] }
`;
/** The shipped services, with fields for one that has none. */
function writeServices(dir: string, fields: string): void {
  const shipped = readFileSync(path.join(CONTENT, 'services.yaml'), 'utf8');
  const at = shipped.indexOf('- id: deployment-review');
  const end = shipped.indexOf('\n- id:', at);
  writeFileSync(path.join(dir, 'services.yaml'), `${shipped.slice(0, end)}${fields}${shipped.slice(end)}`);
}

let test: TestDesk;
let overlayDir: string;
let conversation: ReturnType<typeof openConversation>;
const maya: Actor = actor('maya', 'Maya Hoffmann', { tenantId: NORTHWIND });
const home = inPersonal(maya);

beforeAll(async () => {
  overlayDir = mkdtempSync(path.join(os.tmpdir(), 'fields-'));
  writeServices(overlayDir, FIELDS);
  test = await openTestDesk();
  conversation = openConversation(test, {}, undefined, overlayDir);
});
afterAll(async () => {
  expect(conversation.errors).toEqual([]);
  await test.close();
  rmSync(overlayDir, { recursive: true });
});

let forms = 0;
const press = (data: object, by = maya) => conversation.press(by, inPersonal(by), data);
/** A filled form as a client sends it: every input by its id. */
function form(values: Readonly<Record<string, unknown>>) {
  return {
    verb: 'intake.submit',
    formId: `form-${(forms += 1)}`,
    serviceId: 'deployment-review',
    fieldsOf: 'deployment-review',
    customer: `Customer ${forms}`,
    'field-go-live': '2027-02-01',
    ...values,
  };
}
function numberIn(outgoing: readonly Outgoing[]): string {
  return /PD-\d{4}/.exec(textOfAll(outgoing))?.[0] ?? 'none';
}
const idOf = async (number: string) => {
  const { database, engagementStore } = test.storage;
  const found = await engagementStore.find(database.direct, { number: parseNumber(number) ?? 0 });
  return found?.id ?? '';
};
/** Each card of a request as it is drawn now, by the name of what draws it. */
async function drawHandoff(number: string, language: 'en' | 'de' = 'en'): Promise<string> {
  const lead = await person(test.directory, 'amara-diallo');
  const found = await test.desk.findRequest(lead, { number: parseNumber(number) ?? 0 });
  if (found.outcome !== 'found') throw new Error(found.outcome);
  const message = drawDeskCard(
    { card: 'handoff', request: { ...found.request, audience: 'channel' } },
    { content: conversation.content, words: languages[language] },
  );
  return JSON.stringify(message);
}

describe('a field that only services.yaml names', () => {
  it('is read from a sentence, drawn with its help and bounds, and named as filled in', async () => {
    const outgoing = await conversation.say(
      maya,
      home,
      'Deployment review for Contoso, 1,200 users, go-live is on 1 February, in the pilot phase',
    );
    expect(valuesOf(outgoing)).toMatchObject({
      serviceId: 'deployment-review',
      'field-go-live': '2027-02-01',
      'field-stage': 'pilot',
    });
    const all = textOfAll(outgoing);
    expect(all).toContain('"id":"field-users","label":"Number of users"');
    expect(all).toContain('"value":1200');
    expect(valuesOf(outgoing)['wantedBy']).toBeUndefined();
    expect(all).toContain('Go-live day');
  });

  it('is kept over the messages that follow, and taken out by its name', async () => {
    const nils = actor('nils', 'Nils Berg', { tenantId: NORTHWIND });
    const say = (text: string) => conversation.say(nils, inPersonal(nils), text);
    await say('Deployment review for Contoso, please');
    expect(valuesOf(await say('the go-live is on 3 March'))).toMatchObject({ 'field-go-live': '2027-03-03' });
    const last = await say('and for 300 users, by 10 January');
    expect(valuesOf(last)).toMatchObject({ 'field-go-live': '2027-03-03', wantedBy: '2027-01-10' });
    expect(textOfAll(last)).toContain(
      en.intake.takenFrom(['Go-live day'], 'the go-live is on 3 March').slice(-14),
    );
    expect(valuesOf(await say('remove the go-live'))['field-go-live']).toBeUndefined();
  });

  it('asks about a day that can mean two', async () => {
    const outgoing = await conversation.say(maya, home, 'Deployment review for Contoso, go-live by 3/4');
    expect(textOfAll(outgoing)).toContain(en.intake.dateIsAmbiguous('3/4'));
    expect(valuesOf(outgoing)['field-go-live']).toBeUndefined();
  });

  it.each([
    [{ 'field-go-live': '' }, en.faults.kinds.missing],
    [{ 'field-go-live': '2020-01-01' }, en.faults.kinds.passed],
    [{ 'field-go-live': 'soon' }, en.serviceFields.notUsable('soon', en.faults.kinds['not-a-date'])],
    [{ 'field-users': '0' }, en.faults.below(1)],
    [{ 'field-users': 9_999 }, en.faults.above(5_000)],
    [{ 'field-users': 'many' }, en.serviceFields.notUsable('many', en.faults.kinds['not-a-number'])],
    [{ 'field-budget-code': 'x'.repeat(41) }, en.faults.longerThan(40)],
  ])('sends the form back for %j, and says why', async (values, why) => {
    const outgoing = await press(form(values));
    expect(textOfAll(outgoing)).toContain(JSON.stringify(why).slice(1, -1));
    expect(textOfAll(outgoing)).toContain(en.intake.sentBack(1));
    expect(valuesOf(outgoing)).toMatchObject({ serviceId: 'deployment-review' });
  });

  it('is turned away where it may report a vulnerability', async () => {
    const outgoing = await press(form({ 'field-budget-code': 'exploit: anyone can read the tenant' }));
    expect(textOfAll(outgoing)).not.toContain('read the tenant');
    expect(numberIn(outgoing)).toBe('none');
  });

  it('shows to partner, owner and queue what each may read, in their language', async () => {
    const sent = await press(
      form({ 'field-budget-code': 'Globex 4711', 'field-users': '120', 'field-stage': 'idea' }),
    );
    const all = textOfAll(sent);
    for (const shown of ['Budget code', 'Globex 4711', 'An idea', '120', en.speech.day('2027-02-01')])
      expect(all).toContain(shown);
    const number = numberIn(sent);
    const handoff = await drawHandoff(number, 'de');
    expect(handoff).toContain('Kostenstelle');
    expect(handoff).not.toContain('Globex 4711');
    for (const shown of [de.handoff.detailsHidden, 'Eine Idee', de.speech.day('2027-02-01'), 'Go-live day'])
      expect(handoff).toContain(shown);

    const priya = actor('priya', 'Priya Nair', { mail: 'priya.nair@contoso.com' });
    await conversation.say(priya, inPersonal(priya), `claim ${number}`);
    expect(textOfAll(await conversation.say(priya, inPersonal(priya), `status ${number}`))).toContain(
      'Globex 4711',
    );
    const inChannel = await conversation.say(priya, inQueueChannel('pdm-emea'), `status ${number}`);
    expect(textOfAll(inChannel)).not.toContain('Globex 4711');
  });

  it('hides only the texts of a confidential request from everyone but its owner', async () => {
    const sent = await press(
      form({ confidential: 'true', 'field-budget-code': 'Hush 1', 'field-users': '77' }),
    );
    const lead = await person(test.directory, 'amara-diallo');
    const found = await test.desk.findRequest(lead, { number: parseNumber(numberIn(sent)) ?? 0 });
    const fields = found.outcome === 'found' ? found.request.fields : [];
    expect(fields).toMatchObject([
      { id: 'budget-code', value: null },
      { id: 'go-live', value: '2027-02-01' },
      { id: 'users', value: '77' },
    ]);
  });

  it.each([
    ['requester', true, true],
    ['owner', true, true],
    ['member', true, false],
    ['company', true, false],
    ['colleague', false, false],
    ['channel', false, false],
  ] as const)(
    'shows its text to %s: %j, and of a confidential request: %j',
    async (audience, open, secret) => {
      const sent = await press(form({ 'field-budget-code': 'Hush 2', 'field-stage': 'idea' }));
      const { database, engagementStore } = test.storage;
      const request = await engagementStore.find(database.direct, {
        number: parseNumber(numberIn(sent)) ?? 0,
      });
      if (request === undefined) throw new Error('It was not stored.');
      const organisation = await test.directory.current();
      const context = { organisation, teamsUserId: null, steps: [], nowMs: test.clock.nowMs() };
      const read = (isConfidential: boolean) =>
        JSON.stringify(viewRequest({ ...request, isConfidential }, [], audience, context));
      expect(read(false).includes('Hush 2')).toBe(open);
      expect(read(true).includes('Hush 2')).toBe(secret);
      for (const shown of ['2027-02-01', 'An idea']) expect(read(true)).toContain(shown);
    },
  );

  it('is edited, with what changed in the history and no values there', async () => {
    const number = numberIn(await press(form({ 'field-budget-code': 'A1', customer: 'Editworks' })));
    const opened = await conversation.say(maya, home, `edit ${number}`);
    expect(valuesOf(opened)).toMatchObject({ 'field-budget-code': 'A1', 'field-go-live': '2027-02-01' });
    const edit = { verb: 'edit-form.submit', number, customer: 'Editworks', confidential: 'false' };
    const back = await press({ ...edit, formId: 'edit-0', 'field-users': '0', 'field-budget-code': 'A2' });
    expect(textOfAll(back)).toContain(`Number of users: ${en.faults.sentenceOnField(en.faults.below(1))}`);
    expect(valuesOf(back)).toMatchObject({ 'field-budget-code': 'A2' });

    await press({ ...edit, formId: 'edit-1', 'field-budget-code': '', 'field-users': '5' });
    const shown = textOfAll(await conversation.say(maya, home, `status ${number}`));
    expect(shown).toContain(
      en.events.edit('Maya Hoffmann', { to: null, day: null, fields: ['Budget code', 'Number of users'] }),
    );
    expect(shown).not.toContain('A1');
    // What the form didn't have stays.
    expect(shown).toContain(en.speech.day('2027-02-01'));
  });

  it('tells its owner the new value', async () => {
    const number = numberIn(await press(form({ customer: 'Newsworks' })));
    const priya = await person(test.directory, 'priya-nair');
    const ref = { number: parseNumber(number) ?? 0 };
    await test.desk.claim(priya, ref);
    await press({
      ...{ verb: 'edit-form.submit', number, formId: 'news-1', customer: 'Newsworks', confidential: 'false' },
      'field-budget-code': 'B7',
    });
    const found = await test.desk.findRequest(priya, ref);
    if (found.outcome !== 'found') throw new Error(found.outcome);
    const { request } = found;
    const event = request.events.at(-1)!;
    const drawn = { card: 'request-news', request, news: [event], event } as const;
    const message = drawDeskCard(
      { ...drawn, contact: null, isFinal: false, isPrivate: true, next: [], mention: null },
      { content: conversation.content, words: en },
    );
    expect(JSON.stringify(message)).toContain(en.refusal.known('Budget code', 'B7'));
  });

  it('is no change where everything stays as it was', async () => {
    const number = numberIn(await press(form({ 'field-stage': 'idea', customer: 'Samesame' })));
    const held = { 'field-stage': 'idea', 'field-go-live': '2027-02-01', 'field-users': '' };
    const edit = { verb: 'edit-form.submit', number, customer: 'Samesame', confidential: 'false', ...held };
    const back = await press({ ...edit, formId: 'same-1' });
    expect(textOfAll(back)).toContain(`${en.faults.fields.number} ${en.faults.kinds.unchanged}`);
    expect(valuesOf(back)).toMatchObject({ 'field-stage': 'idea', 'field-go-live': '2027-02-01' });
  });

  it('is stored once for a form that is sent twice', async () => {
    const sent = form({ 'field-users': '3', customer: 'Double Press' });
    const [first, second] = [numberIn(await press(sent)), numberIn(await press(sent))];
    expect(first).not.toBe('none');
    expect(second).toBe(first);
  });

  it('may keep a day that has passed meanwhile', async () => {
    const number = numberIn(await press(form({ 'field-go-live': '2026-11-25', customer: 'Slow Works' })));
    test.clock.advance(5 * 24 * 60 * 60 * 1000);
    await press({
      ...{ verb: 'edit-form.submit', number, formId: 'late', customer: 'Slow Works', details: 'More.' },
      'field-go-live': '2026-11-25',
    });
    expect(textOfAll(await conversation.say(maya, home, `status ${number}`))).toContain('More.');
  });

  it('is a column of the export', async () => {
    await press(form({ 'field-budget-code': '=1+1', 'field-users': '42', 'field-stage': 'pilot' }));
    await press(form({ confidential: 'true', 'field-budget-code': 'Hush 1', customer: 'Exported' }));
    const lead = await person(test.directory, 'amara-diallo');
    const exported = await test.desk.exportQueue(lead, 'pdm-emea');
    const csv = exported.outcome === 'exported' ? exported.csv : '';
    expect(csv.split('\r\n')[0]).toMatch(/,field_budget_code,field_go_live,field_stage,field_users$/);
    expect(csv).toContain(`,'=1+1,2027-02-01,A pilot,42\r\n`);
    expect(csv).not.toContain('Hush 1');
  });

  it('loses its text when the requester is erased, and keeps the rest', async () => {
    const eve = actor('eve', 'Eve Gone', { tenantId: NORTHWIND });
    const number = numberIn(await press(form({ 'field-budget-code': 'Secret 9', 'field-users': '8' }), eve));
    await press(
      {
        ...{ verb: 'edit-form.submit', number, formId: 'eve-1', customer: 'Evening', 'field-users': '9' },
        'field-budget-code': 'Secret 10',
      },
      eve,
    );
    const nobody = { personIds: [], objectIds: [], mails: [], conversationIds: [] };
    const scrubber = createScrubber(
      { ...nobody, userIds: [eve.userId], names: [eve.name] },
      { id: 'erased-1', name: 'Erased person' },
    );
    await test.storage.database.transaction((executor) => scrubRequests(executor, scrubber, 0, 500));
    const { database, engagementStore } = test.storage;
    const request = await engagementStore.find(database.direct, { id: await idOf(number) });
    expect(request?.fields).toMatchObject({ 'budget-code': { value: '[removed]' }, users: { value: '9' } });
    const events = await engagementStore.listEvents(database.direct, request?.id ?? '');
    expect(JSON.stringify([request, events])).not.toContain('Secret');
  });
});

describe('a service that is chosen in the form', () => {
  it('gets its own fields before the request is sent, once', async () => {
    const first = { ...form({ fieldsOf: '', customer: 'Twice' }), 'field-go-live': undefined };
    const back = await press(first);
    expect(textOfAll(back)).toContain(en.serviceFields.more('Deployment Review'));
    expect(textOfAll(back)).toContain('"id":"field-go-live"');
    expect(textOfAll(back)).toContain('"fieldsOf":"deployment-review"');
    expect(numberIn(await press({ ...first, ...form({ customer: 'Twice' }) }))).not.toBe('none');
  });

  it('says which values it has no field for, and keeps them in the description', async () => {
    const values = form({
      serviceId: 'technical-briefing',
      details: 'About AKS.',
      'field-budget-code': '4711',
      'field-stage': 'pilot',
    });
    const back = await press(values);
    expect(numberIn(back)).toBe('none');
    const labels = ['Go-live day', 'Budget code', 'Stage'];
    expect(textOfAll(back)).toContain(
      JSON.stringify(en.serviceFields.moved(labels, 'Technical Briefing')).slice(1, -1),
    );
    expect(valuesOf(back)['details']).toBe(
      `About AKS.\\nGo-live day: ${en.speech.day('2027-02-01')}\\nBudget code: 4711\\nStage: A pilot`,
    );
  });

  it('keeps them while no service is chosen', async () => {
    const back = await press(form({ serviceId: '', 'field-budget-code': '4711' }));
    expect(textOfAll(back)).toContain('"fields":{"go-live":"2027-02-01","budget-code":"4711"}');
  });

  it('takes the form of an older version as it is, unless something required is missing', async () => {
    const old = {
      ...form({ serviceId: 'proof-of-concept' }),
      fieldsOf: undefined,
      'field-go-live': undefined,
    };
    expect(numberIn(await press(old))).not.toBe('none');
    const lacking = { ...form({}), fieldsOf: undefined, 'field-go-live': undefined };
    expect(textOfAll(await press(lacking))).toContain(en.faults.kinds.missing);
  });
});

describe('a field that is forged or gone', () => {
  it('moves into the description when it comes with a form', async () => {
    const back = await press(form({ 'field-cost-centre': '4711' }));
    expect(valuesOf(back)['details']).toBe('Cost centre: 4711');
    const forgedChoice = await press(form({ 'field-stage': 'chaos' }));
    expect(valuesOf(forgedChoice)['details']).toBe('Stage: chaos');
  });

  it.each([
    ['too many', Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`field-x${at}`, '1']))],
    ['an object', { 'field-budget-code': { a: 1 } }],
    ['a name that is none', { 'field-<b>': 'x' }],
    ['a list as fields', { fields: ['a', 'b'] }],
  ])('takes nothing from a forged form: %s', async (_, forged) => {
    const outgoing = await press(form(forged));
    expect(numberIn(outgoing)).toBe('none');
    expect(textOfAll(outgoing)).toContain('"card"');
  });

  it('keeps its name and value on cards and through edits when the content no longer has it', async () => {
    const sent = await press(
      form({ 'field-budget-code': 'Old 1', 'field-stage': 'idea', customer: 'Later' }),
    );
    const number = numberIn(sent);
    const other = mkdtempSync(path.join(os.tmpdir(), 'fields-'));
    writeServices(other, '');
    const later = openConversation(test, {}, undefined, other);
    const shown = textOfAll(await later.say(maya, home, `status ${number}`));
    for (const text of ['Budget code', 'Old 1', 'An idea']) expect(shown).toContain(text);
    const edit = { verb: 'edit-form.submit', number, formId: 'gone', customer: 'Later', details: 'New.' };
    const back = await later.press(maya, home, { ...edit, 'field-budget-code': 'Changed 2' });
    expect(textOfAll(back)).toContain('Changed 2');
    await later.press(maya, home, edit);
    const after = textOfAll(await later.say(maya, home, `status ${number}`));
    for (const text of ['Old 1', 'New.', 'An idea']) expect(after).toContain(text);
    expect(later.errors).toEqual([]);
    rmSync(other, { recursive: true });
  });
});

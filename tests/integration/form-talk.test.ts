/** What people say about the form that is open in their chat. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { de } from '../../cards/words/de';
import { en } from '../../cards/words/en';
import type { Actor, Outgoing } from '../../src/conversation/message';
import { actor, inPersonal, openConversation, textOfAll } from '../support/conversation';
import { openTestDesk, type TestDesk } from '../support/desk';
import { valuesOf } from '../support/form-values';

const NORTHWIND = '11111111-0000-4000-8000-000000000001';
const OPENER = 'ADS for Kestrel Freight on AVD by 20 January, through my PDM';
const HELD = {
  serviceId: 'architecture-design-session',
  customer: 'Kestrel Freight',
  solutionAreaId: 'infrastructure',
  wantedBy: '2027-01-20',
  role: 'PDM',
};

let test: TestDesk;
let conversation: ReturnType<typeof openConversation>;
beforeAll(async () => {
  test = await openTestDesk();
  conversation = openConversation(test);
});
afterAll(async () => {
  expect(conversation.errors).toEqual([]);
  await test.close();
});

let people = 0;
/** The last reply of a chat of somebody's own. */
async function chat(...texts: readonly string[]): Promise<readonly Outgoing[]> {
  const by: Actor = actor(`maya-${(people += 1)}`, 'Maya Hoffmann', { tenantId: NORTHWIND });
  let outgoing: readonly Outgoing[] = [];
  for (const text of texts) outgoing = await conversation.say(by, inPersonal(by), text);
  return outgoing;
}
const dismissed = [en.outcomes.dismissed, de.outcomes.dismissed];

describe('an open form', () => {
  it.each(['cancel', 'never mind, cancel it', 'abbrechen', 'forget it please', 'undo', 'stop'])(
    'is dropped by %j, and nothing of it comes back',
    async (words) => {
      const [reply] = await chat(OPENER, words);
      expect(dismissed).toContain(reply?.text);
      const next = valuesOf(await chat(OPENER, words, 'book an ADS on AKS'));
      expect(next).toMatchObject({ serviceId: HELD.serviceId, solutionAreaId: 'digital-app-innovation' });
      expect(next['customer'] ?? null).toBeNull();
    },
  );

  it.each(['start over', 'von vorn', 'reset the form'])('is emptied by %j', async (words) => {
    const outgoing = await chat(OPENER, words);
    expect(textOfAll(outgoing)).toContain(en.intake.title);
    expect(valuesOf(outgoing)['customer'] ?? null).toBeNull();
  });

  it.each(['what do you have so far?', 'show the form', 'was steht im Formular?'])(
    'is shown again by %j',
    async (words) => {
      expect(valuesOf(await chat(OPENER, words))).toMatchObject(HELD);
    },
  );

  it('loses a field after a question about something else', async () => {
    const values = valuesOf(await chat(OPENER, 'What is the Architecture Desk?', 'remove the date'));
    expect(values).toMatchObject({ customer: HELD.customer });
    expect(values['wantedBy'] ?? null).toBeNull();
  });

  it('takes the last message back by "undo"', async () => {
    expect(valuesOf(await chat(OPENER, 'make it Sentinel', 'undo'))).toMatchObject(HELD);
  });

  it.each<[words: string, changes: Readonly<Record<string, string | null>>]>([
    ['remove the date', { wantedBy: null }],
    ['no deadline please', { wantedBy: null }],
    ['Datum entfernen', { wantedBy: null }],
    ['drop the date and make it Sentinel', { wantedBy: null, solutionAreaId: 'security' }],
    ['actually make the topic AKS', { solutionAreaId: 'digital-app-innovation' }],
    ['change the area to Security please', { solutionAreaId: 'security' }],
    ['move the date to 12 February', { wantedBy: '2027-02-12' }],
    ['wrong customer, I meant Halden Steel', { customer: 'Halden Steel' }],
    ['a POC, not a design session. The rest stays.', { serviceId: 'proof-of-concept' }],
    ['it should go to my PTS, not the PDM', { role: 'PTS' }],
  ])('is changed by %j, which tells nobody anything', async (words, changes) => {
    const values = valuesOf(await chat(OPENER, words));
    const found = Object.fromEntries(Object.keys(HELD).map((field) => [field, values[field] ?? null]));
    expect(found).toEqual({ ...HELD, ...changes });
    expect(values['details'] ?? null).toBeNull();
  });

  it('loses its mark when the name needn’t be confidential after all', async () => {
    const secret = `${OPENER}. Keep the name confidential.`;
    expect(valuesOf(await chat(secret))).toMatchObject({ confidential: 'true' });
    expect(valuesOf(await chat(secret, "it isn't confidential after all"))).toMatchObject({
      ...HELD,
      confidential: 'false',
    });
  });
});

describe('without an open form', () => {
  it('a request in three words opens one', async () => {
    expect(valuesOf(await chat('POC on Fabric'))).toMatchObject({
      serviceId: 'proof-of-concept',
      solutionAreaId: 'data-ai',
    });
  });

  it('"cancel" asks which request is meant', async () => {
    expect(dismissed).not.toContain((await chat('cancel'))[0]?.text);
  });
});

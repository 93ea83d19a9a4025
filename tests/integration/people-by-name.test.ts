/** Finding a person by the name that somebody typed: in a form, and in a typed transfer. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readDirectoryFiles } from '../../src/directory/files';
import { readLinesCase } from '../support/cases';
import { actor, inPersonal, openConversation, textOfAll } from '../support/conversation';
import { readInputs } from '../support/journey';
import {
  channelAddress,
  openTestDesk,
  person,
  requester,
  SAMPLE,
  submission,
  type TestDesk,
} from '../support/desk';

const NORTHWIND = '11111111-0000-4000-8000-000000000001';
const maya = actor('maya', 'Maya Hoffmann', { tenantId: NORTHWIND });
const jorg = actor('jorg', 'Jörg Müller', { mail: 'priya.nair@contoso.com' });

let test: TestDesk;
let chat: ReturnType<typeof openConversation>;
beforeAll(async () => {
  const files = await readDirectoryFiles(SAMPLE);
  const people = [
    files.people
      .replace('Priya Nair', 'Jörg Müller')
      .replace('Lena Fischer', 'Seán O’Brien')
      .replace('Tom Okafor', 'Zoë Weiß')
      .replace('Jonas Weber', 'Jörg Weber')
      .trimEnd(),
    'zoe-a,Zoe Weiss,zoe.weiss@contoso.com,PDM,EMEA,,09:00-17:00,Europe/London,,,',
    'zoe-b,Zoë Weiss,z.weiss@contoso.com,PDM,EMEA,,09:00-17:00,Europe/London,,,',
  ].join('\n');
  test = await openTestDesk({ files: { ...files, people } });
  chat = openConversation(test);
  await test.outbox.rememberAddress({ kind: 'queue', queueId: 'pts-emea' }, channelAddress('pts-emea'));
}, 60_000);
afterAll(async () => {
  expect(chat.errors).toEqual([]);
  await test.close();
});

let forms = 0;
async function ask(choice: { role: 'PDM' | 'PTS' | null; person: string }) {
  const by = await requester(test.directory, 'northwind-traders', 'Maya');
  const submissionId = `named-${(forms += 1)}`;
  return test.desk.submit({
    by,
    input: submission({ submissionId, customer: submissionId, choice }),
    address: null,
    confirmationActivityId: null,
  });
}

describe('the person that a partner asks for', () => {
  it('is in the form in composed letters, however they were typed', async () => {
    const [text = ''] = readLinesCase('name-decomposed.txt');
    const form = textOfAll(await chat.say(maya, inPersonal(maya), text.normalize('NFD')));
    expect(form).toContain('"value":"Jörg Müller"');
  });

  it.each(readLinesCase('name-plain-letters.txt'))('gets the request when it is typed: %s', async (text) => {
    const form = await chat.say(maya, inPersonal(maya), text);
    const inputs = readInputs({ activity: form });
    expect(inputs['person']).toBe('Jörg Müller');
    const formId = /"formId":"([^"]+)"/.exec(textOfAll(form))?.[1];
    const sent = await chat.press(maya, inPersonal(maya), {
      ...inputs,
      verb: 'intake.submit',
      formId,
      customer: text,
    });
    expect(textOfAll(sent)).toContain('Jörg Müller');
  });

  it.each(['Jorg', 'Joerg Mueller', 'Jo\u0308rg Mu\u0308ller', 'müller, jörg', 'PRIYA.NAIR@contoso.com'])(
    'is the own PDM as %j',
    async (named) => {
      expect(await ask({ role: 'PDM', person: named })).toMatchObject({
        outcome: 'submitted',
        unknownPerson: null,
        request: { queue: { id: 'pdm-emea' }, assigned: { name: 'Jörg Müller' } },
      });
    },
  );

  it.each(["Sean O'Brien", 'Seán O’Brien', 'Sean'])('is the own PTS as %j', async (named) => {
    expect(await ask({ role: 'PTS', person: named })).toMatchObject({
      outcome: 'submitted',
      unknownPerson: null,
      request: { assigned: { name: 'Seán O’Brien' } },
    });
  });

  it('is asked about where several people have the name', async () => {
    expect(await ask({ role: null, person: 'Zoë Weiß' })).toEqual({
      outcome: 'invalid',
      problems: [{ field: 'choice.person', message: 'several-people' }],
    });
  });

  it('is not told by a first name where it is nobody of the partner’s own', async () => {
    expect(await ask({ role: null, person: 'Zoe' })).toMatchObject({
      outcome: 'submitted',
      unknownPerson: 'Zoe',
    });
  });
});

describe('a typed transfer', () => {
  it('finds the person without diacritics, and asks by mail address where several have the name', async () => {
    const sent = await ask({ role: 'PDM', person: 'Jorg' });
    const number = sent.outcome === 'submitted' ? sent.request.number : '';
    await test.desk.claim(await person(test.directory, 'priya-nair'), { number: Number(number.slice(3)) });
    const say = async (text: string) => textOfAll(await chat.say(jorg, inPersonal(jorg), text));
    const unsure = await say(`transfer ${number} to Zoë Weiss`);
    expect(unsure).toContain('z.weiss@contoso.com');
    expect(unsure).toContain('tom.okafor@contoso.com');
    expect(await say(`transfer ${number} to Joerg Weber`)).toContain('Jörg Weber');
  });

  it('finds a queue by its name with another kind of dash and in other letters', async () => {
    const sent = await ask({ role: 'PDM', person: 'Jorg' });
    const number = sent.outcome === 'submitted' ? sent.request.number : '';
    expect(
      textOfAll(await chat.say(jorg, inPersonal(jorg), `transfer ${number} to pts emea\u200b`)),
    ).toContain('PTS EMEA');
  });
});

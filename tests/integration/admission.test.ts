/** Who is let in, who is turned away, and that nothing of theirs is kept. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { AdmissionDependencies } from '../../src/conversation/admission/admission';
import { readDirectoryFiles } from '../../src/directory/files';
import { actor, inPersonal, inQueueChannel, openConversation, textOfAll } from '../support/conversation';
import { HOME_TENANT, openTestDesk, SAMPLE, type TestDesk } from '../support/desk';
import { findInFiles } from '../support/journey';
import path from 'node:path';

const PARTNER_TENANT = '11111111-0000-4000-8000-000000000001';
const ELSEWHERE = '90000000-0000-4000-8000-000000000000';
const SECRET = 'Zebrafish Holdings';
const NOT_FOR_YOU = 'your organisation isn’t listed';

let test: TestDesk;
let conversation: ReturnType<typeof openConversation>;
beforeEach(async () => {
  test = await openTestDesk();
});
afterEach(async () => {
  expect(conversation.errors).toEqual([]);
  await test.close();
});

function open(allowed: Partial<AdmissionDependencies> = { allowedTenants: [] }): void {
  conversation = openConversation(test, allowed);
}

async function say(tenantId: string | null, text: string, place?: 'channel'): Promise<string> {
  const who = { ...actor(`of-${String(tenantId)}`, 'Sam'), tenantId };
  return textOfAll(
    await conversation.say(who, place === undefined ? inPersonal(who) : inQueueChannel('general'), text),
  );
}

describe('a tenant', () => {
  it('is let in when it is ours or a partner’s, in any letter case', async () => {
    open();
    for (const tenant of [HOME_TENANT, HOME_TENANT.toUpperCase(), PARTNER_TENANT])
      expect(await say(tenant, 'help')).not.toContain(NOT_FOR_YOU);
    expect(await say(HOME_TENANT, 'help', 'channel')).not.toContain(NOT_FOR_YOU);
  });

  it('that an operator named is let in, and any where all are', async () => {
    open({ allowedTenants: [ELSEWHERE] });
    expect(await say(ELSEWHERE, 'help')).not.toContain(NOT_FOR_YOU);
    expect(await say(PARTNER_TENANT, 'help')).not.toContain(NOT_FOR_YOU);
    open({ allowedTenants: 'any' });
    for (const tenant of ['anything', null]) expect(await say(tenant, 'help')).not.toContain(NOT_FOR_YOU);
  });

  it('that is not in the directory, or missing, hears why once in a conversation', async () => {
    open();
    for (const tenant of [ELSEWHERE, null]) {
      expect(await say(tenant, 'new request')).toContain(NOT_FOR_YOU);
      expect(await say(tenant, 'hello?')).toBe('[]');
    }
    expect(await say(ELSEWHERE, 'help', 'channel')).toContain(NOT_FOR_YOU);
    expect(await say(ELSEWHERE, 'help', 'channel')).toBe('[]');
  });

  it('that is not let in reads why in each dialog, and nothing is stored for it', async () => {
    open();
    const sam = actor('sam', 'Sam Doe', { tenantId: ELSEWHERE });
    const press = { verb: 'intake.submit', formId: 'f' };
    for (let time = 0; time < 2; time += 1)
      expect(textOfAll(await conversation.pressInDialog(sam, inPersonal(sam), press))).toContain(NOT_FOR_YOU);
  });

  it('that is not let in gets no hello, no press and no word of theirs stored', async () => {
    open();
    const sam = actor('sam', 'Sam Doe', { tenantId: ELSEWHERE });
    expect(textOfAll(await conversation.install(sam, inPersonal(sam)))).toContain(NOT_FOR_YOU);
    expect(await conversation.say(sam, inPersonal(sam), `a design session for ${SECRET}`)).toEqual([]);
    for (const data of [
      { verb: 'intake.submit', serviceId: 'architecture-design-session', customer: SECRET, formId: 'f' },
      { verb: 'handoff.claim', number: 'PD-0001' },
      { verb: 'chat.say', text: SECRET },
    ])
      expect(await conversation.press(sam, inPersonal(sam), data)).toEqual([]);
    const opinion = { activityId: 'told-1', liked: false, words: SECRET };
    await expect(conversation.rate(sam, inPersonal(sam), opinion)).rejects.toMatchObject({
      code: 'too-busy',
    });
    expect(await conversation.readEntry(sam, 'desk-overview')).toBeNull();
    const anna = { ...sam, tenantId: PARTNER_TENANT };
    expect(await conversation.readEntry(anna, 'desk-overview')).toMatchObject({ title: expect.any(String) });
    const folder = path.dirname((test.options as { file: string }).file);
    expect(findInFiles(folder, SECRET)).toEqual([]);
    for (const theirs of [sam.name, sam.aadObjectId ?? '', ELSEWHERE])
      expect(findInFiles(folder, theirs)).toEqual([]);
  });

  it('is let in as soon as an import brings it, and not any more when one takes it away', async () => {
    open();
    expect(await say(ELSEWHERE, 'help')).toContain(NOT_FOR_YOU);
    const files = await readDirectoryFiles(SAMPLE);
    const partners = readFileSync(path.join(SAMPLE, 'partners.csv'), 'utf8').replace(
      PARTNER_TENANT,
      ELSEWHERE,
    );
    await test.directory.importDirectory({ ...files, partners }, { by: 'test', isSample: true });
    expect(await say(ELSEWHERE, 'help')).not.toBe('[]');
    expect(await say(PARTNER_TENANT, 'help')).toContain(NOT_FOR_YOU);
  });
});

describe('somebody who is faster than anybody writes', () => {
  it('is asked to wait, once a minute, and is answered again when they did', async () => {
    open({ rates: { perUser: 3, perTenant: null } });
    for (let time = 0; time < 3; time += 1) expect(await say(HOME_TENANT, 'help')).not.toContain('at once');
    expect(await say(HOME_TENANT, 'my requests')).toContain('You’re sending messages faster');
    expect(await say(HOME_TENANT, 'help')).toBe('[]');
    expect(await say(PARTNER_TENANT, 'help')).not.toBe('[]');
    test.clock.advance(20_000);
    expect(await say(HOME_TENANT, 'help')).not.toContain('at once');
    expect(await say(HOME_TENANT, 'help')).toBe('[]');
    test.clock.advance(60_000);
    for (let time = 0; time < 3; time += 1) expect(await say(HOME_TENANT, 'help')).not.toBe('[]');
    expect(await say(HOME_TENANT, 'help')).toContain('You’re sending messages faster');
  });

  it('reads in each dialog that nothing was done, and a rating of theirs fails', async () => {
    open({ rates: { perUser: 1, perTenant: null } });
    const maya = actor('maya', 'Maya', { tenantId: HOME_TENANT });
    const form = { verb: 'intake.submit', serviceId: 'architecture-design-session', formId: 'f' };
    await conversation.say(maya, inPersonal(maya), 'help');
    for (let time = 0; time < 2; time += 1)
      expect(textOfAll(await conversation.pressInDialog(maya, inPersonal(maya), form))).toContain(
        'You’re sending messages faster',
      );
    expect(textOfAll(await conversation.askAbout(maya, inPersonal(maya), 'What is TPD?'))).toContain(
      'You’re sending messages faster',
    );
    expect(textOfAll(await conversation.say(maya, inPersonal(maya), 'help'))).toContain(
      'You’re sending messages faster',
    );
    const opinion = { activityId: 'told-1', liked: false, words: 'x' };
    await expect(conversation.rate(maya, inPersonal(maya), opinion)).rejects.toMatchObject({
      code: 'too-busy',
    });
  });

  it('hears about the tenant’s limit even if a colleague heard about it before', async () => {
    open({ rates: { perUser: null, perTenant: 1 } });
    const [maya, nils] = ['maya', 'nils'].map((id) => actor(id, id, { tenantId: HOME_TENANT }));
    if (maya === undefined || nils === undefined) throw new Error('Nobody is there.');
    const help = async (who: typeof maya) => textOfAll(await conversation.say(who, inPersonal(who), 'help'));
    await help(maya);
    expect(await help(maya)).toContain('Many people in your organisation');
    expect(await help(nils)).toContain('Many people in your organisation');
    expect(await help(nils)).toBe('[]');
  });

  it('finds nothing by looking up any more, and can write still', async () => {
    open({ rates: { perUser: 2, perTenant: null } });
    const maya = actor('maya', 'Maya', { tenantId: HOME_TENANT });
    const lookUp = () => conversation.lookUp(maya, inPersonal(maya), 'TPD');
    for (let time = 0; time < 8; time += 1) expect(await lookUp()).not.toEqual([]);
    expect(await lookUp()).toEqual([]);
    expect(textOfAll(await conversation.say(maya, inPersonal(maya), 'help'))).not.toBe('[]');
  });

  it('together with their whole tenant is asked too, and other tenants are not', async () => {
    open({ rates: { perUser: null, perTenant: 2 } });
    for (let time = 0; time < 2; time += 1) expect(await say(HOME_TENANT, 'help')).not.toBe('[]');
    expect(await say(HOME_TENANT, 'help')).toContain('Many people in your organisation');
    expect(await say(PARTNER_TENANT, 'help')).not.toContain('Many people');
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { languages } from '../../cards/words/languages';
import { drawDeskCard } from '../../src/conversation/notifications/desk-cards';
import { readDirectoryFiles } from '../../src/directory/files';
import type { OutboundMessage } from '../../src/outbox/courier';
import { actor } from '../support/conversation';
import {
  openTestDesk,
  person,
  personalAddress,
  requester,
  SAMPLE,
  submission,
  type TestDesk,
} from '../support/desk';
import { content } from '../support/shared';

/** Who is @mentioned on the card in the queue's channel. Local mode takes mentions off, so it is looked at here. */
let test: TestDesk;
beforeEach(async () => {
  test = await openTestDesk();
  // Teams can mention people after they were in contact.
  for (const [id, mail] of [
    ['priya', 'priya.nair@contoso.com'],
    ['tom', 'tom.okafor@contoso.com'],
  ] as const)
    await test.directory.recognise(actor(id, id, { mail }));
});
afterEach(() => test.close());

async function submitOne(): Promise<string> {
  const by = await requester(test.directory, 'northwind-traders', 'Anna');
  const outcome = await test.desk.submit({
    by,
    input: submission({ customer: 'Zebrafish Holdings', isConfidential: true }),
    address: personalAddress(by.userId),
    confirmationActivityId: 'confirmation',
  });
  if (outcome.outcome !== 'submitted') throw new Error(outcome.outcome);
  return outcome.request.id;
}

async function drawHandoff(): Promise<OutboundMessage> {
  const rows = await test.outbox.listByState(['pending']);
  const row = rows.find(({ card }) => card === 'handoff')!;
  const model = await test.desk.readCard(row);
  return drawDeskCard(model!, { content, words: languages.en });
}

describe('a new request', () => {
  it('mentions the assigned PDM, and names no confidential customer', async () => {
    await submitOne();
    const { mentions, text, card } = await drawHandoff();
    expect({ mentions, text }).toEqual({
      mentions: [{ userId: '29:priya', name: 'Priya Nair' }],
      text: '<at>Priya Nair</at>',
    });
    expect(JSON.stringify(card)).not.toContain('Zebrafish');
  });

  it('mentions the backup of a PDM who is away', async () => {
    const files = await readDirectoryFiles(SAMPLE);
    const people = files.people.replace(/^(priya-nair,.*),,$/m, '$1,2026-11-20,2026-11-30');
    await test.directory.importDirectory({ ...files, people }, { by: 'test', isSample: true });
    await submitOne();
    expect((await drawHandoff()).mentions).toEqual([{ userId: '29:tom', name: 'Tom Okafor' }]);
  });

  it('mentions nobody any more once it is claimed', async () => {
    const id = await submitOne();
    await test.desk.claim(await person(test.directory, 'tom-okafor'), { id });
    expect((await drawHandoff()).mentions).toBeUndefined();
  });
});

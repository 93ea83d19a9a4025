/** Far more at once than the pool has connections: those who get in are served, everyone else is asked to come back. */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { actor, inPersonal, openConversation, textOfAll } from '../support/conversation';
import { openTestDesk, requester, submission, type TestDesk } from '../support/desk';

let test: TestDesk;
let conversation: ReturnType<typeof openConversation>;
beforeEach(async () => {
  test = await openTestDesk();
  conversation = openConversation(test);
});
afterEach(async () => {
  await test.close();
});

/** What is left when the replies that say what happened are taken away. */
function findUnclear(replies: readonly string[], expected: readonly RegExp[]): string[] {
  return replies.filter((reply) => !expected.some((one) => one.test(reply)));
}

async function submitAll(count: number): Promise<void> {
  const maya = await requester(test.directory, 'northwind-traders', 'Maya Hoffmann');
  for (let at = 0; at < count; at += 1) {
    const input = submission({ submissionId: `form ${at}`, customer: `Customer ${at}` });
    const outcome = await test.desk.submit({ by: maya, address: null, confirmationActivityId: null, input });
    expect(outcome.outcome).toBe('submitted');
  }
}

it('600 claims at once: each is answered, and every request has the one owner who heard that it is theirs', async () => {
  await submitAll(20);
  const claims = Array.from({ length: 600 }, (_, at) => {
    const priya = actor(`priya-${at % 60}`, 'Priya Nair', { mail: 'priya.nair@contoso.com' });
    const number = `PD-${String((at % 20) + 1).padStart(4, '0')}`;
    return conversation.say(priya, inPersonal(priya), `claim ${number}`).then(textOfAll);
  });
  const replies = await Promise.all(claims);
  expect(findUnclear(replies, [/You claimed/, /already/, /I’m very busy/])).toEqual([]);
  const owners = await test.storage.database.direct.selectFrom('requests').select('owner_id').execute();
  expect(owners.filter(({ owner_id }) => owner_id !== 'priya-nair')).toEqual([]);
}, 120_000);

it('300 submissions at once: what was confirmed is stored, and nothing else', async () => {
  const maya = await requester(test.directory, 'northwind-traders', 'Maya Hoffmann');
  const submitting = Array.from({ length: 300 }, (_, at) => {
    const input = submission({ submissionId: `form ${at}`, customer: `Customer ${at}` });
    const by = { ...maya, userId: `29:maya-${at}` };
    return test.desk.submit({ by, address: null, confirmationActivityId: null, input }).then(
      ({ outcome }) => outcome,
      (error: unknown) => String((error as { code?: string }).code),
    );
  });
  const outcomes = await Promise.all(submitting);
  expect(outcomes.filter((outcome) => outcome !== 'submitted' && outcome !== 'too-busy')).toEqual([]);
  const stored = await test.storage.database.direct.selectFrom('requests').select('id').execute();
  expect(stored).toHaveLength(outcomes.filter((outcome) => outcome === 'submitted').length);
}, 120_000);

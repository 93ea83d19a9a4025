/** Nothing can be stored: questions are answered, and people who send something learn that it was not sent. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { createReadiness } from '../../src/watching/readiness';
import { createBacklogStore } from '../../src/watching/sql';
import { engine } from '../support/database';
import { actor, inPersonal, openConversation, textOfAll } from '../support/conversation';
import { openTestDesk, type TestDesk } from '../support/desk';
import { fillDisk, freeDisk } from '../support/full-disk';

const maya = actor('maya', 'Maya Hoffmann', { tenantId: '11111111-0000-4000-8000-000000000001' });
const tom = actor('tom', 'Tom Okafor', { mail: 'tom.okafor@contoso.com' });

let test: TestDesk;
let conversation: ReturnType<typeof openConversation>;
beforeEach(async () => {
  test = await openTestDesk();
  conversation = openConversation(test);
});
afterEach(async () => {
  await test.close();
});

/** On PostgreSQL every new transaction is read only, as on a standby: nothing can be stored either (25006). */
async function refuseWrites(): Promise<void> {
  const { database } = test.storage;
  if (engine === 'libsql') return fillDisk(database);
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.direct);
  const name = sql.id(rows[0]?.name ?? '');
  await sql`alter database ${name} set default_transaction_read_only = on`.execute(database.direct);
  // Connections that are open don't hear of it.
  const others = sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  await others.execute(database.direct);
  await sql`set default_transaction_read_only = on`.execute(database.direct);
}

async function say(who: typeof maya, text: string): Promise<string> {
  return textOfAll(await conversation.say(who, inPersonal(who), text));
}

const readiness = () =>
  createReadiness({
    database: test.storage.database,
    store: createBacklogStore(),
    clock: test.clock,
    limits: { requires: ['database', 'outbox'], outboxDueMs: 60_000 },
    understanding: () => 'ok',
    model: null,
  })();

describe('while nothing can be stored', () => {
  it('a question is answered, no matter who asks, and a form opens', async () => {
    await refuseWrites();
    expect(await say(maya, 'Does the architecture desk do break-fix?')).toMatch(/break-fix/);
    expect(await say(tom, 'hello')).not.toMatch(/can’t store|went wrong/);
    expect(await say(tom, 'who is my PDM?')).not.toMatch(/can’t store|went wrong/);
    expect(await say(maya, 'new request')).toContain('intake.submit');
    expect(textOfAll(await conversation.install(tom, inPersonal(tom)))).not.toMatch(/can’t store/);
  });

  it('what is sent is refused clearly, nothing of it is stored, and it works again afterwards', async () => {
    if (engine !== 'libsql') return;
    const details = 'A lakehouse for forty shops. '.repeat(60);
    const opened = await conversation.say(maya, inPersonal(maya), 'new request');
    const formId = /"formId":"([^"]+)"/.exec(textOfAll(opened))?.[1] ?? '';
    const data = {
      verb: 'intake.submit',
      ...{ formId, serviceId: 'proof-of-concept', customer: 'Fabrikam', details },
    };
    const send = async () => textOfAll(await conversation.press(maya, inPersonal(maya), data));
    await refuseWrites();
    let refused = '';
    // The file may have room for a few small things left.
    for (let tries = 0; tries < 50 && !refused.includes('can’t store'); tries += 1) {
      data.formId = `${formId}-${tries}`;
      data.customer = `Fabrikam ${tries}`;
      refused = await send();
    }
    expect(refused).toMatch(/can’t store anything right now, so nothing was sent or changed/);
    const { direct } = test.storage.database;
    const stored = (await direct.selectFrom('requests').select('submission_id').execute()).length;
    expect(await readiness()).toMatchObject({ ready: false, checks: { database: 'failed' } });
    await freeDisk(test.storage.database);
    expect(await send()).toContain(`PD-${String(stored + 1).padStart(4, '0')}`);
  });

  it('shows in readiness, which was true before', async () => {
    expect(await readiness()).toMatchObject({ ready: true, checks: { database: 'ok' } });
    if (engine === 'libsql') return;
    await refuseWrites();
    expect(await readiness()).toMatchObject({ ready: false, checks: { database: 'failed' } });
  });
});

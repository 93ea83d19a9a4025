/** A model in conversations: which of what people write and press may reach it, and what they see of it. */
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { languages } from '../../cards/words/languages';
import { readLabelledLines } from '../../src/cli/develop/labelled-lines';
import { listKnownNames } from '../../src/directory/known-names';
import { withModel } from '../../src/model/second-reader';
import type { ModelSettings } from '../../src/model/settings';
import { findProjectRoot } from '../../src/shared/project-root';
import { toActivity } from '../../src/teams/outbound/send';
import { actor, inPersonal, inQueueChannel, openConversation, textOfAll } from '../support/conversation';
import { openTestDesk, personalAddress, submission, type TestDesk } from '../support/desk';
import { choose, openScripted } from '../support/model';
import { ScriptedModel } from '../support/scripted-model';
import { content } from '../support/shared';

const NORTHWIND = '11111111-0000-4000-8000-000000000001';
const priya = actor('priya', 'Priya Nair', { mail: 'priya.nair@contoso.com' });
const maya = actor('maya', 'Maya Hoffmann', { tenantId: NORTHWIND });
const words = languages.en;

let model: ScriptedModel;
let test: TestDesk;
beforeEach(async () => {
  model = await ScriptedModel.start();
  model.script = (asked) => ({ says: choose(String(ScriptedModel.readUser(asked)['message']), []) });
  test = await openTestDesk();
});
afterEach(async () => {
  await model.stop();
  await test.close();
});

function open(settings: Partial<ModelSettings> = {}, on = test) {
  return openConversation(on, {}, (answerer, search) =>
    withModel(answerer, {
      ...{ content, search, transport: openScripted(model) },
      settings: { when: 'always', offTenants: [], ...settings },
      listNames: async () => listKnownNames(await on.directory.current()),
    }),
  );
}

const sent = () => model.asked.map((asked) => ScriptedModel.readUser(asked)['message']);

describe('a model gets', () => {
  it('questions in 1:1 and where the bot is @mentioned', async () => {
    const { say } = open();
    await say(maya, inPersonal(maya), 'who picks the people?');
    await say(priya, inQueueChannel('General'), 'who pays for the people?');
    expect(sent()).toEqual(['who picks the people?', 'who pays for the people?']);
  });

  it('no command, press, form, look-up, or message of somebody else', async () => {
    const { say, press, lookUp, askAbout, requestFrom } = open();
    const place = inPersonal(maya);
    for (const typed of [
      'my requests',
      'status PD-0001',
      'new request',
      'faq',
      'note PD-0001 they have 500 users',
    ])
      await say(maya, place, typed);
    await press(maya, place, { verb: 'chat.say', text: 'What is TPD?', shows: content.entries[0]!.id });
    await press(maya, place, { verb: 'intake.submit', ...submission() });
    for (const typed of ['t', 'tp', 'tpd', 'tpd how']) await lookUp(maya, place, typed);
    await askAbout(maya, place, 'Somebody else wrote this: can we get a design session?');
    await requestFrom(maya, place, 'Somebody else wrote this: a design session for Globex please');
    expect(sent()).toEqual([]);
  });

  it('no answer to an owner', async () => {
    const { say } = open();
    const submitted = await test.desk.submit({
      ...{ by: await test.directory.recognise(maya), input: submission() },
      ...{ address: personalAddress(maya.userId), confirmationActivityId: null },
    });
    if (submitted.outcome !== 'submitted') throw new Error(submitted.outcome);
    const { number } = submitted.request;
    await say(priya, inPersonal(priya), `claim ${number}`);
    test.clock.advance(60_000);
    await say(priya, inPersonal(priya), `ask ${number} How many users are there?`);
    const offered = await say(
      maya,
      inPersonal(maya),
      'about 500, all in Lyon, and it is strictly confidential',
    );
    expect(textOfAll(offered)).toContain(number);
    await say(maya, inPersonal(maya), 'yes');
    await say(maya, inPersonal(maya), 'who decides about the price then?');
    expect(sent()).toEqual([]);
  });

  it('nothing of a chat in which somebody asked for confidentiality, though that was many messages ago', async () => {
    const { say } = open();
    await say(maya, inPersonal(maya), 'This is confidential: our customer’s name must not be mentioned');
    for (let turn = 0; turn < 8; turn += 1)
      await say(maya, inPersonal(maya), `what about number ${String(turn)}?`);
    expect(sent()).toEqual([]);
    const lena = actor('lena', 'Lena', { tenantId: NORTHWIND });
    await say(lena, inPersonal(lena), 'what about number 9?');
    expect(sent()).toEqual(['what about number 9?']);
  });

  it('no name of the directory', async () => {
    const { say } = open();
    const { people, partners } = await test.directory.current();
    await say(maya, inPersonal(maya), `does ${people[0]!.name} from ${partners[0]!.name} decide that?`);
    expect(sent()).toEqual(['does [name 1] from [name 2] decide that?']);
  });
});

describe('people see', () => {
  it('a translation in a message of its own, labelled as a model’s', async () => {
    const text =
      'Il n’y a pas de limite fixe d’heures avec l’Architecture Desk. La limite de 25 heures par engagement vaut pour TPD.';
    const id = 'desk-defined-hours';
    model.script = (asked) => ({
      says: choose(String(ScriptedModel.readUser(asked)['message']), [id], {
        language: 'fr',
        translation: [{ id, text }],
      }),
    });
    const outgoing = await open().say(
      maya,
      inPersonal(maya),
      'Combien d’heures est-ce que l’Architecture Desk peut nous donner ?',
    );
    const at = outgoing.findIndex(({ byModel }) => byModel === true);
    expect(outgoing[at]).toEqual({
      mode: 'send',
      text: `${words.model.translated}\n\n${text}`,
      byModel: true,
    });
    expect(outgoing.filter(({ byModel }) => byModel === true)).toHaveLength(1);
    expect(JSON.stringify(outgoing[at - 1])).toContain('no fixed limit on hours');
  });

  it('no such translation of what the content itself is translated into', async () => {
    const text =
      'Beim Architecture Desk gibt es keine feste Stundengrenze. Die Grenze von 25 Stunden je Engagement gilt für TPD.';
    const id = 'desk-defined-hours';
    model.script = (asked) => ({
      says: choose(String(ScriptedModel.readUser(asked)['message']), [id], {
        language: 'de',
        translation: [{ id, text }],
      }),
    });
    const outgoing = await open().say(
      maya,
      inPersonal(maya),
      'Wie viele Stunden darf das Architecture Desk pro Kunde leisten?',
    );
    expect(outgoing.filter(({ byModel }) => byModel === true)).toEqual([]);
    expect(JSON.stringify(outgoing)).toContain('gibt es keine feste Stundengrenze');
  });

  it('in the help that a model is used, where one is', async () => {
    const help = async (settings: Partial<ModelSettings>) =>
      textOfAll(await open(settings).say(maya, inPersonal(maya), 'help'));
    expect(await help({})).toContain(words.model.inHelp);
    expect(await help({ offTenants: [NORTHWIND] })).not.toContain(words.model.inHelp);
  });
});

describe('with the model off', () => {
  it('a labelled message is answered byte for byte as without the module', async () => {
    // Every fifth: the module either is in the way or isn't, and each message is answered twice.
    const lines = ['questions', 'fresh-questions', 'later-questions']
      .flatMap((name) => readLabelledLines(path.join(findProjectRoot(), 'tests/eval', `${name}.jsonl`)))
      .filter((_, at) => at % 5 === 0);
    const other = await openTestDesk();
    const without = openConversation(test);
    const off = open({ offTenants: [NORTHWIND] }, other);
    for (const [at, { text, earlier }] of lines.entries()) {
      const by = actor(`partner-${String(at)}`, 'Maya', { tenantId: NORTHWIND });
      for (const said of [...earlier, text]) {
        const [one, two] = [
          await without.say(by, inPersonal(by), said),
          await off.say(by, inPersonal(by), said),
        ];
        expect(JSON.stringify(two)).toBe(JSON.stringify(one));
        expect(JSON.stringify(two.map(toActivity))).toBe(JSON.stringify(one.map(toActivity)));
      }
    }
    expect(sent()).toEqual([]);
    await other.close();
  }, 300_000);
});

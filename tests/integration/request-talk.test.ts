/** What people write about requests in 1:1: the form that opens, replies to an owner, and talk about what is open. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { en } from '../../cards/words/en';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Actor, Outgoing } from '../../src/conversation/message';
import { readDirectoryFiles } from '../../src/directory/files';
import { actor, inPersonal, openConversation, textOfAll } from '../support/conversation';
import { valuesOf } from '../support/form-values';
import { openTestDesk, personalAddress, SAMPLE, submission, type TestDesk } from '../support/desk';

const NORTHWIND = '11111111-0000-4000-8000-000000000001';
const priya = actor('priya', 'Priya Nair', { mail: 'priya.nair@contoso.com' });
const DAY_MS = 24 * 60 * 60 * 1000;

let test: TestDesk;
let conversation: ReturnType<typeof openConversation>;
beforeAll(async () => {
  const files = await readDirectoryFiles(SAMPLE);
  const jorg = 'jorg-muller,Jörg Müller,jorg.muller@contoso.com,PDM,EMEA,,09:00-17:00,Europe/Berlin,,,';
  const away =
    'ida-berg,Ida Berg,ida.berg@contoso.com,PDM,EMEA,,09:00-17:00,Europe/Berlin,priya-nair,2026-11-20,2026-12-04';
  test = await openTestDesk({
    files: {
      ...files,
      people: `${files.people.trim()}\n${jorg}\n${away}\n`,
      partners: files.partners.replace('yes,priya-nair,lena-fischer', 'yes,jorg-muller,lena-fischer'),
    },
  });
  conversation = openConversation(test);
});
afterAll(async () => {
  expect(conversation.errors).toEqual([]);
  await test.close();
});

let people = 0;
/** A chat of somebody's own, so that nothing was said in it before. */
function newPartner(): Actor {
  return actor(`maya-${(people += 1)}`, 'Maya Hoffmann', { tenantId: NORTHWIND });
}
const say = (by: Actor, text: string) => conversation.say(by, inPersonal(by), text);
const press = (by: Actor, data: unknown) => conversation.press(by, inPersonal(by), data);

async function sayAll(by: Actor, ...texts: readonly string[]): Promise<readonly Outgoing[]> {
  let outgoing: readonly Outgoing[] = [];
  for (const text of texts) outgoing = await say(by, text);
  return outgoing;
}

let submissions = 0;
async function makeRequest(by: Actor, changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const submitted = await test.desk.submit({
    by: await test.directory.recognise(by),
    address: personalAddress(by.userId),
    confirmationActivityId: null,
    input: submission({ submissionId: `form-${(submissions += 1)}`, evenIfDuplicate: true, ...changes }),
  });
  if (submitted.outcome !== 'submitted') throw new Error(submitted.outcome);
  return submitted.request.number;
}

async function askOwner(by: Actor, question = 'How many users are there?'): Promise<string> {
  const number = await makeRequest(by);
  await say(priya, `claim ${number}`);
  test.clock.advance(60_000);
  await say(priya, `ask ${number} ${question}`);
  return number;
}

async function readEvents(by: Actor, number: string) {
  const found = await test.desk.findRequest(await test.directory.recognise(by), {
    number: Number(number.replace(/\D/g, '')),
  });
  if (found.outcome !== 'found') throw new Error(found.outcome);
  return found.request.events.map(({ event, text }) => [event, text]);
}

/** The lines of a case that was reported. */
function readCase(name: string): readonly string[] {
  return readFileSync(path.join(__dirname, `../cases/${name}.txt`), 'utf8')
    .trim()
    .split('\n');
}

describe('the form of a request', () => {
  it('names the person as the directory does, however the letters are composed', async () => {
    const [text = ''] = readCase('name-decomposed');
    expect(valuesOf(await say(newPartner(), text))).toMatchObject({
      person: 'Jörg Müller',
      customer: 'Contoso',
    });
  });

  it('holds a name with an apostrophe whole', async () => {
    const [text = ''] = readCase('name-apostrophe');
    expect(valuesOf(await say(newPartner(), text))).toMatchObject({ person: "Sean O'Brien" });
  });

  it('holds a customer with dots, and one in another script', async () => {
    const [dots = '', script = ''] = readCase('customer-dots');
    expect(valuesOf(await say(newPartner(), dots))).toMatchObject({ customer: 'E.ON SE' });
    expect(valuesOf(await say(newPartner(), script))).toMatchObject({ customer: '東京電力' });
  });

  it('holds a date that was written in German', async () => {
    const [text = ''] = readCase('date-german');
    expect(valuesOf(await say(newPartner(), text))).toMatchObject({ wantedBy: '2027-01-15' });
  });

  it('opens for a request in German and in French', async () => {
    const german = await say(
      newPartner(),
      'Wir brauchen eine Architektur-Design-Session für die Vogel AG zu AVD',
    );
    expect(valuesOf(german)).toMatchObject({
      serviceId: 'architecture-design-session',
      customer: 'Vogel AG',
    });
    const french = await say(newPartner(), 'Nous voudrions une preuve de concept pour Maison Lafitte');
    expect(valuesOf(french)).toMatchObject({ serviceId: 'proof-of-concept', customer: 'Maison Lafitte' });
  });

  it('is marked confidential and takes along what no field holds', async () => {
    const opened = await say(
      newPartner(),
      'I need a design session for Kestrel on AVD. Keep the name confidential. They run 40 shops with their own WAN.',
    );
    expect(valuesOf(opened)).toMatchObject({
      customer: 'Kestrel',
      confidential: 'true',
      details: 'They run 40 shops with their own WAN.',
    });
  });

  it('asks which of two customers is meant', async () => {
    const opened = await say(newPartner(), 'I need a design session for Kestrel and Brightwater on AVD');
    expect(valuesOf(opened)['customer']).toBeUndefined();
    expect(textOfAll(opened)).toContain('You named Kestrel and Brightwater');
  });

  it('asks for a date that can mean two days, or that has passed', async () => {
    expect(textOfAll(await say(newPartner(), 'I need a design session for Kestrel by 3/4'))).toContain(
      '“3/4” can mean two different dates',
    );
    expect(
      textOfAll(await say(newPartner(), 'I need a design session for Kestrel by 1 June 2026')),
    ).toContain('“1 June 2026” is in the past');
  });

  it('takes a bare name for the customer that it still lacks', async () => {
    const maya = newPartner();
    expect(valuesOf(await sayAll(maya, 'I need a design session', 'Kestrel'))).toMatchObject({
      serviceId: 'architecture-design-session',
      customer: 'Kestrel',
    });
  });

  it('says what comes from an earlier message', async () => {
    const opened = await sayAll(
      newPartner(),
      'I need a design session for Kestrel on AVD',
      'by 12 January please',
    );
    expect(valuesOf(opened)).toMatchObject({ customer: 'Kestrel', wantedBy: '2027-01-12' });
    expect(textOfAll(opened)).toContain(
      'what you wrote before (“I need a design session for Kestrel on AVD”)',
    );
  });

  it("takes nothing of another request's customer, area or service", async () => {
    const opened = await sayAll(
      newPartner(),
      'I need a design session for Kestrel on AVD',
      'I need a POC for Brightwater',
    );
    expect(valuesOf(opened)).toMatchObject({ serviceId: 'proof-of-concept', customer: 'Brightwater' });
    expect(valuesOf(opened)['solutionAreaId']).toBeUndefined();
    expect(textOfAll(opened)).not.toContain('Kestrel');
  });

  it('is cleared by one press, and nothing comes back', async () => {
    const maya = newPartner();
    await say(maya, 'I need a design session for Kestrel on AVD');
    const cleared = await press(maya, { verb: 'intake.clear', formId: 'f-1' });
    expect(textOfAll(cleared)).not.toContain('Kestrel');
    expect(textOfAll(await say(maya, 'I need a design session'))).not.toContain('Kestrel');
  });

  it('forgets what a form held that was cancelled', async () => {
    const maya = newPartner();
    await say(maya, 'I need a design session for Kestrel on AVD');
    await press(maya, { verb: 'intake.cancel', formId: 'f-1' });
    expect(textOfAll(await say(maya, 'I need a design session'))).not.toContain('Kestrel');
  });
});

describe("a plain reply under an owner's question", () => {
  const REPLY = 'about 1,200 users, and yes the 10th works';

  it('is offered as the answer and sent by "yes"', async () => {
    const maya = newPartner();
    const number = await askOwner(maya);
    const offered = await say(maya, REPLY);
    expect(textOfAll(offered)).toContain(`Send this as your answer to ${number}?`);
    expect(valuesOf(offered)['answer']).toBe(REPLY);
    expect(await readEvents(maya, number)).not.toContainEqual(['answer', REPLY]);
    await say(maya, 'yes');
    expect(await readEvents(maya, number)).toContainEqual(['answer', REPLY]);
  });

  it('is sent once, by the button and by "yes"', async () => {
    const maya = newPartner();
    const number = await askOwner(maya);
    const formId = /"formId":"([^"]+)"/.exec(textOfAll(await say(maya, REPLY)))?.[1];
    await press(maya, { verb: 'answer-form.submit', number, formId, answer: REPLY });
    await say(maya, 'yes');
    const answers = (await readEvents(maya, number)).filter(([event]) => event === 'answer');
    expect(answers).toEqual([['answer', REPLY]]);
  });

  it('is dropped by "no", and stays out of the next request', async () => {
    const maya = newPartner();
    const number = await askOwner(maya);
    await sayAll(maya, REPLY, 'no');
    expect((await readEvents(maya, number)).map(([event]) => event)).not.toContain('answer');
    expect(textOfAll(await say(maya, 'I need a POC for Brightwater'))).not.toContain('1,200');
  });

  it('leaves a question to the bot a question', async () => {
    const maya = newPartner();
    await askOwner(maya);
    expect(textOfAll(await say(maya, 'What is TPD?'))).not.toContain('Send this as');
  });

  it('goes along as a note under a date that was accepted', async () => {
    const maya = newPartner();
    const number = await makeRequest(maya);
    await say(priya, `claim ${number}`);
    test.clock.advance(60_000);
    await say(priya, `accept ${number} 2026-12-10`);
    expect(textOfAll(await say(maya, 'the 10th does not suit us, the week after would'))).toContain(
      `Send this as a note on ${number}?`,
    );
  });

  it('is nobody else’s: a stranger is offered nothing', async () => {
    await askOwner(newPartner());
    expect(textOfAll(await say(newPartner(), REPLY))).not.toContain('Send this as');
  });
});

describe('talk about requests', () => {
  it.each(['will anyone pick it up?', 'who has it?', 'did they answer?', 'show my open ones', 'any news?'])(
    'shows the one that is open: %s',
    async (text) => {
      const maya = newPartner();
      const number = await makeRequest(maya);
      expect(textOfAll(await say(maya, text))).toContain(number);
    },
  );

  it('shows each request of a customer to be withdrawn by itself', async () => {
    const maya = newPartner();
    const [first, second] = [await makeRequest(maya), await makeRequest(maya)];
    const other = await makeRequest(maya, { customer: 'Brightwater' });
    const shown = textOfAll(await say(maya, 'cancel everything for Fabrikam'));
    expect(shown).toContain(first);
    expect(shown).toContain(second);
    expect(shown).not.toContain(other);
    expect((await readEvents(maya, first)).map(([event]) => event)).toEqual(['submit']);
  });

  it('says how a file goes along', async () => {
    const maya = newPartner();
    const number = await makeRequest(maya);
    expect(textOfAll(await say(maya, 'can I attach a diagram?'))).toContain(`note ${number}`);
  });

  it('answers a wish for a manager with who hears it, and nothing else', async () => {
    const maya = newPartner();
    const number = await makeRequest(maya);
    const shown = await say(maya, 'it takes far too long, I want a manager');
    expect(shown).toHaveLength(1);
    expect(textOfAll(shown)).toContain(en.manager.done(number));
  });

  it('tells staff what has waited for longer than a day', async () => {
    const old = await makeRequest(newPartner());
    test.clock.advance(2 * DAY_MS);
    const fresh = await makeRequest(newPartner());
    const shown = textOfAll(await say(priya, 'queue older than a day'));
    expect(shown).toContain(old);
    expect(shown).not.toContain(fresh);
  });

  it("tells staff what's due, who is away and how many were completed", async () => {
    const number = await makeRequest(newPartner());
    await say(priya, `claim ${number}`);
    const today = new Date(test.clock.nowMs()).toISOString().slice(0, 10);
    await say(priya, `accept ${number} ${today}`);
    expect(textOfAll(await say(priya, "what's due today?"))).toContain(number);
    expect(textOfAll(await say(priya, 'who is away?'))).toContain('Ida Berg is away until');
    await say(priya, `complete ${number} 3h done`);
    expect(textOfAll(await say(priya, 'how many did we complete this month?'))).toContain('this month: 1.');
  });

  it.each([
    ['3 hours delivered as requested', 'delivered'],
    ['partly delivered, the rest in spring, 1.5 h', 'partly-delivered'],
  ])('stores the outcome that staff type: %s', async (typed, outcomeId) => {
    const number = await makeRequest(newPartner());
    await say(priya, `claim ${number}`);
    await say(priya, `complete ${number} ${typed}`);
    const { engagementStore, database } = test.storage;
    const request = await engagementStore.find(database.direct, { number: Number(number.slice(3)) });
    const hours = outcomeId === 'delivered' ? 3 : 1.5;
    expect(request).toMatchObject({ state: 'completed', outcomeId, hours });
  });

  it('tells a partner nothing of the kind', async () => {
    const shown = [
      await say(newPartner(), 'who is away?'),
      await say(newPartner(), 'queue older than a day'),
      await say(newPartner(), 'how many did we complete this month?'),
    ];
    expect(textOfAll(shown.flat())).not.toMatch(/Ida Berg|Completed in your queues|PD-\d/);
  });
});

describe('a guide', () => {
  it('waits through an interruption, and "no" answers its question', async () => {
    const maya = newPartner();
    await say(maya, 'which contract for this case');
    await say(maya, 'What is TPD?');
    const shown = textOfAll(await say(maya, 'no'));
    expect(shown).toContain('How does the customer buy from Microsoft?');
  });

  it('does not take a question for an answer', async () => {
    const maya = newPartner();
    await sayAll(maya, 'which contract for this case', 'What is TPD?');
    expect(textOfAll(await say(maya, 'how many hours do I get with TPD?'))).toContain('25 hours');
  });

  it('retires the card that asked before', async () => {
    const maya = newPartner();
    const place = inPersonal(maya);
    const [opened] = await say(maya, 'which contract for this case');
    if (opened === undefined) throw new Error('no guide');
    await conversation.sent(place, 'activity-1', opened);
    const after = await say(maya, 'no plan');
    expect(after.map(({ updates }) => updates)).toEqual([undefined, 'activity-1']);
  });
});

describe('words that refer to what is open', () => {
  it('"more" shows what the answer left out', async () => {
    const shown = textOfAll(await sayAll(newPartner(), ...readCase('go-on')));
    expect(shown).not.toContain('You’re welcome');
    expect(shown).toMatch(/TPD/);
  });

  it('"shorter" keeps the first sentence, and "how" adds what was left out', async () => {
    const [answer, short] = [['How do I engage TPD?'], ['How do I engage TPD?', 'shorter please']];
    const lengthOf = async (texts: readonly string[]) =>
      textOfAll(await sayAll(newPartner(), ...texts)).length;
    expect(await lengthOf(short)).toBeLessThan(await lengthOf(answer));
    const [more] = await sayAll(newPartner(), 'What is the Architecture Desk?', 'more');
    const [how] = await sayAll(newPartner(), 'What is the Architecture Desk?', 'how');
    expect(how?.card?.summary).toBe(more?.card?.summary);
  });

  it('says an answer again when somebody objects or wants another language', async () => {
    const question = 'Does TPD do code reviews?';
    const topicOf = async (...texts: readonly string[]) =>
      (await sayAll(newPartner(), ...texts)).map(({ topic }) => topic).filter(Boolean);
    const [topic] = await topicOf(question);
    expect(await topicOf(question, "that's wrong, they did one last year")).toEqual([topic]);
    expect(await topicOf(question, 'auf Deutsch bitte')).toEqual([topic]);
    expect(await topicOf(question, 'sorry, in simple terms?')).toEqual([topic]);
    expect(await topicOf(question, 'sure? my manager disagrees')).toEqual([topic]);
  });

  it('takes a typed thumb for an opinion of the answer', async () => {
    expect(textOfAll(await sayAll(newPartner(), ...readCase('thumbs-typed')))).toContain(
      'saved it without your name',
    );
  });

  it('lists the frequent questions, spelled out', async () => {
    expect(textOfAll(await say(newPartner(), readCase('faq-spelled-out')[0] ?? ''))).toMatch(/frequent/i);
  });

  it.each(readCase('words-alone-polite'))(
    'answers what was asked politely, by words alone: %s',
    async (text) => {
      expect(textOfAll(await say(newPartner(), text))).toContain('25 hours');
    },
  );

  it('says how an open form is sent when somebody agrees to it', async () => {
    const maya = newPartner();
    await say(maya, 'I need a proof of concept for Vesper Mills');
    expect(textOfAll(await say(maya, 'yes'))).toContain('select **Send request**');
  });

  it('drops what is open by "never mind"', async () => {
    const maya = newPartner();
    const number = await askOwner(maya);
    await sayAll(maya, 'about 1,200 users', 'never mind', 'yes');
    expect((await readEvents(maya, number)).map(([event]) => event)).not.toContain('answer');
  });
});

// Last, because the clock doesn't go back.
it("takes the day of the person's own time zone for today", async () => {
  // In summer 23:30 UTC is half past midnight in Dublin, where Priya works.
  test.clock.advance(Date.parse('2027-07-01T23:30:00Z') - test.clock.nowMs());
  const number = await makeRequest(newPartner(), { wantedBy: null });
  await say(priya, `claim ${number}`);
  await say(priya, `accept ${number} 2027-07-02`);
  expect(textOfAll(await say(priya, "what's due today?"))).toContain(number);
});

/**
 * What a bot does under pressure: far more claims at once than it can take, long messages of one person, and a disk that
 * is full for a while.
 */
import { execFileSync } from 'node:child_process';
import type { BotProcess } from '../support/bot-process';
import { inChannel, mentions, personal, says, type Someone } from '../support/activities';
import { textOf } from '../support/fake-connector';
import { Journey, people, someone } from '../support/journey';
import { PDM_CHANNEL } from '../support/people';
import { PostgresServer } from '../support/postgres';
import type { Verdict } from './check';
import type { Engine } from './storm';

const CLAIMS = 300;
const REQUESTS = 10;
const LONG_MESSAGES = 8;
const NOT_STORED = /can’t store anything right now/;

/** Resolves with what was done and what did not hold; leaves no process and no file behind. */
export async function runPressure(engine: Engine): Promise<Verdict> {
  const server = engine === 'postgres' ? await PostgresServer.start() : undefined;
  const claimers = Array.from({ length: 30 }, (_, at) =>
    someone(`c${at}`, 'Priya Nair', 'priya.nair@contoso.com'),
  );
  const journey = await Journey.startProcesses({
    env: server === undefined ? {} : { DATABASE_URL: server.url },
    known: [...Object.values(people), ...claimers],
  });
  try {
    await journey.openQueues();
    const claims = await burst(journey, claimers);
    const long = await writeLongMessages(journey);
    // A file that may grow no further is a full disk to SQLite; a server's disk can't be filled like this.
    const disk = engine === 'libsql' ? await fillDiskForAWhile(journey) : { counts: {}, broken: [] };
    const all = [claims, long, disk];
    return {
      counts: Object.assign({}, ...all.map(({ counts }) => counts)) as Verdict['counts'],
      broken: all.flatMap(({ broken }) => broken),
    };
  } finally {
    await journey.bot.stop();
    journey.bot.removeData();
    await journey.connector.stop();
    await server?.end();
  }
}

async function burst(journey: Journey<BotProcess>, claimers: readonly Someone[]): Promise<Verdict> {
  const { connector, bot } = journey;
  for (let at = 0; at < REQUESTS; at += 1)
    await journey.request(people.maya, 'new request', {
      serviceId: 'proof-of-concept',
      customer: `Customer ${String(at)}`,
    });
  const activities = Array.from({ length: CLAIMS }, (_, at) => {
    const who = claimers[at % claimers.length] ?? people.priya;
    const number = String((at % REQUESTS) + 1).padStart(4, '0');
    // In the channel, because in 1:1 the card that the outbox sends is the only answer.
    return inChannel(connector, who, PDM_CHANNEL, mentions(`claim PD-${number}`));
  });
  const statuses = await Promise.all(activities.map(async (one) => (await bot.post(one)).status));
  const textsOf = new Map<unknown, string>();
  for (const { activity } of connector.calls) {
    const { replyToId } = activity;
    textsOf.set(replyToId, `${textsOf.get(replyToId) ?? ''}${textOf(activity)}`);
  }
  const replies = activities.map(({ id }) => textsOf.get(id) ?? 'nothing');
  const count = (pattern: RegExp) => replies.filter((reply) => pattern.test(reply)).length;
  const unclear = replies.filter((reply) => !/You claimed|already|one of yours|I’m very busy/.test(reply));
  const failed = statuses.filter((status) => status !== 200);
  const [claimed, busy] = [count(/You claimed/), count(/I’m very busy/)];
  return {
    counts: { 'claims at once': CLAIMS, 'of them that won': claimed, 'asked to come back': busy },
    broken: [
      ...unclear.map((reply) => `An unclear reply to a claim: ${reply.slice(0, 200)}`),
      ...failed.map((status) => `A claim was answered ${String(status)}`),
      ...(claimed > REQUESTS ? [`${String(claimed)} claims won ${String(REQUESTS)} requests`] : []),
    ],
  };
}

/** One person's long messages, and somebody else's short question among them. */
async function writeLongMessages(journey: Journey<BotProcess>): Promise<Verdict> {
  const { connector, bot } = journey;
  const long = Array.from({ length: LONG_MESSAGES }, (_, at) =>
    personal(
      connector,
      people.maya,
      says(`${String(at)} ${'The customer runs three regions. '.repeat(600)}`),
    ),
  );
  const posted = long.map(async (one) => (await bot.post(one)).status);
  const answer = await journey.say(people.priya, 'Does the architecture desk do break-fix?');
  const failed = (await Promise.all(posted)).filter((status) => status !== 200);
  const answered = new Set(connector.calls.map(({ activity }) => activity['replyToId']));
  const silent = long.filter(({ id }) => !answered.has(id));
  return {
    counts: { 'long messages of one person': LONG_MESSAGES },
    broken: [
      ...failed.map((status) => `A long message was answered ${String(status)}`),
      ...silent.map(() => 'A long message got no reply'),
      ...(/break-fix/.test(answer) ? [] : [`A question among long messages: ${answer.slice(0, 200)}`]),
    ],
  };
}

async function fillDiskForAWhile(journey: Journey<BotProcess>): Promise<Verdict> {
  const { maya } = people;
  const broken: string[] = [];
  const expect = (holds: boolean, what: string) => {
    if (!holds) broken.push(what);
  };
  const form = await journey.openForm(maya, 'new request');
  const sent = { ...form.data, serviceId: 'proof-of-concept', customer: 'Fabrikam' };
  const press = async () => textOf((await journey.press(maya, form.card, sent))[0]?.activity ?? {});

  limitFiles(journey, '1:');
  expect(NOT_STORED.test(await press()), 'A request on a full disk was not refused as such');
  const answer = await journey.say(maya, 'Does the architecture desk do break-fix?');
  expect(/break-fix/.test(answer), `A question on a full disk was not answered: ${answer.slice(0, 200)}`);
  expect((await journey.bot.get('/readyz')).status === 503, 'A bot with a full disk said that it was ready');
  limitFiles(journey, 'unlimited:');
  expect(/PD-\d{4}/.test(await press()), 'A request could not be sent when the disk had room again');
  return { counts: { 'full disks': 1 }, broken };
}

function limitFiles({ bot }: Journey<BotProcess>, limit: string): void {
  execFileSync('prlimit', ['--pid', String(bot.pid), `--fsize=${limit}`]);
}

/** What goes wrong around the bot while activities are posted, and what must hold meanwhile. */
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseOptions } from '../../src/db/database';
import { isTaken } from '../faults/channel-cards';
import { nameFault } from '../faults/connector-faults';
import { poison, POISONS, setClock } from '../faults/disturb';
import { createChance, type Chance } from '../faults/seeded';
import { inChannel, mentions, personal, presses, says, chatOf, type Someone } from '../support/activities';
import type { BotProcess } from '../support/bot-process';
import { textOf, type ConnectorCall, type Fault, type FakeConnector } from '../support/fake-connector';
import { FALLBACK_CHANNEL, PDM_CHANNEL, people, someone } from '../support/people';

export interface Scene {
  readonly bot: BotProcess;
  readonly connector: FakeConnector;
  readonly clockFile: string;
  readonly database: DatabaseOptions;
  readonly seed: number;
}

const MOST_TRIES = 5;

/** Repeats what it got no answer to, and a turn whose reply wasn't taken (503), as Teams does. */
export async function postAsTeams(bot: BotProcess, activity: unknown): Promise<{ readonly status: number }> {
  for (let tries = 1; ; tries += 1) {
    try {
      const answer = await bot.post(activity);
      if (answer.status !== 503 || tries === MOST_TRIES) return answer;
    } catch (error) {
      if (tries === MOST_TRIES || bot.hasEnded) throw error;
    }
  }
}

/** What a disturbance does while `work` runs. Resolves with what did not hold. */
type Disturb = (work: () => Promise<void>) => Promise<string[]>;

const DAY_MS = 24 * 60 * 60 * 1000;
/** Longer than a refused write counts against readiness. */
const HOLDS_WITHIN_MS = 60_000;
const LONG_TEXT = 'The customer runs three regions. '.repeat(610).slice(0, 20_000);
const LONG_MESSAGES = 8;
/** How many calls of the connector fail, and how. Nothing here refuses for good. */
const FAILING_SHARE = 0.3;
const TRANSIENT: readonly Fault[] = [
  { status: 429, headers: { 'retry-after': '1' } },
  { status: 412 },
  { status: 500 },
  { status: 500, isTaken: true },
  { status: 502 },
  { status: 504, isTaken: true },
  'reset',
];

export class Disturbances {
  /** How often each one came. */
  readonly counts: Record<string, number> = {};
  poisons = 0;
  private readonly chance: Chance;
  private next = 0;
  private probes = 0;
  private readonly kinds: readonly (readonly [string, Disturb])[];

  constructor(private readonly scene: Scene) {
    this.chance = createChance(scene.seed).branch('disturbances');
    this.kinds = [
      ['failing connector', (work) => this.failCalls(work)],
      ['clock ahead by a day', (work) => this.stepClock(DAY_MS, work)],
      ['messages of another version', (work) => this.poisonOutbox(work)],
      ['clock back by a day', (work) => this.stepClock(-DAY_MS, work)],
      ['long messages', (work) => this.writeLongMessages(work)],
      // A server's disk can't be filled from here.
      ...('file' in scene.database
        ? [['full disk', (work) => this.fillDisk(work)] satisfies readonly [string, Disturb]]
        : []),
    ];
  }

  /** The next one of all, in turn. */
  async disturb(work: () => Promise<void>): Promise<string[]> {
    const [name, disturb] = this.kinds[this.next++ % this.kinds.length]!;
    this.counts[name] = (this.counts[name] ?? 0) + 1;
    return (await disturb(work)).map((broken) => `${name}: ${broken}`);
  }

  private async failCalls(work: () => Promise<void>): Promise<string[]> {
    const { connector } = this.scene;
    connector.chooseFault = () => {
      const fault = this.chance.happens(FAILING_SHARE) ? this.chance.pick(TRANSIENT) : undefined;
      if (fault !== undefined) this.countFault(fault);
      return fault;
    };
    const asked = await Promise.all([this.ask(), this.ask(), this.ask(), this.ask(), work()]);
    connector.chooseFault = () => undefined;
    return [...asked.flatMap((broken) => broken ?? []), ...(await this.checkCalm())];
  }

  private countFault(fault: Fault): void {
    const name = `fault ${nameFault(fault)}`;
    this.counts[name] = (this.counts[name] ?? 0) + 1;
  }

  /** The clock stays there until the next step. */
  private async stepClock(aheadMs: number, work: () => Promise<void>): Promise<string[]> {
    setClock(this.scene.clockFile, aheadMs);
    await work();
    return this.checkCalm();
  }

  private async poisonOutbox(work: () => Promise<void>): Promise<string[]> {
    this.poisons += POISONS.length;
    await poison(this.scene.database, 'pdm-emea', this.chance, POISONS);
    await work();
    return this.checkCalm();
  }

  private async writeLongMessages(work: () => Promise<void>): Promise<string[]> {
    const { bot, connector } = this.scene;
    const writer = this.meetSomeone();
    const long = Array.from({ length: LONG_MESSAGES }, (_, at) =>
      personal(connector, writer, says(`${String(at)} ${LONG_TEXT}`)),
    );
    const posted = Promise.all(long.map(async (one) => (await postAsTeams(bot, one)).status));
    const [asked, statuses] = await Promise.all([this.ask(), posted, work()]);
    const answered = new Set(connector.calls.map(({ activity }) => activity['replyToId']));
    return [
      ...asked,
      ...statuses.filter((status) => status !== 200).map((status) => `a long message: ${String(status)}`),
      ...long.filter(({ id }) => !answered.has(id)).map(() => 'a long message got no reply'),
      ...(await this.checkCalm()),
    ];
  }

  private async fillDisk(work: () => Promise<void>): Promise<string[]> {
    const limit = (size: string) =>
      execFileSync('prlimit', ['--pid', String(this.scene.bot.pid), `--fsize=${size}`]);
    limit('1:');
    const broken: string[] = [];
    try {
      await work();
      broken.push(...(await this.ask()), ...(await this.waitForReadiness(503)));
    } finally {
      limit('unlimited:');
    }
    return [...broken, ...(await this.checkCalm())];
  }

  /** A question is answered, a request reaches its queue, and the bot says that it's ready. */
  private async checkCalm(): Promise<string[]> {
    return [...(await this.waitForReadiness(200)), ...(await this.ask()), ...(await this.request())];
  }

  private async ask(): Promise<string[]> {
    const { bot, connector } = this.scene;
    const question = personal(
      connector,
      this.meetSomeone(),
      says('Does the architecture desk do break-fix?'),
    );
    const isAnswer = (call: ConnectorCall) =>
      isTaken(call) &&
      call.activity['replyToId'] === question['id'] &&
      /break-fix/.test(textOf(call.activity));
    const answer = connector.waitFor(isAnswer, HOLDS_WITHIN_MS).then(
      () => true,
      () => false,
    );
    const { status } = await postAsTeams(bot, question);
    if (status !== 200) return [`a question: ${String(status)}`];
    return (await answer) ? [] : ['a question got no answer'];
  }

  private async request(): Promise<string[]> {
    const { bot, connector } = this.scene;
    // Somebody may have taken the bot out of its channels.
    for (const [channel, queue] of [
      [PDM_CHANNEL, 'pdm-emea'],
      [FALLBACK_CHANNEL, 'catch-all'],
    ] as const)
      await postAsTeams(
        bot,
        inChannel(connector, people.amara, channel, mentions(`register queue ${queue}`)),
      );
    const who = this.meetSomeone();
    const customer = `Probe Works ${String(this.probes)}`;
    const form = { serviceId: 'proof-of-concept', customer, formId: `probe-${String(this.probes)}` };
    const isHandoff = (call: ConnectorCall) =>
      isTaken(call) &&
      call.conversationId.startsWith('19:') &&
      JSON.stringify(call.activity).includes(customer);
    const handoff = connector.waitFor(isHandoff, HOLDS_WITHIN_MS).then(
      () => true,
      () => false,
    );
    const { status } = await postAsTeams(
      bot,
      personal(connector, who, presses({ verb: 'intake.submit', ...form }, 'act-0')),
    );
    if (status !== 200) return [`a request: ${String(status)}`];
    return (await handoff) ? [] : ['a request reached no queue'];
  }

  private async waitForReadiness(status: number): Promise<string[]> {
    const until = performance.now() + HOLDS_WITHIN_MS;
    let seen: unknown;
    while (performance.now() < until) {
      const answer = await this.scene.bot.get('/readyz');
      if (answer.status === status) return [];
      seen = answer;
      await sleep(100);
    }
    return [`/readyz said ${JSON.stringify(seen)} and not ${String(status)}`];
  }

  /** Someone new at a partner, so that no limit of earlier messages counts. */
  private meetSomeone(): Someone {
    this.probes += 1;
    const { maya } = people;
    const id = `probe${String(this.probes)}`;
    const who = someone(id, 'Pat Probe', `${id}@northwindtraders.com`, maya.tenantId);
    this.scene.connector.members.set(chatOf(who), [{ ...who, email: who.mail }]);
    return who;
  }
}

/** The bot's processes: as many as there should be, each replaced as soon as it is killed. */
import { setTimeout as sleep } from 'node:timers/promises';
import { BotProcess } from '../support/bot-process';
import type { Chance } from './seeded';

export interface FleetOptions {
  readonly size: number;
  readonly env: Readonly<Record<string, string>>;
  readonly dataDir: string;
  /** Whether every instance gets turns, or only the one that has listened longest (the other is its successor). */
  readonly isSpread: boolean;
  readonly chance: Chance;
}

interface Slot {
  bot: BotProcess | undefined;
  isListening: boolean;
}

export interface Killed {
  readonly atMs: number;
  readonly url: string;
}

/** The storm takes the database away or its port: before a start has opened it, or between two of its statements. */
const MAY_STOP_A_START = /can’t be used|can’t run a statement right now: connect ECONNREFUSED|is in use/;

export class Fleet {
  readonly kills: Killed[] = [];
  /** Whatever a process said that it should not have. */
  readonly complaints: string[] = [];
  private slots: Slot[] = [];
  private isEnding = false;
  private starting: Promise<void>[] = [];

  constructor(private readonly options: FleetOptions) {
    process.once('exit', () => {
      for (const { bot } of this.slots) void bot?.stop('SIGKILL');
    });
  }

  async start(env: Readonly<Record<string, string>> = {}): Promise<void> {
    this.isEnding = false;
    this.slots = Array.from({ length: this.options.size }, () => ({ bot: undefined, isListening: false }));
    this.starting = this.slots.map((slot) => this.keep(slot, env));
    await this.waitForOne();
  }

  /** An instance that takes turns; undefined while there is none. */
  findServing(): BotProcess | undefined {
    const listening = this.listListening();
    const { isSpread, chance } = this.options;
    return (isSpread && listening.length > 0 ? chance.pick(listening) : listening[0])?.bot;
  }

  async waitForOne(withinMs = 120_000): Promise<void> {
    const until = performance.now() + withinMs;
    while (this.listListening().length === 0) {
      if (performance.now() > until) throw new Error(`No bot listens.\n${this.complaints.join('\n')}`);
      await sleep(20);
    }
  }

  /** Kills one at once, the serving one most often; its place is taken by a new one. */
  async kill(): Promise<void> {
    const listening = this.listListening();
    const [oldest] = listening;
    if (oldest === undefined) return;
    const victim = this.options.chance.happens(0.75) ? oldest : this.options.chance.pick(listening);
    const { bot } = victim;
    if (bot === undefined) return;
    victim.isListening = false;
    this.kills.push({ atMs: Date.now(), url: bot.url });
    await bot.stop('SIGKILL');
  }

  /** Kills all that listen, whichever of them is at work. */
  async killAll(): Promise<void> {
    const killed = this.listListening().map(async (slot) => {
      slot.isListening = false;
      if (slot.bot === undefined) return;
      this.kills.push({ atMs: Date.now(), url: slot.bot.url });
      await slot.bot.stop('SIGKILL');
    });
    await Promise.all(killed);
  }

  /** Ends all of them, kindly (SIGTERM) or not, and starts none again. */
  async end(signal: NodeJS.Signals): Promise<void> {
    this.isEnding = true;
    await Promise.all(this.slots.flatMap(({ bot }) => bot?.stop(signal) ?? []));
    await Promise.all(this.starting);
  }

  private listListening(): Slot[] {
    return this.slots.filter(({ isListening }) => isListening);
  }

  /** Asked again after each wait, because it may have changed. */
  private isHalted(): boolean {
    return this.isEnding;
  }

  private async keep(slot: Slot, env: Readonly<Record<string, string>>): Promise<void> {
    while (!this.isHalted()) {
      const bot = await BotProcess.spawn({ ...this.options.env, ...env }, this.options.dataDir);
      slot.bot = bot;
      if (this.isHalted()) await bot.stop('SIGKILL');
      try {
        await bot.waitUntil('/healthz');
        // The longest listening one comes first.
        this.slots = [...this.slots.filter((one) => one !== slot), slot];
        slot.isListening = true;
        while (!bot.hasEnded) await sleep(20);
      } catch (error) {
        if (!this.isHalted() && !MAY_STOP_A_START.test(bot.log)) this.complaints.push(String(error));
        await bot.stop('SIGKILL');
      }
      slot.isListening = false;
      const worst = /.*(?:unhandled|uncaught).*/i.exec(bot.log)?.[0];
      if (worst !== undefined) this.complaints.push(worst);
    }
  }
}

/** Teams' side of the conversation: it sends what people say and press, and sends it again where no answer comes. */
import { setTimeout as sleep } from 'node:timers/promises';
import { inChannel, mentions, personal, presses, says, type Someone } from '../support/activities';
import type { FakeConnector } from '../support/fake-connector';
import type { Faculty } from './organisation';
import type { Fleet } from './fleet';
import type { Chance } from './seeded';

/** One activity on its way: what Teams knows of it. */
export interface SentActivity {
  readonly id: string;
  readonly conversationId: string;
  /** The card that was pressed; null for what was said. */
  readonly cardId: string | null;
  readonly fromMs: number;
  untilMs: number;
  /** To how many processes it was given. */
  tries: number;
  isAnswered: boolean;
}

const ANSWER_WITHIN_MS = 15_000;
const MOST_TRIES = 30;

export class Teams {
  readonly sent: SentActivity[] = [];
  isEnding = false;
  private answered = 0;

  constructor(
    private readonly fleet: Fleet,
    readonly connector: FakeConnector,
    private readonly chance: Chance,
  ) {}

  /** Resolves when the next activity was handled, or after `withinMs`. */
  async waitForAnswer(withinMs: number): Promise<void> {
    const answered = this.answered;
    const until = performance.now() + withinMs;
    while (this.answered === answered && performance.now() < until) await sleep(20);
  }

  say(who: Someone, text: string): Promise<SentActivity> {
    return this.send(personal(this.connector, who, says(text)));
  }

  press(who: Someone, cardId: string, data: Record<string, unknown>): Promise<SentActivity> {
    return this.send(personal(this.connector, who, presses(data, cardId)));
  }

  sayIn(channel: Faculty['channel'], who: Someone, text: string): Promise<SentActivity> {
    return this.send(inChannel(this.connector, who, channel, mentions(text)));
  }

  pressIn(
    channel: Faculty['channel'],
    who: Someone,
    cardId: string,
    data: Record<string, unknown>,
  ): Promise<SentActivity> {
    return this.send(inChannel(this.connector, who, channel, presses(data, cardId)));
  }

  /** Resolves when a process said that it was handled, or when Teams gave up. Sometimes it comes to two at once. */
  private async send(activity: Record<string, unknown>): Promise<SentActivity> {
    const { id: conversationId } = activity['conversation'] as { id: string };
    const sent: SentActivity = {
      id: String(activity['id']),
      conversationId,
      cardId: typeof activity['replyToId'] === 'string' ? activity['replyToId'] : null,
      fromMs: Date.now(),
      untilMs: Number.POSITIVE_INFINITY,
      tries: 0,
      isAnswered: false,
    };
    this.sent.push(sent);
    while (!sent.isAnswered && sent.tries < MOST_TRIES && !this.isEnding) {
      const doubles = this.chance.happens(0.1) ? 2 : 1;
      const answers = Array.from({ length: doubles }, () => this.tryOnce(sent, activity));
      sent.isAnswered = (await Promise.all(answers)).includes(true);
      if (!sent.isAnswered) await sleep(250);
      else this.answered += 1;
    }
    sent.untilMs = Date.now();
    return sent;
  }

  private async tryOnce(sent: SentActivity, activity: Record<string, unknown>): Promise<boolean> {
    const bot = this.fleet.findServing();
    if (bot === undefined) return false;
    sent.tries += 1;
    try {
      const response = await fetch(`${bot.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      await response.text();
      return response.status === 200;
    } catch {
      return false;
    }
  }
}

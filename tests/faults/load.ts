/** What people do meanwhile: ask, race for a claim, add a note, give back, and look whether a lost card is there. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Someone } from '../support/activities';
import type { ConnectorCall } from '../support/fake-connector';
import {
  findClaim,
  findConfirmation,
  findDecision,
  findHandoff,
  findNote,
  findQuestion,
  isTaken,
} from './channel-cards';
import { SERVICE_ID, type Faculty, type Organisation } from './organisation';
import type { Chance } from './seeded';
import type { SentActivity, Teams } from './teams';

/** What was seen with one's own eyes, and so must be true. */
export interface Witness {
  /** Form and number of each request that a partner saw confirmed as sent. */
  readonly confirmed: { readonly formId: string; readonly number: string; readonly by: Someone }[];
  readonly claims: { readonly number: string; readonly by: Someone }[];
  readonly notes: { readonly formId: string; readonly number: string }[];
  /** How often somebody had a card posted again. */
  readonly again: string[];
}

const MOST_PRESSES = 40;
const CARD_WITHIN_MS = 2_000;

export class Load {
  readonly witness: Witness = { confirmed: [], claims: [], notes: [], again: [] };
  private readonly asked = new Set<string>();
  private readonly working: Promise<unknown>[] = [];
  private isOver = false;

  constructor(
    private readonly teams: Teams,
    private readonly organisation: Organisation,
    private readonly chance: Chance,
  ) {}

  /** Everybody is known to the bot, and every queue has its channel. */
  async introduce(): Promise<void> {
    const { faculties, fallback, lead } = this.organisation;
    const people = faculties.flatMap(({ partner, claimers }) => [partner, ...claimers]);
    await Promise.all([
      ...people.map((who) => this.teams.say(who, 'hello')),
      ...[...faculties, fallback].map(({ queueId, channel }) =>
        this.teams.sayIn(channel, lead, `register queue ${queueId}`),
      ),
    ]);
  }

  start(): void {
    for (const faculty of this.organisation.faculties) {
      const chance = this.chance.branch(faculty.queueId);
      this.working.push(
        (async () => {
          for (let count = 0; !this.isOver; count += 1) {
            await this.liveThrough(faculty, `form-${faculty.queueId}-${count}`, chance);
            await sleep(chance.between(200, 1_000));
          }
        })(),
      );
    }
    this.working.push(this.lookAfterQueues());
  }

  async end(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.working);
  }

  /** Answers each question about a card by looking whether it is there. */
  async answerQuestions(): Promise<void> {
    const { calls } = this.teams.connector;
    for (const question of calls.filter(isTaken)) {
      const number = findQuestion(question);
      if (number === undefined || question.method !== 'POST' || this.asked.has(question.activityId)) continue;
      const handoffs = calls.filter((call) => call.method === 'POST' && findHandoff(call) === number);
      const isThere = handoffs.some(isTaken);
      const channel = { id: question.conversationId, name: '' };
      const { lead } = this.organisation;
      if (!isThere) this.witness.again.push(number);
      const from = calls.length;
      const activity = await (this.chance.happens(0.5)
        ? this.teams.pressIn(channel, lead, question.activityId, {
            verb: isThere ? 'delivery-check.there' : 'delivery-check.again',
            number,
          })
        : this.teams.sayIn(channel, lead, `${isThere ? 'it is there' : 'post again'} ${number}`));
      // Without an answer, or with "not now", people try again.
      const isDecided = this.answersTo(activity, from, question.activityId).some(
        (answer) => findDecision(answer) === number,
      );
      if (isDecided) this.asked.add(question.activityId);
    }
  }

  private async lookAfterQueues(): Promise<void> {
    const { faculties, fallback, lead } = this.organisation;
    let seen = 0;
    while (!this.isOver) {
      await this.answerQuestions();
      const { calls } = this.teams.connector;
      const refused = calls
        .slice(seen)
        .filter(({ fault }) => fault !== null && fault !== 'reset' && fault.status === 403);
      seen = calls.length;
      for (const { queueId, channel } of [...faculties, fallback]) {
        if (refused.some(({ conversationId }) => conversationId.startsWith(channel.id)))
          await this.teams.sayIn(channel, lead, `register queue ${queueId}`);
      }
      await sleep(500);
    }
  }

  private async liveThrough(faculty: Faculty, formId: string, chance: Chance): Promise<void> {
    const number = await this.request(faculty.partner, formId);
    if (number === undefined) return;
    const owner = await this.race(faculty, number);
    if (chance.happens(0.4)) await this.note(faculty.partner, number, `${formId}-note`);
    if (owner === undefined || !chance.happens(0.4)) return;
    await this.teams.sayIn(faculty.channel, owner, `release ${number}`);
    await this.race(faculty, number);
  }

  /** Sends the form until it's confirmed as sent, as a person would. */
  private async request(by: Someone, formId: string): Promise<string | undefined> {
    const values = { serviceId: SERVICE_ID, customer: '', confidential: 'false', details: 'x' };
    for (let press = 0; press < MOST_PRESSES && !this.isOver; press += 1) {
      const from = this.teams.connector.calls.length;
      const card = `card-${formId}`;
      const activity = await this.teams.press(by, card, { verb: 'intake.submit', formId, ...values });
      const answers = this.answersTo(activity, from, card);
      const number = answers.map(findConfirmation).find((found) => found !== undefined);
      if (number !== undefined) {
        this.witness.confirmed.push({ formId, number, by });
        return number;
      }
      await sleep(300);
    }
    return undefined;
  }

  /**
   * Both claim at the same moment, one by the card and one in words; returns the one who heard that it is theirs. A press
   * is answered by the card alone, so only words can be a witness.
   */
  private async race(faculty: Faculty, number: string): Promise<Someone | undefined> {
    const card = await this.waitForCard(faculty, number);
    const notified = await Promise.all(
      faculty.claimers.map(async (who, at) => {
        const from = this.teams.connector.calls.length;
        const activity = await (card === undefined || at > 0
          ? this.teams.sayIn(faculty.channel, who, `claim ${number}`)
          : this.teams.pressIn(faculty.channel, who, card.activityId, { verb: 'handoff.claim', number }));
        return this.answersTo(activity, from).some((answer) => findClaim(answer) === number) ? [who] : [];
      }),
    );
    for (const who of notified.flat()) this.witness.claims.push({ number, by: who });
    return notified.flat()[0];
  }

  private async note(by: Someone, number: string, formId: string): Promise<void> {
    const from = this.teams.connector.calls.length;
    const card = `card-${formId}`;
    const data = { verb: 'note-form.submit', number, formId, note: 'Soon, please.' };
    const activity = await this.teams.press(by, card, data);
    const isTold = this.answersTo(activity, from, card).some((answer) => findNote(answer) === number);
    if (isTold) this.witness.notes.push({ formId, number });
  }

  /** What was said in answer, as far as it got through. */
  private answersTo(activity: SentActivity, from: number, card?: string): readonly ConnectorCall[] {
    return this.teams.connector.calls
      .slice(from)
      .filter(
        (call) =>
          isTaken(call) &&
          (call.targetId === activity.id ||
            (call.method === 'PUT' && card !== undefined && call.targetId === card)),
      );
  }

  private async waitForCard({ channel }: Faculty, number: string): Promise<ConnectorCall | undefined> {
    const until = performance.now() + CARD_WITHIN_MS;
    while (performance.now() < until && !this.isOver) {
      const card = this.teams.connector.calls.findLast(
        (call) =>
          isTaken(call) &&
          call.method === 'POST' &&
          call.conversationId === channel.id &&
          findHandoff(call) === number,
      );
      if (card !== undefined) return card;
      await sleep(50);
    }
    return undefined;
  }
}

import assert from 'node:assert/strict';
import { chatOf, inChannel, mentions, personal, presses, says, type Someone } from './activities';
import type { BotClient } from './bot-client';
import { BotProcess } from './bot-process';
import { FakeConnector, textOf, type ConnectorCall } from './fake-connector';
import { HostedBot } from './hosted-bot';
import { FALLBACK_CHANNEL, PDM_CHANNEL, people, PTS_CHANNEL, type Channel } from './people';

export * from './find-in-files';
export * from './people';

export interface JourneyOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** The people that the connector knows. */
  readonly known?: readonly Someone[];
}

/**
 * The real bot with a fake connector and the people of the sample organisation (or `known`). If there are several bots,
 * turns go to them one after the other, as from a load balancer without sticky sessions. The connector knows
 * everybody's mail address, for which `TeamsInfo.getMember` asks `/v3/conversations/…/members/…`. A person that it
 * doesn't know is nobody.
 */
export class Journey<Bot extends BotClient = HostedBot> {
  private turns = 0;

  private constructor(
    readonly connector: FakeConnector,
    readonly bot: Bot,
    readonly bots: readonly Bot[],
  ) {}

  /** Starts a bot inside this process. `env` adds variables to the common ones. */
  static async start({ env = {}, known }: JourneyOptions = {}): Promise<Journey> {
    const connector = await startConnector(known);
    const bot = await HostedBot.start({ ...COMMON, ...env });
    return new Journey(connector, bot, [bot]);
  }

  /** Starts one or more bots as processes of their own. */
  static async startProcesses({
    instances = 1,
    env = {},
    known,
  }: JourneyOptions & { readonly instances?: number } = {}): Promise<Journey<BotProcess>> {
    const connector = await startConnector(known);
    const start = () => BotProcess.start({ ...COMMON, ...env });
    const [bot, ...others] = await Promise.all([start(), ...Array.from({ length: instances - 1 }, start)]);
    return new Journey(connector, bot, [bot, ...others]);
  }

  /** Stops everything. It fails if there was an internal error or a channel got `secret`. */
  async stop(secret: string): Promise<void> {
    await this.connector.stop();
    for (const bot of this.bots) {
      await bot.stop();
      bot.removeData();
      assert.doesNotMatch(bot.log, /a turn failed/);
    }
    assert.notDeepEqual(this.connector.findInChannels('PD-0001'), []);
    assert.deepEqual(this.connector.findInChannels(secret), []);
  }

  /** Registers the sample organisation's three queues, each in its channel. */
  async openQueues(): Promise<void> {
    for (const [queue, channel] of [
      ['pdm-emea', PDM_CHANNEL],
      ['pts-emea', PTS_CHANNEL],
      ['catch-all', FALLBACK_CHANNEL],
    ] as const) {
      assert.match(
        await this.inChannel(people.amara, channel, `register queue ${queue}`),
        /This channel now receives requests for/,
      );
    }
  }

  /** Says something in 1:1 and returns everything that the turn sent back. */
  async say(who: Someone, text: string): Promise<string> {
    return textOfAll(await this.turn(personal(this.connector, who, says(text))));
  }

  async inChannel(who: Someone, channel: Channel, text: string): Promise<string> {
    return textOfAll(await this.turn(inChannel(this.connector, who, channel, mentions(text))));
  }

  /** Claims in 1:1: the request's card in that chat is the only answer. */
  async claim(who: Someone, number: string, typed = `claim ${number}`): Promise<ConnectorCall> {
    assert.equal(await this.say(who, typed), '');
    return this.arrived(chat(who), 'POST', new RegExp(`${number}[^]*${who.name} claimed it`));
  }

  /** Presses a button of a card in 1:1. */
  async press(who: Someone, card: ConnectorCall, data: Record<string, unknown>): Promise<ConnectorCall[]> {
    return this.turn(personal(this.connector, who, presses(data, card.activityId)));
  }

  async pressInChannel(
    who: Someone,
    channel: Channel,
    card: ConnectorCall,
    data: Record<string, unknown>,
  ): Promise<ConnectorCall[]> {
    return this.turn(inChannel(this.connector, who, channel, presses(data, card.activityId)));
  }

  /** Opens the form with a sentence, fills in `values`, sends it, and returns the confirmation with its number. */
  async request(
    who: Someone,
    sentence: string,
    values: Record<string, string> = {},
  ): Promise<{ readonly number: string; readonly confirmation: ConnectorCall }> {
    const form = await this.openForm(who, sentence);
    const [confirmation] = await this.press(who, form.card, { ...form.data, ...values });
    const number = /PD-\d{4}/.exec(textOf(confirmation?.activity ?? {}))?.[0];
    if (confirmation === undefined || number === undefined)
      throw new Error(`No confirmation: ${textOf(confirmation?.activity ?? {})}`);
    return { number, confirmation };
  }

  /** Opens a form with a sentence. Returns the card, and what it would send unchanged. */
  async openForm(who: Someone, sentence: string) {
    const sent = await this.turn(personal(this.connector, who, says(sentence)));
    const card = sent.at(-1);
    if (card === undefined) throw new Error('No form was sent.');
    const formId = /"formId":"([^"]+)"/.exec(JSON.stringify(card.activity))?.[1] ?? '';
    return { card, data: { verb: 'intake.submit', formId, ...readInputs(card) } };
  }

  /** Presses a button on any of the person's cards in 1:1, and returns the result. */
  async openFormOf(who: Someone, data: Record<string, unknown>): Promise<ConnectorCall> {
    const [form] = await this.turn(personal(this.connector, who, presses(data, 'a-card')));
    if (form === undefined) throw new Error('Nothing was opened.');
    return form;
  }

  /** Waits for the first activity in the conversation whose text matches, past or future. */
  arrived({ id }: { readonly id: string }, method: 'POST' | 'PUT', text: RegExp): Promise<ConnectorCall> {
    return this.connector.waitFor(
      (call) => call.conversationId === id && call.method === method && text.test(textOf(call.activity)),
    );
  }

  nextBot(): Bot {
    return this.bots[this.turns++ % this.bots.length] ?? this.bot;
  }

  /** Posts an activity and returns what came back in its conversation. */
  async turn(activity: Record<string, unknown>): Promise<ConnectorCall[]> {
    const from = this.connector.calls.length;
    assert.equal((await this.nextBot().post(activity)).status, 200);
    // The outbox may post here at any time, too. Only a turn's own answers name the activity that they answer.
    return this.connector.calls
      .slice(from)
      .filter(({ activity: sent }) => sent['type'] === 'message' && sent['replyToId'] === activity['id']);
  }
}

const COMMON = { PARTNER_DESK_LOCAL: '1', LOG_LEVEL: 'warn' };

async function startConnector(known: readonly Someone[] = Object.values(people)): Promise<FakeConnector> {
  const connector = await FakeConnector.start();
  for (const who of known) {
    const { id, name, mail, aadObjectId } = who;
    const address = mail.includes('#EXT#') ? { userPrincipalName: mail } : { email: mail };
    connector.members.set(chatOf(who), [{ id, name, aadObjectId, ...address }]);
  }
  return connector;
}

/** A person's 1:1 conversation with the bot. */
export function chat(who: Someone): { readonly id: string } {
  return { id: chatOf(who) };
}

export function textOfAll(calls: readonly ConnectorCall[]): string {
  return calls.map(({ activity }) => textOf(activity)).join('\n');
}

/** The values of the inputs in one or several cards. */
export function readInputs({ activity }: { readonly activity: unknown }): Record<string, string> {
  const values: Record<string, string> = {};
  JSON.stringify(activity, (_key, value: unknown) => {
    const input = value as { type?: string; id?: string; value?: string } | null;
    if (input?.type?.startsWith('Input.') === true && input.id !== undefined)
      values[input.id] = input.value ?? '';
    return value;
  });
  return values;
}

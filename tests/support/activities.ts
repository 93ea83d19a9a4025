import type { FakeConnector } from './fake-connector';

/** A person in the form that Teams sends. */
export interface Someone {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly aadObjectId: string;
  readonly tenantId: string;
  /** Their client's language; American English by default. */
  readonly locale?: string;
}

export const BOT = { id: '28:bot', name: 'Partner Desk' };

let nextActivity = 1;

/** The common fields of a person's activities in 1:1; `fields` adds and overrides. */
export function personal(
  connector: FakeConnector,
  who: Someone,
  fields: Record<string, unknown>,
): Record<string, unknown> {
  return {
    id: `in-${String(nextActivity++)}`,
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    from: { id: who.id, name: who.name, aadObjectId: who.aadObjectId },
    recipient: BOT,
    conversation: { id: chatOf(who), conversationType: 'personal', tenantId: who.tenantId },
    channelData: { tenant: { id: who.tenantId } },
    locale: who.locale ?? 'en-US',
    ...fields,
  };
}

/** The same for a channel of a team. */
export function inChannel(
  connector: FakeConnector,
  who: Someone,
  channel: { id: string; name: string },
  fields: Record<string, unknown>,
): Record<string, unknown> {
  return {
    ...personal(connector, who, {}),
    conversation: {
      id: `${channel.id};messageid=1700000000000`,
      conversationType: 'channel',
      isGroup: true,
      tenantId: who.tenantId,
    },
    channelData: {
      tenant: { id: who.tenantId },
      team: { id: '19:team@thread.tacv2', name: 'Partner team' },
      channel: { id: channel.id, name: channel.name },
    },
    ...fields,
  };
}

export function says(text: string): Record<string, unknown> {
  return { type: 'message', text };
}

/** Mentions the bot in a channel, where it only gets messages that mention it. */
export function mentions(text: string): Record<string, unknown> {
  return {
    type: 'message',
    text: `<at>${BOT.name}</at> ${text}`,
    entities: [{ type: 'mention', text: `<at>${BOT.name}</at>`, mentioned: BOT }],
  };
}

/** A press of a card's button: its data and the form's values. */
export function presses(data: Record<string, unknown>, cardActivityId: string): Record<string, unknown> {
  return { type: 'message', value: data, replyToId: cardActivityId };
}

export function chatOf(who: Someone): string {
  return `a:chat-${who.id.replace(/\W/g, '')}`;
}

/**
 * One activity as the rest of teams/ sees it. Only this file reads the SDK's TurnContext, so that another SDK can
 * replace it.
 */
import { ActivityTypes, TeamsInfo, type Activity, type TurnContext } from 'botbuilder';
import type { Actor, ChannelMember, Place } from '../conversation/message';
import type { Address } from '../outbox/courier';
import { cleanLabel } from '../shared/clean-text';
import type { InboundActivity } from './inbound/activity';
import { readOwnMail } from './inbound/guest-mail';

/** What can be sent in a conversation. Each call rejects with the connector's error. */
export interface Line {
  /** Returns Teams' ID of the message; undefined if Teams gave none. */
  readonly send: (activity: Partial<Activity>) => Promise<string | undefined>;
  readonly update: (id: string, activity: Partial<Activity>) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

/** The names of a channel and its team; null if unknown. */
export interface ChannelNames {
  readonly team: string | null;
  readonly channel: string | null;
}

export interface TeamsTurn extends Line {
  readonly activity: InboundActivity;
  /** The person who acts. */
  readonly actor: Actor;
  /** An unknown kind of conversation counts as a group, so nothing private is said there. */
  readonly place: Place;
  /** The names in the activity. */
  readonly names: ChannelNames;
  /** The mail address of anybody in this conversation; null if Teams doesn't tell it. */
  readonly findMail: (userId: string) => Promise<string | null>;
  /** The HTTP response to an invoke. */
  readonly respond: (status: number, body: unknown) => Promise<void>;
  /** Calls back with the id of the first message that is sent. */
  readonly onFirstSent: (callback: (id: string) => Promise<void>) => void;
}

const TURN = Symbol('turn');
const CARDS_ALONE = Symbol('cards alone');

/** Returns the same object each time for the same turn. */
export function readTurn(context: TurnContext): TeamsTurn {
  const known = context.turnState.get<TeamsTurn | undefined>(TURN);
  if (known !== undefined) return known;
  const turn = createTurn(context);
  context.turnState.set(TURN, turn);
  return turn;
}

/** Marks a turn whose client splits a text with a card into two messages: see playground.ts. */
export function showCardsAlone({ turnState }: TurnContext): void {
  turnState.set(CARDS_ALONE, true);
}

export function openLine(context: TurnContext): Line {
  return {
    send: async (activity) => (await context.sendActivity(activity))?.id,
    update: async (id, activity) => {
      await context.updateActivity({ ...activity, id });
    },
    remove: (id) => context.deleteActivity(id),
  };
}

function createTurn(context: TurnContext): TeamsTurn {
  // The SDK's type declares fields as present that are often missing.
  const activity = context.activity as unknown as InboundActivity;
  return {
    ...openLine(context),
    activity,
    actor: {
      userId: activity.from.id,
      aadObjectId: activity.from.aadObjectId ?? null,
      name: cleanLabel(activity.from.name ?? ''),
      tenantId: readTenantId(activity),
      findMail: () => findMail(context, activity, activity.from.id),
    },
    // This is read each time, because the client's language may become known during the turn.
    get place() {
      return readPlace(context, activity);
    },
    names: readNames(activity),
    findMail: (userId) => findMail(context, activity, userId),
    respond: async (status, body) => {
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status, body } });
    },
    onFirstSent: (callback) => {
      watchFirstSent(context, callback);
    },
  };
}

function watchFirstSent(context: TurnContext, callback: (id: string) => Promise<void>): void {
  let isKnown = false;
  context.onSendActivities(async (_context, activities, send) => {
    const responses = await send();
    const id = responses[activities.findIndex(({ type }) => type === ActivityTypes.Message)]?.id;
    if (!isKnown && id) {
      isKnown = true;
      await callback(id);
    }
    return responses;
  });
}

async function findMail(
  context: TurnContext,
  activity: InboundActivity,
  userId: string,
): Promise<string | null> {
  try {
    return readOwnMail(await TeamsInfo.getMember(context, userId), readTenantId(activity));
  } catch {
    return null;
  }
}

function readPlace(context: TurnContext, activity: InboundActivity): Place {
  const { id, conversation, channelData } = activity;
  const about = { ...readClient(context), ...(id && { activityId: id }) };
  if (conversation.conversationType === 'channel') {
    return {
      ...about,
      kind: 'channel',
      address: {
        ...readAddress(activity, 'channel', channelData?.channel?.id ?? withoutThread(conversation.id)),
        ...(channelData?.team?.id !== undefined && { teamId: channelData.team.id }),
      },
      ...threadOf(conversation.id),
      findNames: () => findNames(context, activity),
      listMembers: () => listMembers(context, activity),
    };
  }
  const kind = conversation.conversationType === 'personal' ? 'personal' : 'group';
  return { ...about, kind, address: readAddress(activity, kind, conversation.id) };
}

/** Agents Playground has rating buttons under a message, as Teams does. */
function readClient({ activity, turnState }: TurnContext): Pick<Place, 'citesText' | 'ratesItself'> {
  const isTeams = activity.channelId === 'msteams';
  return { citesText: isTeams && turnState.get(CARDS_ALONE) !== true, ratesItself: isTeams };
}

function readAddress(activity: InboundActivity, kind: Address['kind'], conversationId: string): Address {
  const { serviceUrl, recipient, from, locale } = activity;
  return {
    kind,
    serviceUrl,
    conversationId,
    tenantId: readTenantId(activity),
    botId: recipient.id,
    userId: kind === 'personal' ? from.id : null,
    ...(kind === 'personal' && typeof locale === 'string' && { locale }),
  };
}

function readTenantId({ conversation, channelData }: InboundActivity): string | null {
  return channelData?.tenant?.id ?? conversation.tenantId ?? null;
}

/** Messages rarely contain the names, so this asks Teams, which has no name for the General channel. */
async function findNames(context: TurnContext, activity: InboundActivity): Promise<ChannelNames> {
  const { channelData, conversation } = activity;
  const channelId = channelData?.channel?.id ?? withoutThread(conversation.id);
  const known = readNames(activity);
  try {
    const team = known.team ?? clean((await TeamsInfo.getTeamDetails(context)).name);
    const channels = known.channel === null ? await TeamsInfo.getTeamChannels(context) : [];
    const listed = channels.find(({ id }) => id === channelId);
    const channel = known.channel ?? (listed === undefined ? null : (clean(listed.name) ?? 'General'));
    return { team, channel };
  } catch {
    return known;
  }
}

function readNames({ channelData }: InboundActivity): ChannelNames {
  return { team: clean(channelData?.team?.name), channel: clean(channelData?.channel?.name) };
}

async function listMembers(
  context: TurnContext,
  activity: InboundActivity,
): Promise<readonly ChannelMember[]> {
  const members: ChannelMember[] = [];
  let continuationToken: string | undefined;
  do {
    const page = await TeamsInfo.getPagedMembers(context, 200, continuationToken);
    for (const member of page.members) {
      members.push({
        aadObjectId: member.aadObjectId ?? null,
        mail: readOwnMail(member, readTenantId(activity)),
        name: cleanLabel(member.name),
      });
    }
    continuationToken = page.continuationToken || undefined;
  } while (continuationToken !== undefined);
  return members;
}

/** A name for display. One without visible characters counts as unknown. */
function clean(name: string | null | undefined): string | null {
  return cleanLabel(name ?? '') || null;
}

/** A channel's id in a thread is "19:...@thread.tacv2;messageid=1700000000000". */
function threadOf(conversationId: string): { readonly threadId?: string } {
  const threadId = /;messageid=(\d{1,20})/u.exec(conversationId)?.[1];
  return threadId === undefined ? {} : { threadId };
}

function withoutThread(conversationId: string): string {
  return conversationId.split(';')[0] ?? conversationId;
}

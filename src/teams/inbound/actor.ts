import type { TurnContext } from 'botbuilder';
import { TeamsInfo } from 'botbuilder';
import type { Actor, ChannelMember, MentionedPerson, Place } from '../../conversation/message';
import type { Address } from '../../outbox/courier';
import { cleanLabel } from '../../shared/clean-text';
import { readActivity } from './activity';
import { readClient } from './client';
import { readOwnMail } from './guest-mail';
import type { Mentioned } from './message-text';

/** The person who acts, from the authenticated activity. If Teams doesn't return a mail address, it's unknown. */
export function readActor(context: TurnContext): Actor {
  const { from } = readActivity(context);
  return {
    userId: from.id,
    aadObjectId: from.aadObjectId ?? null,
    name: cleanLabel(from.name ?? ''),
    tenantId: readTenantId(context),
    findMail: () => findMail(context, from.id),
  };
}

export function readMentioned(context: TurnContext, mentioned: readonly Mentioned[]): MentionedPerson[] {
  return mentioned.map((person) => ({ ...person, findMail: () => findMail(context, person.userId) }));
}

async function findMail(context: TurnContext, userId: string): Promise<string | null> {
  try {
    return readOwnMail(await TeamsInfo.getMember(context, userId), readTenantId(context));
  } catch {
    return null;
  }
}

/** Where it happened. An unknown kind of conversation counts as a group, so nothing private is said there. */
export function readPlace(context: TurnContext): Place {
  const { id, conversation, channelData } = readActivity(context);
  const about = { ...readClient(context), ...(id && { activityId: id }) };
  if (conversation.conversationType === 'channel') {
    return {
      ...about,
      kind: 'channel',
      address: {
        ...readAddress(context, 'channel', channelData?.channel?.id ?? withoutThread(conversation.id)),
        ...(channelData?.team?.id !== undefined && { teamId: channelData.team.id }),
      },
      ...threadOf(conversation.id),
      findNames: () => findNames(context),
      listMembers: () => listMembers(context),
    };
  }
  const kind = conversation.conversationType === 'personal' ? 'personal' : 'group';
  return { ...about, kind, address: readAddress(context, kind, conversation.id) };
}

function readAddress(context: TurnContext, kind: Address['kind'], conversationId: string): Address {
  const { serviceUrl, recipient, from, locale } = readActivity(context);
  return {
    kind,
    serviceUrl,
    conversationId,
    tenantId: readTenantId(context),
    botId: recipient.id,
    userId: kind === 'personal' ? from.id : null,
    ...(kind === 'personal' && typeof locale === 'string' && { locale }),
  };
}

function readTenantId(context: TurnContext): string | null {
  const { conversation, channelData } = readActivity(context);
  return channelData?.tenant?.id ?? conversation.tenantId ?? null;
}

/** Messages rarely contain the names, so this asks Teams. The General channel has no name of its own. */
async function findNames(context: TurnContext): Promise<{ team: string | null; channel: string | null }> {
  const { channelData, conversation } = readActivity(context);
  const channelId = channelData?.channel?.id ?? withoutThread(conversation.id);
  const known = readNames(context);
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

/** The team and channel names in an activity; null if missing. */
export function readNames(context: TurnContext): { team: string | null; channel: string | null } {
  const { channelData } = readActivity(context);
  return { team: clean(channelData?.team?.name), channel: clean(channelData?.channel?.name) };
}

async function listMembers(context: TurnContext): Promise<readonly ChannelMember[]> {
  const members: ChannelMember[] = [];
  let continuationToken: string | undefined;
  do {
    const page = await TeamsInfo.getPagedMembers(context, 200, continuationToken);
    for (const member of page.members) {
      members.push({
        aadObjectId: member.aadObjectId ?? null,
        mail: readOwnMail(member, readTenantId(context)),
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

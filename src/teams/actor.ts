import type { TurnContext } from 'botbuilder';
import { TeamsInfo } from 'botbuilder';
import type { Actor, ChannelMember, Place } from '../conversation/message';
import type { Address } from '../outbox/courier';
import { readActivity } from './activity';
import { readOwnMail } from './guest-mail';

/** Who acts, as the authenticated activity says. Asking Teams for a mail address fails softly: it is then not known. */
export function readActor(context: TurnContext): Actor {
  const { from } = readActivity(context);
  return {
    userId: from.id,
    aadObjectId: from.aadObjectId ?? null,
    name: from.name ?? '',
    tenantId: readTenantId(context),
    findMail: async () => {
      try {
        return readOwnMail(await TeamsInfo.getMember(context, from.id));
      } catch {
        return null;
      }
    },
  };
}

/** Where it happened. A conversation of unknown kind is treated as a group: nothing private is said there. */
export function readPlace(context: TurnContext): Place {
  const { id, conversation, channelData } = readActivity(context);
  const about = id ? { activityId: id } : {};
  if (conversation.conversationType === 'channel') {
    return {
      ...about,
      kind: 'channel',
      address: {
        ...readAddress(context, 'channel', channelData?.channel?.id ?? withoutThread(conversation.id)),
        ...(channelData?.team?.id !== undefined && { teamId: channelData.team.id }),
      },
      teamId: channelData?.team?.id ?? null,
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

/** Messages seldom carry the names, so Teams is asked; its General channel has none of its own. */
async function findNames(context: TurnContext): Promise<{ team: string | null; channel: string | null }> {
  const { channelData, conversation } = readActivity(context);
  const channelId = channelData?.channel?.id ?? withoutThread(conversation.id);
  const known = { team: channelData?.team?.name ?? null, channel: channelData?.channel?.name ?? null };
  try {
    const team = known.team ?? (await TeamsInfo.getTeamDetails(context)).name ?? null;
    const channels = known.channel === null ? await TeamsInfo.getTeamChannels(context) : [];
    const listed = channels.find(({ id }) => id === channelId);
    const channel = known.channel ?? (listed === undefined ? null : (listed.name ?? 'General'));
    return { team, channel };
  } catch {
    return known;
  }
}

async function listMembers(context: TurnContext): Promise<readonly ChannelMember[]> {
  const members: ChannelMember[] = [];
  let continuationToken: string | undefined;
  do {
    const page = await TeamsInfo.getPagedMembers(context, 200, continuationToken);
    for (const member of page.members) {
      members.push({
        aadObjectId: member.aadObjectId ?? null,
        mail: readOwnMail(member),
        name: member.name,
      });
    }
    continuationToken = page.continuationToken || undefined;
  } while (continuationToken !== undefined);
  return members;
}

function withoutThread(conversationId: string): string {
  return conversationId.split(';')[0] ?? conversationId;
}

import { renderCard } from '../../../cards';
import type { Words } from '../../../cards/words/languages';
import type { Person, Role } from '../../directory/organisation';
import type { Wording } from '../../knowledge/model/wording';
import type { ChannelMember, Outgoing } from '../message';
import { showNotice } from '../requests/outcomes';
import type { ConversationDependencies } from '../dependencies';
import { send } from '../answers/replies';
import type { Turn } from '../turn';

/** Opens a queue in the channel where its lead or an operator said so, and names who will see and act on its cards. */
export async function registerQueue(
  { desk, log, content }: Pick<ConversationDependencies, 'desk' | 'log' | 'content'>,
  turn: Turn,
  queue: string,
): Promise<Outgoing> {
  const { place } = turn;
  const isChannel = place.kind === 'channel';
  const names = isChannel ? await place.findNames() : { team: null, channel: null };
  const outcome = await desk.registerQueue({
    by: await turn.identify(),
    queue,
    address: place.address,
    teamName: names.team,
    channelName: names.channel,
  });
  switch (outcome.outcome) {
    case 'registered': {
      const roster = isChannel ? await place.listMembers().catch(() => null) : null;
      if (roster === null)
        log.warn(
          { queueId: outcome.queue.id, activityId: place.activityId },
          'the members of a queue’s channel couldn’t be read',
        );
      return send(
        renderCard(
          'queue-registered',
          {
            queueName: outcome.queue.name,
            role: outcome.queue.catchAll ? null : nameRole(outcome.queue.role, content.wording),
            teamName: outcome.registration.teamName,
            channelName: outcome.registration.channelName,
            members: outcome.members.map(({ name }) => name),
            missing: roster === null ? [] : listMissing(outcome.members, roster),
          },
          turn.words,
        ),
      );
    }
    case 'not-a-channel':
      return refuse(turn.words.queueRegistered.notAChannel(queue), turn.words);
    case 'not-allowed':
      return refuse(turn.words.queueRegistered.notAllowed, turn.words);
    case 'not-found':
      return refuse(turn.words.queueRegistered.notFound(outcome.known.map(({ id }) => id)), turn.words);
  }
}

/** A queue of leads alone is a catch-all in all but name. */
function nameRole(role: Role | null, { roles }: Wording): string | null {
  return role === null || role === 'lead' ? null : roles[role].short;
}

/** Members who are not in the channel and would not see its cards. */
function listMissing(members: readonly Person[], roster: readonly ChannelMember[]): string[] {
  const present = new Set(roster.map(({ mail }) => mail?.toLowerCase()));
  return members.filter(({ mail }) => !present.has(mail)).map(({ name }) => name);
}

function refuse(text: string, words: Words): Outgoing {
  return showNotice({ tone: 'refused', text, number: null }, words);
}

import { stringify } from 'yaml';
import { BOT, COLLEAGUES, PDM_CHANNEL, TEAM, type Person, type Seat } from './seats';

/** Agents Playground 0.2.28 needs exactly five users besides the current one, so extra people fill the list. */
const USERS = 5;

/** The YAML configuration of one seat for the Microsoft 365 Agents Playground. */
export function seatConfig(seat: Seat): string {
  const colleagues = seat.isColleague ? COLLEAGUES.filter(({ id }) => id !== seat.person.id) : [];
  const extras = Array.from({ length: USERS - colleagues.length }, (_, index) => extra(index + 1));
  return stringify({
    version: '0.1.1',
    tenantId: seat.tenantId,
    bot: BOT,
    currentUser: toUser(seat.person),
    users: [...colleagues, ...extras].map(toUser),
    personalChat: { id: `a:personal-${seat.name}` },
    groupChat: { id: `19:group-${seat.name}@thread.v2`, name: 'Group chat' },
    team: {
      id: TEAM.id,
      name: seat.isColleague ? TEAM.name : 'Project team',
      aadGroupId: '30000000-0000-4000-8000-000000000001',
      channels: [seat.isColleague ? pdmChannel(seat) : { id: '19:project@thread.tacv2', name: 'Project' }],
    },
  });
}

/** Its cards arrive only in the window that registered it, so the other windows say that in its name. */
function pdmChannel({ queue }: Seat) {
  if (queue?.channelId === PDM_CHANNEL.id) return PDM_CHANNEL;
  return { ...PDM_CHANNEL, name: `${PDM_CHANNEL.name} (its cards are in another window)` };
}

function toUser({ id, name, mail, aadObjectId }: Person): Record<string, string> {
  const [givenName = '', surname = ''] = name.split(' ');
  return { id, name, userPrincipleName: mail, aadObjectId, givenName, surname, email: mail };
}

function extra(index: number): Person {
  return {
    id: `29:colleague-${String(index)}`,
    name: `Colleague ${String(index)}`,
    mail: `colleague${String(index)}@colleagues.example`,
    aadObjectId: `40000000-0000-4000-8000-00000000000${String(index)}`,
  };
}

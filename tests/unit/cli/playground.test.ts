import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { LOCAL_HOME_TENANT } from '../../../src/config';
import { seatConfig } from '../../../src/cli/develop/playground/seat-config';
import {
  ALL_SEATS,
  AMARA,
  COLLEAGUES,
  describeChannels,
  PDM_CHANNEL,
} from '../../../src/cli/develop/playground/seats';
import { parseDirectory } from '../../../src/directory/csv';
import { readDirectoryFiles } from '../../../src/directory/files';
import { findContentDir } from '../../../src/knowledge/load/load-content';

describe('the seats of the Playground', () => {
  it('are people in the sample organisation', async () => {
    const { content } = parseDirectory(await readDirectoryFiles(path.join(findContentDir(), 'sample')));
    for (const { mail } of COLLEAGUES) expect(content.people.map((one) => one.mail)).toContain(mail);
    for (const seat of ALL_SEATS.filter(({ isColleague }) => !isColleague)) {
      const partner = content.partners.find(
        ({ tenantIds, mailDomains }) =>
          tenantIds.includes(seat.tenantId) ||
          (seat.tenantId === LOCAL_HOME_TENANT && mailDomains.includes(seat.person.mail.split('@')[1] ?? '')),
      );
      expect(partner).toBeDefined();
    }
    for (const { queue } of ALL_SEATS) {
      if (queue === null) continue;
      const lead = content.queues.find(({ id }) => id === queue.id)?.lead;
      expect(content.people.find(({ id }) => id === lead)?.mail).toBe(AMARA.mail);
    }
  });

  it('each have exactly the five users that the Playground takes', () => {
    for (const seat of ALL_SEATS) {
      const config = parse(seatConfig(seat)) as { users: { id: string }[]; currentUser: { id: string } };
      expect(config.users).toHaveLength(5);
      expect(config.users.map(({ id }) => id)).not.toContain(config.currentUser.id);
    }
  });

  it('say where channel cards arrive, and where they can’t', () => {
    for (const seat of ALL_SEATS) {
      const { team } = parse(seatConfig(seat)) as { team: { channels: { name: string }[] } };
      const names = team.channels.map(({ name }) => name);
      expect(describeChannels(seat)).toContain(seat.queue === null ? 'can’t show' : seat.queue.id);
      if (seat.isColleague)
        expect(names).toEqual([
          seat.name === 'pdm' ? PDM_CHANNEL.name : expect.stringContaining('its cards are in another window'),
        ]);
    }
  });
});

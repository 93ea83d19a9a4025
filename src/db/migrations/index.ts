/** All migrations by name, in order. Never edit a released migration; add a new one. */
import type { Migration } from 'kysely';
import { engagementDesk } from './0001-engagement-desk';
import { conversations } from './0002-conversations';
import { reminders } from './0003-reminders';
import { doneOnce } from './0004-done-once';
import { privacy } from './0005-privacy';
import { sends } from './0006-sends';
import { insights } from './0007-insights';
import { waiting } from './0008-waiting';
import { formOfSomebody } from './0009-form-of-somebody';
import { dialoguesByKey } from './0010-dialogues-by-key';
import { blockedAddresses } from './0011-blocked-addresses';
import { cardsOfARequest } from './0012-cards-of-a-request';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-engagement-desk': engagementDesk,
  '0002-conversations': conversations,
  '0003-reminders': reminders,
  '0004-done-once': doneOnce,
  '0005-privacy': privacy,
  '0006-sends': sends,
  '0007-insights': insights,
  '0008-waiting': waiting,
  '0009-form-of-somebody': formOfSomebody,
  '0010-dialogues-by-key': dialoguesByKey,
  '0011-blocked-addresses': blockedAddresses,
  '0012-cards-of-a-request': cardsOfARequest,
};

/** Every event that changes a request, by its name. A walking test holds this list and the folder's files together. */
import { accept } from './accept';
import { answer } from './answer';
import { ask } from './ask';
import { claim } from './claim';
import { complete } from './complete';
import { confirmDate } from './confirm-date';
import { decline } from './decline';
import { declineDate } from './decline-date';
import type { EventDefinition } from './define-event';
import { edit } from './edit';
import { note } from './note';
import { proposeDate } from './propose-date';
import { release } from './release';
import { reopen } from './reopen';
import { reschedule } from './reschedule';
import { transferToPerson } from './transfer-to-person';
import { transferToQueue } from './transfer-to-queue';
import { withdraw } from './withdraw';

export const events = {
  claim,
  release,
  'transfer-to-person': transferToPerson,
  'transfer-to-queue': transferToQueue,
  accept,
  // Before `ask`: news offers what can be done in this order.
  'confirm-date': confirmDate,
  'decline-date': declineDate,
  ask,
  answer,
  reschedule,
  'propose-date': proposeDate,
  decline,
  complete,
  withdraw,
  edit,
  note,
  reopen,
} as const;

/** An event that changes a request. */
export type ChangeName = keyof typeof events;

export const CHANGE_NAMES = Object.keys(events) as readonly ChangeName[];

/** The definition of a change; undefined for `submit`, and for an event that only another version of the bot knows. */
export function findEvent(name: string): EventDefinition<ChangeName> | undefined {
  return Object.hasOwn(events, name) ? events[name as ChangeName] : undefined;
}

import type { EventName } from '../request';

export const FORMS = ['accept', 'ask', 'answer', 'note', 'edit', 'decline', 'complete', 'transfer'] as const;
export type FormName = (typeof FORMS)[number];

/** The events that each form can cause. */
export const EVENTS_OF_FORM: Readonly<Record<FormName, readonly EventName[]>> = {
  accept: ['accept'],
  ask: ['ask'],
  answer: ['answer'],
  note: ['note'],
  edit: ['edit'],
  decline: ['decline'],
  complete: ['complete'],
  transfer: ['transfer-to-person', 'transfer-to-queue'],
};

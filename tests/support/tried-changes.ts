import type { ChangeName } from '../../src/engagement/events';
import type { State } from '../../src/engagement/request';

/** The confidential customer of every request that the tests use. */
export const SECRET = 'Zebrafish Holdings';
/** The date that the partner of every accepted request proposed. */
export const PROPOSED = '2026-12-18';

/** How to cause an event, by a press and by words. */
export interface TriedChange {
  readonly event: ChangeName;
  /** What its button or form sends. */
  readonly pressed: Readonly<Record<string, string>>;
  /** The button that opens the form, and the card that it opens. */
  readonly form?: { readonly verb: string; readonly card: string };
  readonly typed: string;
  /** The typed words open the form instead. */
  readonly typedOpensForm?: true;
  /** The event that the same words cause for the partner in these states. */
  readonly typedByPartner?: Readonly<Partial<Record<State, ChangeName>>>;
  /** Whether it may be done in the queue's channel. */
  readonly inChannel: boolean;
}

export const TRIED: readonly TriedChange[] = [
  { event: 'claim', pressed: { verb: 'handoff.claim' }, typed: 'claim #', inChannel: true },
  { event: 'release', pressed: { verb: 'handoff.release' }, typed: 'release #', inChannel: true },
  {
    event: 'transfer-to-person',
    pressed: { verb: 'transfer-form.submit', targetId: 'person:tom-okafor', remark: '' },
    form: { verb: 'handoff.transfer', card: 'transfer-form' },
    typed: 'transfer # to tom-okafor',
    inChannel: true,
  },
  {
    event: 'transfer-to-queue',
    pressed: { verb: 'transfer-form.submit', targetId: 'queue:pts-emea', remark: 'More technical.' },
    form: { verb: 'handoff.transfer', card: 'transfer-form' },
    typed: 'transfer # to pts-emea',
    inChannel: true,
  },
  {
    event: 'ask',
    pressed: { verb: 'ask-form.submit', question: 'Which region?' },
    form: { verb: 'handoff.ask', card: 'ask-form' },
    typed: 'ask # which region?',
    inChannel: true,
  },
  {
    event: 'answer',
    pressed: { verb: 'answer-form.submit', answer: 'West Europe.' },
    form: { verb: 'request.answer', card: 'answer-form' },
    typed: 'answer # West Europe',
    inChannel: false,
  },
  {
    event: 'accept',
    pressed: { verb: 'accept-form.submit', date: '2026-12-05', remark: 'At 14:00.' },
    form: { verb: 'handoff.accept', card: 'accept-form' },
    typed: 'accept # 2026-12-05',
    inChannel: true,
  },
  {
    event: 'reschedule',
    pressed: { verb: 'reschedule-form.submit', date: '2026-12-11', note: '' },
    form: { verb: 'handoff.reschedule', card: 'reschedule-form' },
    typed: 'reschedule # to 2026-12-11',
    typedByPartner: { submitted: 'edit', claimed: 'edit', 'needs-info': 'edit', accepted: 'propose-date' },
    inChannel: true,
  },
  {
    event: 'propose-date',
    pressed: { verb: 'propose-date-form.submit', date: '2026-12-14', note: '' },
    form: { verb: 'request.propose-date', card: 'propose-date-form' },
    typed: 'propose date # 2026-12-15',
    typedByPartner: { submitted: 'edit', claimed: 'edit', 'needs-info': 'edit' },
    inChannel: false,
  },
  {
    event: 'confirm-date',
    pressed: { verb: 'handoff.confirm-date', day: PROPOSED },
    typed: 'confirm #',
    inChannel: true,
  },
  {
    event: 'decline-date',
    pressed: { verb: 'handoff.decline-date', day: PROPOSED },
    typed: 'decline date #',
    inChannel: true,
  },
  {
    event: 'decline',
    pressed: { verb: 'decline-form.submit', reasonId: 'break-fix', explanation: '' },
    form: { verb: 'handoff.decline', card: 'decline-form' },
    typed: 'decline # break-fix',
    inChannel: true,
  },
  {
    event: 'complete',
    pressed: { verb: 'complete-form.submit', outcomeId: 'delivered', hours: '6', summary: 'Two workshops.' },
    form: { verb: 'handoff.complete', card: 'complete-form' },
    typed: 'complete # delivered, 6h, two workshops',
    inChannel: true,
  },
  { event: 'withdraw', pressed: { verb: 'request.withdraw' }, typed: 'withdraw #', inChannel: false },
  {
    event: 'edit',
    pressed: {
      verb: 'edit-form.submit',
      customer: SECRET,
      confidential: 'true',
      solutionAreaId: 'data-ai',
      wantedBy: '2026-12-24',
      details: '',
    },
    form: { verb: 'request.edit', card: 'edit-form' },
    typed: 'edit #',
    typedOpensForm: true,
    inChannel: false,
  },
  {
    event: 'note',
    pressed: { verb: 'note-form.submit', note: 'We met.' },
    form: { verb: 'request.note', card: 'note-form' },
    typed: 'note # we met',
    inChannel: false,
  },
  { event: 'reopen', pressed: { verb: 'request.reopen' }, typed: 'reopen #', inChannel: false },
];

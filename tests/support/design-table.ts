import type { Relation } from '../../src/engagement/relations';
import type { EventName, State } from '../../src/engagement/request';

/**
 * The intended life of a request, written down separately from the code, so that tests can compare the two. In the last
 * column `*` keeps the state, and `<` returns to the state before the question.
 */
const TABLE = `
claim              | submitted                                | member                                | claimed
release            | claimed, needs-info, accepted            | owner, lead                           | submitted
transfer-to-person | submitted                                | member, lead                          | claimed
transfer-to-person | claimed, needs-info, accepted            | owner, lead                           | claimed
transfer-to-queue  | submitted                                | member, lead                          | submitted
transfer-to-queue  | claimed, needs-info, accepted            | owner, lead                           | submitted
ask                | claimed, accepted                        | owner                                 | needs-info
answer             | needs-info                               | requester                             | <
accept             | claimed, needs-info                      | owner                                 | accepted
reschedule         | accepted                                 | owner                                 | *
propose-date       | accepted                                 | requester                             | *
confirm-date       | accepted, with a date proposed           | owner                                 | *
decline-date       | accepted, with a date proposed           | owner                                 | *
decline            | submitted                                | member, lead                          | declined
decline            | claimed, needs-info                      | owner, lead                           | declined
complete           | accepted, claimed                        | owner, lead                           | completed
withdraw           | submitted, claimed, needs-info, accepted | requester                             | withdrawn
edit               | submitted, claimed, needs-info, accepted | requester                             | *
note               | submitted, claimed, needs-info, accepted | requester, colleague, owner, lead     | *
reopen             | declined, completed, withdrawn           | requester, owner, lead                | submitted
`;

export interface DesignLine {
  readonly event: EventName;
  readonly from: readonly State[];
  readonly who: readonly Relation[];
  readonly to: State | '*' | '<';
  /** The event is possible only while a date that the partner proposed waits for an answer. */
  readonly needsProposal: boolean;
}

export const DESIGN_TABLE: readonly DesignLine[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [event, states = '', who, to] = line.split('|').map((cell) => cell.trim());
    const [from = '', needs] = states.split(', with ');
    const needsProposal = needs === 'a date proposed';
    return {
      event,
      from: from.split(', '),
      needsProposal,
      who: who?.split(', '),
      to,
    } as unknown as DesignLine;
  });

/**
 * Whether the table lets someone with these relations do it in that state. An operator counts as a lead. `isProposed`: a
 * date that the partner proposed waits for an answer.
 */
export function designAllows(
  relations: ReadonlySet<Relation>,
  event: EventName,
  state: State,
  isProposed = false,
): boolean {
  return DESIGN_TABLE.some(
    (line) =>
      line.event === event &&
      line.from.includes(state) &&
      (isProposed || !line.needsProposal) &&
      line.who.some((who) => relations.has(who) || (who === 'lead' && relations.has('operator'))),
  );
}

export function designTarget(event: EventName, state: State, askedFrom: State | null): State | undefined {
  const line = DESIGN_TABLE.find((one) => one.event === event && one.from.includes(state));
  if (line === undefined) return undefined;
  if (line.to === '*') return state;
  return line.to === '<' ? (askedFrom ?? undefined) : line.to;
}

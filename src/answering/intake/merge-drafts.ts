import type { CarriableField, RequestDraft } from '../reply';
import { cutStart } from '../../shared/cut';

const FIELDS: readonly CarriableField[] = [
  'serviceId',
  'customer',
  'solutionAreaId',
  'role',
  'person',
  'wantedBy',
  'note',
];
const LONGEST_SAID = 80;
/** "Actually", "instead", "make it": the request before it is still meant. */
const CORRECTS =
  /^\s*(?:no\b|sorry|wait|oops|hmm+|actually|correction|rather|i mea?nt?|make (?:it|that|the)|change|switch|(?:set|move) (?:it|the)\b|wrong|typo|not\b|better|nein\b|falsch|doch\b|non\b|plutôt)|\b(?:instead|rather|i mea?nt?|make (?:it|that)|change (?:it|that|the)|switch (?:it|that)? ?to|lieber|stattdessen|plutôt)\b/iu;

export function corrects(text: string): boolean {
  return CORRECTS.test(text);
}

/** The newer message takes precedence over earlier ones, and the draft notes what it takes over from them. */
export function mergeDrafts(earlier: RequestDraft, newer: RequestDraft, earlierText = ''): RequestDraft {
  const asksAnew = newer.unclear.customers.length > 0;
  const before = asksAnew ? { ...earlier, customer: null } : earlier;
  const isTaken = (field: CarriableField) => newer[field] === null && before[field] !== null;
  const own = Object.keys(without(earlier.fields, { ...newer.fields, ...newer.unclear.fields })).map(
    (id) => `field-${id}` as const,
  );
  return {
    serviceId: newer.serviceId ?? before.serviceId,
    customer: newer.customer ?? before.customer,
    solutionAreaId: newer.solutionAreaId ?? before.solutionAreaId,
    role: newer.role ?? before.role,
    person: newer.person ?? before.person,
    wantedBy: newer.unclear.date === null ? (newer.wantedBy ?? before.wantedBy) : newer.wantedBy,
    fields: { ...without(earlier.fields, newer.unclear.fields), ...newer.fields },
    note: joinNotes(renameCustomer(before, newer.customer), newer.note),
    isConfidential: newer.isConfidential || before.isConfidential,
    unclear: {
      customers:
        newer.customer === null && before.customer === null
          ? [...new Set([...earlier.unclear.customers, ...newer.unclear.customers])]
          : [],
      date: newer.unclear.date ?? (newer.wantedBy === null ? earlier.unclear.date : null),
      fields: { ...without(earlier.unclear.fields, newer.fields), ...newer.unclear.fields },
    },
    carried: [...FIELDS.filter(isTaken), ...own].map(
      (field) => earlier.carried.find((one) => one.field === field) ?? { field, said: shorten(earlierText) },
    ),
  };
}

function without<Value>(
  fields: Readonly<Record<string, Value>>,
  others: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(fields).filter(([id]) => !(id in others)));
}

/** "A briefing, not a POC", "the rest stays", "and an ADS too": more of the same request. */
const GOES_ON =
  /\b(?:not an?\b|(?:the\s+)?rest\s+(?:stays?|remains?|is|as)|(?:everything|all) else|same (?:customer|client|company|area|topic|one)|cancel (?:the|that)|too|as well|also|both|on top|in addition|for (?:them|the same)|auch|zusätzlich|außerdem|statt|aussi|également|au lieu|también|anche|também|ook|in plaats)\b/iu;

/** Whether a message asks for something new that earlier requests of the conversation don't mention. */
export function startsAnew(earlier: RequestDraft, newer: RequestDraft, text: string): boolean {
  if (newer.serviceId === null || earlier.serviceId === null || CORRECTS.test(text)) return false;
  if (newer.customer === null && newer.unclear.customers.length === 0 && GOES_ON.test(text)) return false;
  if (newer.serviceId !== earlier.serviceId) return true;
  return newer.customer !== null && earlier.customer !== null && newer.customer !== earlier.customer;
}

/** A name that was corrected is wrong in the notes, too. */
function renameCustomer({ note, customer }: RequestDraft, name: string | null): string | null {
  return note === null || customer === null || name === null ? note : note.replaceAll(customer, name);
}

function joinNotes(earlier: string | null, newer: string | null): string | null {
  if (earlier === null || newer === null || earlier.includes(newer))
    return newer === null ? earlier : (earlier ?? newer);
  return newer.includes(earlier) ? newer : `${earlier}\n${newer}`;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= LONGEST_SAID ? line : `${cutStart(line, LONGEST_SAID - 1).trimEnd()}…`;
}

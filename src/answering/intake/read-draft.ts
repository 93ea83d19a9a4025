/** Reads a request out of sentences: which service, for which customer, on what, through whom, by when. */
import type { Content } from '../../knowledge/content';
import { createPhrases, type Found } from '../../knowledge/search/phrases';
import type { RequestDraft } from '../reply';
import { createCustomerFinder, saysNoCustomer } from './find-customer';
import { findWantedBy } from './find-date';

export interface DraftRead {
  readonly draft: RequestDraft;
  readonly isForPartnerItself: boolean;
  /** The text with the customer's name taken out: what is asked does not depend on for whom. */
  readonly anonymous: string;
}

type Role = 'PDM' | 'PTS';

/** Reads what one message says, written at a time (milliseconds since the epoch) that dates are counted from. */
export type DraftReader = (text: string, mended: string, nowMs: number) => DraftRead;

export function createDraftReader(content: Content): DraftReader {
  const { cues, services, solutionAreas } = content;
  const serviceNames = createPhrases(
    services.flatMap(({ id, name, aliases }) =>
      [name, ...aliases, ...(cues.serviceNames[id] ?? [])].flatMap((alias) =>
        [alias, `${alias}s`].map((form) => [form, id] as const),
      ),
    ),
  );
  const areaNames = createPhrases(
    solutionAreas.flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((alias) => [alias, { id, alias, isName: alias === name }] as const),
    ),
  );
  const roles = createPhrases(
    Object.entries(cues.roles).flatMap(([role, names]) => names.map((name) => [name, role as Role] as const)),
  );
  const knownNames = [
    ...content.programmes.flatMap(({ id, name, shortName, aliases }) => [
      name,
      shortName,
      ...aliases,
      ...(cues.programmeNames[id] ?? []),
    ]),
    ...services.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...solutionAreas.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...content.terms.flatMap(({ term, expansion }) => (expansion === undefined ? [term] : [term, expansion])),
    ...Object.values(cues.roles).flat(),
    ...cues.notCustomers,
  ];
  const customers = createCustomerFinder(knownNames, cues.openers);

  const findArea = (text: string): string | null => {
    const isLower = !/\p{Lu}/u.test(text);
    const fits = (found: Found<{ alias: string; isName: boolean }>): boolean => {
      const written = text.slice(found.from, found.to);
      const isOneWord = !/\s/.test(found.value.alias);
      return (
        isLower ||
        !isOneWord ||
        found.value.isName ||
        /^[\p{Lu}\d.]/u.test(written) === /^[\p{Lu}\d.]/u.test(found.value.alias)
      );
    };
    const found = areaNames.find(text).filter(fits);
    return found.sort((a, b) => b.value.alias.length - a.value.alias.length)[0]?.value.id ?? null;
  };

  const findService = (text: string): string | null => {
    const found = serviceNames.find(text);
    return found.sort((a, b) => b.to - b.from - (a.to - a.from))[0]?.value ?? null;
  };

  return (text, mended, nowMs) => {
    const role = roles.find(text)[0];
    const customer = customers.find(mendSigns(text, mended));
    const person =
      role === undefined
        ? null
        : /^\s*(?:,|:|=|\bis\b|\()?\s*(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)/u.exec(text.slice(role.to))?.[1];
    const isPerson = person !== undefined && person !== null && person === customer?.name;
    const anonymous =
      customer === null || isPerson
        ? mended
        : mended.replaceAll(customer.name, 'the customer').replaceAll(/(?:the )+customer/g, 'the customer');
    return {
      draft: {
        serviceId: findService(mended) ?? findService(text),
        customer: isPerson ? null : (customer?.name ?? null),
        solutionAreaId: findArea(text),
        role: role?.value ?? null,
        person: person ?? null,
        wantedBy: findWantedBy(text, nowMs),
        note: null,
      },
      isForPartnerItself: saysNoCustomer(text),
      anonymous,
    };
  };
}

/** What shows whose name follows; a name itself is left as it was typed. */
const SIGN = /^\P{L}*(?:customer|client|account)s?\P{L}*$/iu;

/** "for custmer Adatum": a sign that is mistyped is one all the same. */
function mendSigns(text: string, mended: string): string {
  const [typed, right] = [text.split(/(\s+)/), mended.split(/(\s+)/)];
  if (typed.length !== right.length) return text;
  return typed.map((word, at) => (SIGN.test(right[at] ?? '') ? right[at] : word)).join('');
}

/** What the newer message says goes before what earlier ones said. */
export function mergeDrafts(earlier: RequestDraft, newer: RequestDraft): RequestDraft {
  return {
    serviceId: newer.serviceId ?? earlier.serviceId,
    customer: newer.customer ?? earlier.customer,
    solutionAreaId: newer.solutionAreaId ?? earlier.solutionAreaId,
    role: newer.role ?? earlier.role,
    person: newer.person ?? earlier.person,
    wantedBy: newer.wantedBy ?? earlier.wantedBy,
    note: newer.note ?? earlier.note,
  };
}

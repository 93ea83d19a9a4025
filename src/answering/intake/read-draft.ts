/** Reads a request from sentences: which service, for which customer, on what, through whom, by when. */
import type { Content } from '../../knowledge/model/content';
import { createPhrases, type Found } from '../../knowledge/search/phrases';
import { toWords } from '../../knowledge/search/words';
import type { RequestDraft } from '../reply';
import { createCommonWords } from './common-words';
import { listForeignWords } from './is-thanks';
import { createCustomerFinder, saysNoCustomer } from './find-customer';
import { openNameTagger } from './naming/open-tagger';
import { createDroppedFinder, type DroppedField } from './dropped-fields';
import { dropRefused } from './drop-refused';
import { asksForConfidence } from './find-confidentiality';
import { readWantedBy } from './find-date';
import { createFieldFinder } from './find-fields';
import { findHours } from './find-hours';
import { findPerson, type Role } from './find-person';
import { findRemainder, type Span } from './find-remainder';

export interface DraftRead {
  readonly draft: RequestDraft;
  readonly isForPartnerItself: boolean;
  /** The customers that it names, if it's unclear which one is meant. */
  readonly rivals: readonly string[];
  /** The text without the customer's name: the task doesn't depend on the customer. */
  readonly anonymous: string;
  /** What it takes out of the form again. */
  readonly drops: readonly DroppedField['field'][];
}

/** Reads one message. Dates in it count from the time when it was written (milliseconds since the epoch). */
export type DraftReader = (text: string, mended: string, nowMs: number, hints?: ReadingHints) => DraftRead;

export interface ReadingHints {
  /** The form that it answers still lacks the customer, so that a bare name is one. */
  readonly asksCustomer?: boolean | undefined;
  /** The service that is known already: it says which fields of its own there are. */
  readonly serviceId?: string | null | undefined;
}

const LINK = /:\/\/|^www\./iu;
/** "40 bakeries" */
const COUNTED = /^\d{1,5} \p{Ll}+$/u;
/** Belongs to a sentence and not to a name that's written small. */
const OF_SENTENCE =
  /\s(?:the|an?|this|our|my|their|his|her|its|he|she|they|we|you|it|who|that|which|is|are|was|were|has|have|had|will|would|can|could|der|die|das|ein|eine|ist|sind|hat|le|la|el|il)\s/u;

/** "But keep the name confidential" says nothing of whose name it is. Blanks keep every place in the text. */
function withoutSecrecy(text: string): string {
  return text.replace(/[^,;.!?。、\n]+/gu, (clause) =>
    asksForConfidence(clause) && !/\s\p{Lu}/u.test(clause) ? ' '.repeat(clause.length) : clause,
  );
}

export function createDraftReader(content: Content): DraftReader {
  const { cues, services, solutionAreas } = content;
  const findDropped = createDroppedFinder(content);
  const findFields = createFieldFinder(services);
  const serviceNames = createPhrases(
    services.flatMap(({ id, name, aliases }) =>
      [name, ...aliases, ...(cues.serviceNames[id] ?? [])].flatMap((alias) =>
        [alias, `${alias}s`].map((form) => [form, id] as const),
      ),
    ),
  );
  const officialNames = createPhrases(
    services.flatMap(({ name, aliases }) => [name, ...aliases].map((alias) => [alias, true] as const)),
  );
  const areaNames = createPhrases(
    solutionAreas.flatMap(({ id, name, aliases }) =>
      [name, ...aliases].flatMap((alias) =>
        [alias, `${alias}s`].map((form) => [form, { id, alias, isName: alias === name }] as const),
      ),
    ),
  );
  const roles = createPhrases(
    Object.entries(cues.roles).flatMap(([role, names]) => names.map((name) => [name, role as Role] as const)),
  );
  const colleagues = [
    ...content.programmes.flatMap(({ id, name, shortName, aliases }) => [
      ...[name, shortName, ...aliases],
      ...(cues.programmeNames[id] ?? []),
    ]),
    ...Object.values(cues.roles).flat(),
  ];
  const knownNames = [
    ...colleagues,
    ...solutionAreas.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...content.terms.flatMap(({ term, expansion }) => (expansion === undefined ? [term] : [term, expansion])),
    ...cues.notCustomers,
  ];
  const ours = createPhrases(colleagues.map((name) => [name, true] as const));
  const isCommonInEnglish = createCommonWords(content);
  const foreign = new Set(listForeignWords(content));
  const isCommon = (word: string): boolean => isCommonInEnglish(word) || foreign.has(word);
  const namesOfServices = services.flatMap(({ id, name, aliases }) =>
    [name, ...aliases, ...(cues.serviceNames[id] ?? [])].flatMap((alias) => [alias, `${alias}s`]),
  );

  const findArea = (text: string, isLower: boolean) => {
    const fits = (found: Found<{ alias: string; isName: boolean }>): boolean => {
      const written = text.slice(found.from, found.to);
      const isOneWord = !/\s/.test(found.value.alias);
      return (
        isLower ||
        !isOneWord ||
        isOwnItem(text, found) ||
        found.value.isName ||
        /^[\p{Lu}\d.]/u.test(written) === /^[\p{Lu}\d.]/u.test(found.value.alias) ||
        (!isCommon(written.toLowerCase()) && !ORDINARY.test(written))
      );
    };
    const named = areaNames.find(text);
    const isJoined = ({ from }: Span): boolean => named.some(({ to }) => text.slice(to, from) === ' ');
    // Right after another name it's one, however it's written: "azure kubernetes".
    const found = named.filter((one) => fits(one) || isJoined(one));
    return found.sort((a, b) => b.value.alias.length - a.value.alias.length)[0] ?? null;
  };

  const findService = (text: string) => {
    const found = serviceNames.find(text);
    // "They do training" next to the name of a service describes the customer.
    const isNamed = ({ from, to }: Span) => Number(officialNames.find(text.slice(from, to)).length > 0);
    return found.sort((a, b) => isNamed(b) - isNamed(a) || b.to - b.from - (a.to - a.from))[0] ?? null;
  };

  const asking = createPhrases(
    [...cues.requestPhrases, ...cues.wishPhrases].map((phrase) => [phrase, true] as const),
  );
  const isKnownName = createPhrases([...knownNames, ...namesOfServices].map((name) => [name, true] as const));
  const isWord = (word: string): boolean => /^\d+$/u.test(word) || isCommon(word);
  const customers = createCustomerFinder(openNameTagger(content), (name) => {
    const [known] = isKnownName.find(name);
    if (known?.from === 0 && known.to === name.length) return true;
    if (LINK.test(name) || COUNTED.test(name)) return true;
    // Without a capital, everyday words and phrases name nobody: "a refresh of the dashboard".
    const isSmall = /\p{Ll}/u.test(name) && !/[\p{Lu}\p{Lo}]/u.test(name);
    return isSmall && (OF_SENTENCE.test(name) || toWords(name).every(isWord));
  });

  return (typed, mended, nowMs, { asksCustomer = false, serviceId = null } = {}) => {
    // A decomposed letter is two characters, and a name would end in between.
    const text = typed.normalize('NFC');
    const wanted = dropRefused(mended);
    const isForPartnerItself = saysNoCustomer(text);
    const role = roles.find(text)[0];
    const findAnother = (customer: string | null) =>
      findPerson(
        text,
        role,
        (name) =>
          name === customer ||
          isKnownName.find(name)[0]?.from === 0 ||
          readWantedBy(name, nowMs).said !== null,
        isCommon,
      );
    const besideRole = findAnother(null);
    const open = withoutSecrecy(text);
    const found = customers.find(open, { isAsked: asksCustomer });
    const isPerson =
      besideRole !== null && (found.rivals.includes(besideRole.name) || follows(text, role, besideRole));
    const { customer: named, rivals } = isPerson
      ? customers.find(open, { isAsked: asksCustomer, person: besideRole.name })
      : found;
    const isNoName = (name: string): boolean =>
      // "Our own app for barber shops": without a capital letter, it's the audience of the app. A misspelt word counts
      // as known.
      (!/[\p{Lu}\p{Lo}]/u.test(name) && (isForPartnerItself || !mended.includes(name))) ||
      saysOnlyDay(name, nowMs) ||
      (/^[\d.,]+\s?\p{L}+$/u.test(name) && findHours(name) !== null);
    const customer = named === null || isNoName(named.name) ? null : named;
    // "POC for Merrow, PTS please"
    const person = besideRole?.name === customer?.name ? findAnother(customer?.name ?? null) : besideRole;
    const service = findService(wanted) ?? findService(dropRefused(text));
    const own = findFields(hide(text, customer), service?.value ?? serviceId, nowMs);
    const date = readWantedBy([customer, ...own.at].reduce(hide, text), nowMs);
    const anonymous =
      customer === null
        ? wanted
        : wanted.replaceAll(customer.name, 'the customer').replaceAll(/(?:the )+customer/g, 'the customer');
    const area = findArea(spaceScripts(hide(text, customer)), !/\p{Lu}/u.test(text));
    const dropped = findDropped(text);
    const taken = [
      ...dropped,
      ...own.taken,
      ...[customer, person, role, area, service].filter((span) => span !== null && span !== undefined),
      ...locate(text, date.said),
      ...rivals.flatMap((name) => locate(text, name)),
      ...serviceNames.find(text),
      ...asking.find(text),
      ...ours.find(text),
      ...[...text.matchAll(NOT_THIS)].map(({ 0: said, index }) => ({ from: index, to: index + said.length })),
    ];
    return {
      draft: {
        serviceId: service?.value ?? null,
        customer: customer?.name ?? null,
        solutionAreaId: area?.value.id ?? null,
        role: role?.value ?? null,
        person: person?.name ?? null,
        wantedBy: date.day,
        fields: own.values,
        note: findRemainder(text, taken),
        isConfidential: asksForConfidence(text),
        unclear: { customers: rivals, date: date.doubt, fields: own.unclear },
        carried: [],
      },
      isForPartnerItself,
      rivals,
      anonymous,
      drops: dropped.map(({ field }) => field),
    };
  };
}

/**
 * What a message says that was read in English word by word. Names, days and notes come from the words as they were typed,
 * because a reading may put English words into them; what is asked for comes from the reading.
 */
export function joinReadings(typed: DraftRead, english: DraftRead, written: string): DraftRead {
  const [own, read] = [typed.draft, english.draft];
  const asTyped = (name: string | null): string | null =>
    name !== null && written.includes(name) ? name : null;
  const isOpen = typed.rivals.length > 0;
  return {
    draft: {
      serviceId: read.serviceId ?? own.serviceId,
      customer: own.customer ?? (isOpen ? null : asTyped(read.customer)),
      solutionAreaId: own.solutionAreaId ?? read.solutionAreaId,
      role: own.role ?? read.role,
      person: own.person ?? asTyped(read.person),
      wantedBy: own.wantedBy ?? (own.unclear.date === null ? read.wantedBy : null),
      fields: { ...read.fields, ...own.fields },
      note: read.note === null ? null : (own.note ?? written.trim()),
      isConfidential: own.isConfidential || read.isConfidential,
      unclear: {
        customers: typed.rivals,
        date: own.wantedBy === null ? (own.unclear.date ?? read.unclear.date) : null,
        fields: { ...read.unclear.fields, ...own.unclear.fields },
      },
      carried: [],
    },
    isForPartnerItself: typed.isForPartnerItself || english.isForPartnerItself,
    rivals: typed.rivals,
    anonymous: english.anonymous,
    drops: [...new Set([...typed.drops, ...english.drops])],
  };
}

/** "My PTS Lena Fischer", and not one item of a list after another. */
function follows(text: string, role: Span | undefined, name: Span): boolean {
  return role !== undefined && name.from > role.to && !text.slice(role.to, name.from).includes(',');
}

/** "bis 4.12." is a day; "Tuesday Coffee" isn't. */
function saysOnlyDay(name: string, nowMs: number): boolean {
  const { said } = readWantedBy(name, nowMs);
  return said !== null && /\d[./]\d|\p{L}{3}/u.test(said) && !/\p{Lu}|\p{L}{4}/u.test(name.replace(said, ''));
}

/** Names of products that are words of everyday language when they're written small. */
const ORDINARY =
  /^(?:teams?|fabrics?|surfaces?|exchanges?|data|apps?|containers?|synapses?|defenders?|windows|identity|analytics|e3|e5|soc|rag|sap|networking)$/iu;

/** "A POC, fabric, next week": a list names areas however they're written. */
function isOwnItem(text: string, { from, to }: Span): boolean {
  return /[,;|/]\s*$/u.test(text.slice(0, from)) && /^\s*(?:[,;|/.]|$)/u.test(text.slice(to));
}

/** The name that a correction takes back. */
const NOT_THIS = /\b(?:not|instead of|rather than|nicht|statt|pas)\s+(?:for\s+)?\p{Lu}[^,.;!?]{0,60}/giu;

/** "AVDの" is two words: Japanese puts no space between them. */
function spaceScripts(text: string): string {
  return text.replace(/(?<=[A-Za-z0-9])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu, ' ');
}

/** The text with blanks instead of what was already read, so that nothing is read twice and positions stay valid. */
function hide(text: string, span: Span | null): string {
  return span === null
    ? text
    : `${text.slice(0, span.from)}${'_'.repeat(span.to - span.from)}${text.slice(span.to)}`;
}

function locate(text: string, said: string | null): Span[] {
  const from = said === null ? -1 : text.indexOf(said);
  return said === null || from === -1 ? [] : [{ from, to: from + said.length }];
}

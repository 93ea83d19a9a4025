import type { Content, Programme, Service } from '../../knowledge/model/content';
import { createPhrases } from '../../knowledge/search/phrases';
import type { Search } from '../../knowledge/search/search';
import { createEligibility, type Judgement, type RequestReading } from './eligibility';
import { isQuestion } from '../reading/clauses';
import { OPENS_FORM, type Dialogue, type RequestSlots } from '../dialogue';
import {
  EMPTY_DRAFT,
  type Eligibility,
  type FilledForm,
  type FormVerdict,
  type RequestDraft,
} from '../reply';
import type { Clock } from '../../shared/clock';
import type { Need, Needs } from '../replying/needs';
import { unlessBusy } from '../unless-busy';
import type { Safety } from '../reading/safety';
import type { Statements } from '../replying/statements';
import { NEED } from '../thresholds';
import { saysNoCustomer } from './find-customer';
import { dropFields } from './dropped-fields';
import { findNumber } from '../../shared/request-number';
import { findHours } from './find-hours';
import { findOwnWords } from './own-words';
import { toPlainText } from '../plain-text';
import { mergeDrafts, startsAnew } from './merge-drafts';
import { createDraftReader, joinReadings, type DraftRead, type ReadingHints } from './read-draft';
import { createTaskReadings } from './task-readings';

/** How sure it must be which service is meant where none was named. */
const MEANT = { probability: 0.3, likeness: 0.4 };

const withoutCustomer = (draft: RequestDraft): RequestDraft => ({ ...draft, customer: null, wantedBy: null });

export interface RequestRead {
  readonly draft: RequestDraft;
  readonly eligibility: Eligibility;
}

export interface RequestReader {
  /**
   * What a message, with the earlier ones of its dialogue, asks for, and whether that may start. `given`: what is known of
   * it and isn't read here.
   */
  read(text: string, dialogue: Dialogue, given?: Partial<RequestSlots>): Promise<RequestRead>;
  /** Whether a filled-in form may be sent: what its free text asks for counts as much as its fields. */
  judgeForm(form: FilledForm): Promise<FormVerdict>;
  /** The refusal of words that may report a vulnerability and so must not be kept; null where they may. */
  findReport(words: string): Promise<Eligibility | null>;
  /** The refusal of a report; null if the content refuses none. */
  refuseReport(): Eligibility | null;
  /** Whether anything in the words speaks for a report, even where {@link findReport} finds none. */
  resemblesReport(words: string): Promise<boolean>;
  /** Whether words may describe a vulnerability in anybody's product. */
  describeVulnerability(words: string): Promise<boolean>;
  /** What one message says, without the search. */
  readDraft(text: string, hints?: DraftHints): DraftRead;
}

export interface DraftHints extends ReadingHints {
  /** The message as it was typed, where the text is its reading in English. */
  readonly written?: string | undefined;
}

export function createRequestReader(
  content: Content,
  search: Search,
  statements: Statements,
  safety: Safety,
  clock: Clock,
  needs: Pick<Needs, 'find'>,
): RequestReader {
  const parts = gather(content, search, statements, safety, clock, needs);
  const { readings } = parts;
  return {
    readDraft: (text, hints) => readDraft(parts, text, clock.nowMs(), hints),
    read: (text, dialogue, given) => read(parts, text, dialogue, given),
    judgeForm: (form) => judgeForm(parts, form),
    findReport: (words) => findReport(parts, words),
    refuseReport: () => refuseReport(parts),
    resemblesReport: (words) => readings.describeVulnerability(words, 'slight'),
    describeVulnerability: (words) => readings.describeVulnerability(words),
  };
}

type Parts = ReturnType<typeof gather>;

function gather(
  content: Content,
  search: Search,
  statements: Statements,
  safety: Safety,
  clock: Clock,
  needs: Pick<Needs, 'find'>,
) {
  const readOne = createDraftReader(content);
  const services = new Map(content.services.map((service) => [service.id, service]));
  const { judge, findPlace } = createEligibility(content);
  const readings = createTaskReadings(content, search, safety);
  const exceptions = createPhrases(
    content.rules.flatMap((rule) => rule.exceptions.map((name) => [name, rule.id] as const)),
  );
  const motionOf = new Map(content.programmes.map(({ id, motion }) => [id, motion]));
  const programmesOf = new Map(content.services.map(({ id, programmes }) => [id, programmes]));
  /** The reasons by which a report of a vulnerability is refused. */
  const reportReasons = Object.entries(content.cues.refusedBy).flatMap(([reason, topics]) =>
    topics.some((topic) => topic === content.cues.safety.vulnerability?.topic) ? [reason] : [],
  );
  /** The services by the entries that are about them. */
  const serviceOf = new Map(
    content.entries.flatMap(({ id, title, programme }) => {
      const service = content.services.find(
        ({ name, stored, programmes }) =>
          stored && title.includes(name) && programmes.includes(programme ?? ''),
      );
      return service === undefined ? [] : [[id, service.id] as const];
    }),
  );
  return {
    readOne,
    search,
    exceptions,
    programmesOf,
    motionOf,
    statements,
    content,
    serviceOf,
    services,
    readings,
    needs,
    clock,
    findPlace,
    judge,
    reportReasons,
  };
}

function readDraft(
  { readOne, search }: Parts,
  text: string,
  atMs: number,
  { written, ...hints }: DraftHints = {},
): DraftRead {
  const english = readOne(text, search.mend(text), atMs, hints);
  if (written === undefined) return english;
  const own = toOwn(written);
  return joinReadings(readOne(own, own, atMs, hints), english, own);
}

function findExcepted({ exceptions }: Parts, text: string): ReadonlySet<string> {
  return new Set(exceptions.find(text).map(({ value }) => value));
}

/** Offered to the partner for itself and never with a customer: then an earlier request's customer is not meant. */
function isForSelfOnly({ programmesOf, motionOf }: Parts, service: string | null): boolean {
  const motions = (programmesOf.get(service ?? '') ?? []).map((programme) => motionOf.get(programme));
  return motions.length > 0 && motions.every((motion) => motion === 'own' || motion === 'build-with');
}

function toEligibility(
  { statements, content }: Parts,
  { eligible, reason, rule, door }: Judgement,
): Eligibility {
  return {
    eligible,
    reason,
    rule: rule === null ? null : (statements.findRule(rule) ?? null),
    door: statements.findDoor(door ?? undefined),
    explanation: content.reasons.find(({ id }) => id === reason)?.explanation ?? '',
  };
}

/** Why a request is in scope, in the words of the list that says so; the content's words alone. */
function describeScope(
  { content }: Parts,
  place: Programme | undefined,
  service: Service | undefined,
): string | null {
  if (place === undefined || service === undefined) return null;
  const rule = content.rules.find(({ programme, side }) => programme === place.id && side === 'is');
  const because = rule === undefined ? '' : ` Rule: “${rule.text}”.`;
  return `In scope for the ${place.name}, which offers “${service.name}”.${because}`;
}

/** What is asked for without the service's name: "we'd like to try that out together with an architect". */
function findMeantService(
  { serviceOf, services }: Parts,
  read: readonly RequestReading[],
  named: readonly string[],
): string | null {
  const fits = read.flatMap(({ candidates }) =>
    candidates.slice(0, 1).flatMap(({ unit, probability, likeness }) => {
      const service = serviceOf.get(unit.id);
      const isOffered =
        named.length === 0 ||
        services.get(service ?? '')?.programmes.some((id) => named.includes(id)) === true;
      const isSure = probability >= MEANT.probability && likeness >= MEANT.likeness;
      return service !== undefined && isOffered && isSure ? [{ service, probability }] : [];
    }),
  );
  return fits.sort((one, other) => other.probability - one.probability)[0]?.service ?? null;
}

/** What is known so far, with what the next message says of it. */
function add(
  parts: Parts,
  before: RequestDraft,
  said: string,
  { draft: next, drops }: DraftRead,
  text: string,
) {
  if (startsAnew(before, next, text)) return next;
  const isForSelf = isForSelfOnly(parts, next.serviceId) || (next.customer === null && saysNoCustomer(text));
  const left = isForSelf ? withoutCustomer(before) : before;
  return mergeDrafts(dropFields(left, drops), next, said);
}

/** Turns that may describe a vulnerability that the recogniser missed. Nothing from them goes into a form. */
function findWary({ readings }: Parts, { turns }: Dialogue): Promise<readonly boolean[]> {
  return Promise.all(
    turns.map(
      async ({ text }) => (await unlessBusy(readings.describeVulnerability(text, 'slight'))) !== false,
    ),
  );
}

function readEarlier(parts: Parts, { turns }: Dialogue, isWary: readonly boolean[]) {
  const earlier: DraftRead[] = [];
  let [draft, said] = [EMPTY_DRAFT, ''];
  for (const [at, turn] of turns.entries()) {
    const { text, written = text } = turn;
    const hints = { written: turn.written, serviceId: draft.serviceId };
    const read = readDraft(parts, toOwn(text), turn.atMs, hints);
    earlier.push(read);
    const whole = withOffered(withoutOther(withoutAskedFor(read.draft, text), turn), turns, at);
    const unsure = isWary[at] === true ? { ...whole, note: null } : whole;
    draft = add(parts, draft, said, { ...read, draft: unsure }, text);
    said = written;
  }
  return { draft, said, earlier };
}

/** Why a request may not be in scope, for the people who decide. */
function describeScopeDoubt(parts: Parts, judgement: Judgement): string {
  const { rule, explanation } = toEligibility(parts, judgement);
  return rule === null
    ? `May not be in scope: ${explanation}`
    : `May not be in scope (${rule.programme}, “${rule.text}”): ${explanation}`;
}

/** The need that a text surely tells and a door is for. */
async function findSupported({ search, needs }: Parts, text: string): Promise<Need | null> {
  const [ranking] = await search.rank([{ text, carried: [] }]);
  const need = ranking?.need ? needs.find([ranking.need]) : null;
  return need?.row.verdict === 'in' && need.probability >= NEED.supported ? need : null;
}

/** Whether a door is for this need, or for this named service and customer. */
function isSupported(need: Need | null, { serviceId, customer }: RequestDraft): boolean {
  if (need === null) return false;
  return need.fact < NEED.mostFact || (customer !== null && need.row.service === serviceId);
}

async function read(
  parts: Parts,
  text: string,
  dialogue: Dialogue,
  given: Partial<RequestSlots> = {},
): Promise<RequestRead> {
  const { clock, search, findPlace, readings, judge, services } = parts;
  const { draft: before, said, earlier } = readEarlier(parts, dialogue, await findWary(parts, dialogue));
  const asksCustomer = before.serviceId !== null && before.customer === null;
  const readNow = (known: string | null) =>
    readDraft(parts, text, clock.nowMs(), { asksCustomer, written: dialogue.written, serviceId: known });
  const drawUp = (read: DraftRead) => takeOver(add(parts, before, said, read, text), given);
  const now = readNow(given.serviceId ?? before.serviceId);
  const draft = drawUp(now);
  // "There is a customer after all" takes back that there's none.
  const isForPartnerItself =
    now.isForPartnerItself ||
    (now.draft.customer === null && earlier.some((turn) => turn.isForPartnerItself));
  // A service that is named now stands for itself, whatever programmes were mentioned before.
  const own = search.findProgrammes(text);
  const standsAlone = own.length > 0 || now.draft.serviceId !== null;
  const named = standsAlone ? own : search.findProgrammes(listRequestTexts(dialogue, earlier).join('\n'));
  // "By Friday" asks for what the message before it asked for.
  const isFiller = now.draft.serviceId === null && now.draft.note === null;
  const asked = isFiller ? earlier.findLast((one) => one.draft.serviceId !== null) : undefined;
  const task = asked?.anonymous ?? now.anonymous;
  const ofMessage = (serviceId: string | null) => {
    const facts = { serviceId, isForPartnerItself, programmes: named };
    const at = {
      place: findPlace(facts),
      namesService: now.draft.serviceId !== null || asked !== undefined,
    };
    return readings.ofMessage(task, named, at);
  };
  const read = await ofMessage(draft.serviceId);
  const need = await findSupported(parts, now.anonymous);
  const ofNeed = need !== null && named.length === 0 ? (need.row.service ?? null) : null;
  const serviceId = draft.serviceId ?? findMeantService(parts, read, named) ?? ofNeed;
  const facts = { serviceId, isForPartnerItself, programmes: named };
  const judgement = judge({
    ...facts,
    hasCustomer: draft.customer !== null,
    hours: findHours(text),
    excepted: findExcepted(parts, text),
    isSupported: isSupported(need, draft),
    // A door that stores no requests isn't a service, so naming it proves nothing.
    isNamed: draft.customer !== null && services.get(draft.serviceId ?? '')?.stored === true,
    readings: read,
  });
  // A service that nobody named has fields of its own, too.
  const isMeant = judgement.serviceId !== null && draft.serviceId === null;
  const whole = isMeant ? drawUp(readNow(judgement.serviceId)) : draft;
  return {
    draft: { ...whole, serviceId: judgement.serviceId },
    eligibility: toEligibility(parts, judgement),
  };
}

async function judgeForm(
  parts: Parts,
  { serviceId, motion, customer, details }: FilledForm,
): Promise<FormVerdict> {
  const { services, content, judge, readings, reportReasons } = parts;
  const service = services.get(serviceId);
  const place = content.programmes.find(
    (programme) => programme.motion === motion && service?.programmes.includes(programme.id),
  );
  const named = place === undefined ? [] : [place.id];
  const said = details === null ? null : withoutName(details, customer);
  const judgement = judge({
    serviceId,
    hasCustomer: customer !== null,
    isForPartnerItself: customer === null,
    programmes: named,
    hours: said === null ? null : findHours(said),
    excepted: findExcepted(parts, said ?? ''),
    isSupported: false,
    isNamed: false,
    readings: said === null ? [] : await readings.ofForm(said, named),
  });
  return {
    eligibility: toEligibility(parts, judgement),
    scope: judgement.eligible ? describeScope(parts, place, service) : describeScopeDoubt(parts, judgement),
    confidential: reportReasons.includes(judgement.reason),
  };
}

async function findReport(parts: Parts, words: string): Promise<Eligibility | null> {
  return (await parts.readings.describeVulnerability(words)) ? refuseReport(parts) : null;
}

function refuseReport(parts: Parts): Eligibility | null {
  const { reportReasons, content } = parts;
  const [reason] = reportReasons;
  if (reason === undefined) return null;
  const door = content.reasons.find(({ id }) => id === reason)?.door ?? null;
  return toEligibility(parts, { eligible: false, reason, rule: null, door, serviceId: null });
}

function toOwn(text: string): string {
  return toPlainText(findOwnWords(text));
}

/** A given value needs no question, and the source that the other reading noted for it is wrong. */
function takeOver(draft: RequestDraft, given: Partial<RequestSlots>): RequestDraft {
  const isOther = (field: string): boolean =>
    field in given && given[field as keyof RequestSlots] !== draft[field as keyof RequestSlots];
  const { customers, date, fields } = draft.unclear;
  // A day that fills a field of the service isn't the preferred day as well.
  const isOwnDay = draft.wantedBy === null && Object.values(draft.fields).includes(given.wantedBy ?? '');
  return {
    ...draft,
    ...given,
    ...(isOwnDay && { wantedBy: null }),
    unclear: {
      customers: given.customer === undefined ? customers : [],
      date: given.wantedBy === undefined ? date : null,
      fields,
    },
    carried: draft.carried.filter(({ field }) => !isOther(field)),
  };
}

/**
 * Messages about the request itself: questions in between are about something else. All messages if nothing was
 * requested yet.
 */
function listRequestTexts({ turns }: Dialogue, earlier: readonly DraftRead[]): readonly string[] {
  const requests = turns.filter(
    ({ text }, at) => typeof earlier[at]?.draft.serviceId === 'string' && !isQuestion(text),
  );
  return (requests.length > 0 ? requests : turns).map(({ text }) => text);
}

/** The message right after a card that offers a request answers that card. */
function withOffered(draft: RequestDraft, turns: Dialogue['turns'], at: number): RequestDraft {
  const isAnswered = turns.slice(at + 1).every(({ topic }) => topic === OPENS_FORM);
  return isAnswered ? { ...draft, serviceId: draft.serviceId ?? turns[at]?.offersService ?? null } : draft;
}

/**
 * Only messages about the request itself describe it. The form lists the others, so that the person can leave them out.
 */
function withoutOther(draft: RequestDraft, turn: Dialogue['turns'][number]): RequestDraft {
  if (findNumber(turn.text) !== undefined) return EMPTY_DRAFT;
  return turn.topic === OPENS_FORM || turn.offersService !== undefined ? draft : { ...draft, note: null };
}

/** Someone who asks for a person wants to know who that is, and hasn't chosen a recipient yet. */
function withoutAskedFor(draft: RequestDraft, text: string): RequestDraft {
  return isQuestion(text) ? { ...draft, role: null, person: null, note: null } : draft;
}

/** The task doesn't depend on the customer. */
function withoutName(text: string, name: string | null): string {
  return name === null ? text : text.replaceAll(name, 'the customer');
}

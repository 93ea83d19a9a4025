import type { Content, Programme, Service } from '../../knowledge/content';
import { createPhrases } from '../../knowledge/search/phrases';
import type { Search } from '../../knowledge/search/search';
import { createEligibility, type Judgement } from '../../scope/eligibility';
import { isQuestion } from '../clauses';
import type { Dialogue } from '../dialogue';
import type { Eligibility, FilledForm, FormVerdict, RequestDraft } from '../reply';
import type { Clock } from '../../shared/clock';
import type { Needs } from '../needs';
import type { Safety } from '../safety';
import type { Statements } from '../statements';
import { NEED } from '../thresholds';
import { findHours } from './find-hours';
import { createDraftReader, mergeDrafts, type DraftRead } from './read-draft';
import { createTaskReadings } from './task-readings';

const withoutCustomer = (draft: RequestDraft): RequestDraft => ({ ...draft, customer: null, wantedBy: null });

export interface RequestRead {
  readonly draft: RequestDraft;
  readonly eligibility: Eligibility;
}

export interface RequestReader {
  /** What a message, with the earlier ones of its dialogue, asks for, and whether that may start. */
  read(text: string, dialogue: Dialogue): Promise<RequestRead>;
  /** Whether a filled-in form may be sent: what its free text asks for counts as much as its fields. */
  judgeForm(form: FilledForm): Promise<FormVerdict>;
  /** The refusal of words that may report a vulnerability and so must not be kept; null where they may. */
  findReport(words: string): Promise<Eligibility | null>;
  /** What one message says, without the search. */
  readDraft(text: string): DraftRead;
}

export function createRequestReader(
  content: Content,
  search: Search,
  statements: Statements,
  safety: Safety,
  clock: Clock,
  needs: Pick<Needs, 'find'>,
): RequestReader {
  const readDraft = createDraftReader(content);

  const services = new Map(content.services.map((service) => [service.id, service]));

  const { judge, findPlace } = createEligibility(content);
  const readings = createTaskReadings(content, search, safety);
  const exceptions = createPhrases(
    content.rules.flatMap((rule) => rule.exceptions.map((name) => [name, rule.id] as const)),
  );
  const findExcepted = (text: string): ReadonlySet<string> =>
    new Set(exceptions.find(text).map(({ value }) => value));

  const motionOf = new Map(content.programmes.map(({ id, motion }) => [id, motion]));
  const programmesOf = new Map(content.services.map(({ id, programmes }) => [id, programmes]));
  /** Offered to the partner for itself and never with a customer: then an earlier request's customer is not meant. */
  const isForSelfOnly = (service: string | null): boolean => {
    const motions = (programmesOf.get(service ?? '') ?? []).map((programme) => motionOf.get(programme));
    return motions.length > 0 && motions.every((motion) => motion === 'own' || motion === 'build-with');
  };

  /** The reasons by which a report of a vulnerability is refused. */
  const reportReasons = Object.entries(content.cues.refusedBy).flatMap(([reason, topics]) =>
    topics.some((topic) => topic === content.cues.safety.vulnerability?.topic) ? [reason] : [],
  );

  const toEligibility = ({ eligible, reason, rule, door }: Judgement): Eligibility => ({
    eligible,
    reason,
    rule: rule === null ? null : (statements.findRule(rule) ?? null),
    door: statements.findDoor(door ?? undefined),
    explanation: content.reasons.find(({ id }) => id === reason)?.explanation ?? '',
  });

  /** Why a request is in scope, in the words of the list that says so; the content's words alone. */
  const describeScope = (place: Programme | undefined, service: Service | undefined): string | null => {
    if (place === undefined || service === undefined) return null;
    const rule = content.rules.find(({ programme, side }) => programme === place.id && side === 'is');
    const because = rule === undefined ? '' : `“${rule.text}”, and `;
    return `In scope of the ${place.name}: ${because}“${service.name}” is one of its services.`;
  };

  /** Why a request may not be in scope, for the people who decide. */
  const describeDoubt = (judgement: Judgement): string => {
    const { rule, explanation } = toEligibility(judgement);
    return rule === null
      ? `May not be in scope: ${explanation}`
      : `May not be in scope (${rule.programme}, “${rule.text}”): ${explanation}`;
  };

  /** Whether the need that is told, or a named service for a named customer, is what a door is for. */
  const isSupported = async (text: string, { serviceId, customer }: RequestDraft): Promise<boolean> => {
    const [ranking] = await search.rank([{ text, carried: [] }]);
    const need = ranking?.need ? needs.find([ranking.need]) : null;
    if (need?.row.verdict !== 'in' || need.probability < NEED.supported) return false;
    return need.fact < NEED.mostFact || (customer !== null && need.row.service === serviceId);
  };

  return {
    readDraft: (text) => readDraft(text, search.mend(text), clock.nowMs()),
    async read(text, dialogue) {
      const now = readDraft(text, search.mend(text), clock.nowMs());
      const earlier = dialogue.turns.map((turn) => readDraft(turn.text, search.mend(turn.text), turn.atMs));
      const before = earlier.map(({ draft }, at) => withoutAskedFor(draft, dialogue.turns[at]?.text ?? ''));
      const drafts = [...before, now.draft];
      const draft = drafts.reduce((before, next) =>
        mergeDrafts(isForSelfOnly(next.serviceId) ? withoutCustomer(before) : before, next),
      );
      const isForPartnerItself = now.isForPartnerItself || earlier.some((turn) => turn.isForPartnerItself);
      // A service that is named now stands for itself: which programmes were spoken of before says nothing about it.
      const own = search.findProgrammes(text);
      const standsAlone = own.length > 0 || now.draft.serviceId !== null;
      const named = standsAlone
        ? own
        : search.findProgrammes(dialogue.turns.map((turn) => turn.text).join('\n'));
      const facts = { serviceId: draft.serviceId, isForPartnerItself, programmes: named };
      const judgement = judge({
        ...facts,
        hasCustomer: draft.customer !== null,
        hours: findHours(text),
        excepted: findExcepted(text),
        isSupported: await isSupported(now.anonymous, draft),
        readings: await readings.ofMessage(now.anonymous, named, {
          place: findPlace(facts),
          namesService: now.draft.serviceId !== null,
        }),
      });
      return { draft: { ...draft, serviceId: judgement.serviceId }, eligibility: toEligibility(judgement) };
    },
    async judgeForm({ serviceId, motion, customer, details }) {
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
        excepted: findExcepted(said ?? ''),
        isSupported: false,
        readings: said === null ? [] : await readings.ofForm(said, named),
      });
      return {
        eligibility: toEligibility(judgement),
        scope: judgement.eligible ? describeScope(place, service) : describeDoubt(judgement),
        confidential: reportReasons.includes(judgement.reason),
      };
    },
    async findReport(words) {
      const [reason] = reportReasons;
      if (reason === undefined || !(await readings.reportVulnerability(words))) return null;
      const door = content.reasons.find(({ id }) => id === reason)?.door ?? null;
      return toEligibility({ eligible: false, reason, rule: null, door, serviceId: null });
    },
  };
}

/** Who asks for a person wants to know them, and has not chosen yet who is to get a request. */
function withoutAskedFor(draft: RequestDraft, text: string): RequestDraft {
  return isQuestion(text) ? { ...draft, role: null, person: null } : draft;
}

/** What is asked does not depend on for whom. */
function withoutName(text: string, name: string | null): string {
  return name === null ? text : text.replaceAll(name, 'the customer');
}

import type { Content, Programme, Service } from '../../knowledge/content';
import { listUnits } from '../../knowledge/search/examples';
import type { Candidate } from '../../knowledge/search/index';
import type { Search } from '../../knowledge/search/search';
import { createEligibility, type Judgement } from '../../scope/eligibility';
import type { Dialogue } from '../dialogue';
import type { Eligibility, FilledForm, FormVerdict, RequestDraft } from '../reply';
import type { Clock } from '../../shared/clock';
import type { Safety } from '../safety';
import type { Statements } from '../statements';
import { findHours } from './find-hours';
import { createDraftReader, mergeDrafts, type DraftRead } from './read-draft';

const MAX_SENTENCES = 4;
/** Of a form's free text, which may be a page long, as many sentences are read. */
const MAX_FORM_SENTENCES = 16;
/**
 * What a description must look like to be taken for something that a rule refuses. Higher than for a sentence that asks:
 * a service was chosen, and who describes a customer names outages, trainings and roll-outs in passing. A form that is
 * let through wrongly costs a decline by a person; one that is refused wrongly costs the request.
 */
const SURE = { probability: 0.8, likeness: 0.54 };

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
  /** What one message says, without the search. */
  readDraft(text: string): DraftRead;
}

export function createRequestReader(
  content: Content,
  search: Search,
  statements: Statements,
  safety: Safety,
  clock: Clock,
): RequestReader {
  const readDraft = createDraftReader(content);
  const units = new Map(listUnits(content).map((unit) => [unit.topic, unit]));

  const services = new Map(content.services.map((service) => [service.id, service]));

  const judge = createEligibility(content);

  const motionOf = new Map(content.programmes.map(({ id, motion }) => [id, motion]));
  const programmesOf = new Map(content.services.map(({ id, programmes }) => [id, programmes]));
  /** Offered to the partner for itself and never with a customer: then an earlier request's customer is not meant. */
  const isForSelfOnly = (service: string | null): boolean => {
    const motions = (programmesOf.get(service ?? '') ?? []).map((programme) => motionOf.get(programme));
    return motions.length > 0 && motions.every((motion) => motion === 'own' || motion === 'build-with');
  };

  /** What a request may run into, read as a whole and sentence by sentence: a list of candidates a reading. */
  const readCandidates = async (
    text: string,
    programmes: readonly string[],
    maxSentences: number,
  ): Promise<(readonly Candidate[])[]> => {
    const vulnerability = safety.findVulnerability(text);
    const found = vulnerability === null ? undefined : units.get(vulnerability);
    if (found !== undefined) return [[{ topic: found.topic, unit: found, probability: 1, likeness: 1 }]];
    const sentences = text.split(/(?<=[.?!;])\s+/).filter((sentence) => sentence.split(/\s+/).length >= 2);
    const texts = sentences.length > 1 ? [text, ...sentences.slice(0, maxSentences)] : [text];
    const rankings = await search.rank(texts.map((part) => ({ text: part, carried: programmes })));
    return rankings.map(({ candidates }) => candidates);
  };

  /** A report of a vulnerability must not be stored: what is more likely one than not is taken for one. */
  const takeSure = (candidate: Candidate): Candidate[] => {
    const { topic, probability, likeness } = candidate;
    if (topic === content.cues.safety.vulnerability?.topic && probability >= 0.5)
      return [{ ...candidate, likeness: 1 }];
    return probability >= SURE.probability && likeness >= SURE.likeness ? [candidate] : [];
  };

  /** The likeliest reading of each topic. */
  const findCandidates = async (text: string, programmes: readonly string[]): Promise<Candidate[]> => {
    const byTopic = new Map<string, Candidate>();
    for (const candidate of (await readCandidates(text, programmes, MAX_SENTENCES)).flat()) {
      const known = byTopic.get(candidate.topic);
      if (known === undefined || candidate.probability > known.probability)
        byTopic.set(candidate.topic, candidate);
    }
    return [...byTopic.values()].sort((a, b) => b.probability - a.probability);
  };

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

  return {
    readDraft: (text) => readDraft(text, search.mend(text), clock.nowMs()),
    async read(text, dialogue) {
      const now = readDraft(text, search.mend(text), clock.nowMs());
      const earlier = dialogue.turns.map((turn) => readDraft(turn.text, search.mend(turn.text), turn.atMs));
      const drafts = [...earlier, now].map(({ draft }) => draft);
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
      const judgement = judge({
        serviceId: draft.serviceId,
        hasCustomer: draft.customer !== null,
        isForPartnerItself,
        programmes: named,
        hours: findHours(text),
        candidates: await findCandidates(now.anonymous, named),
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
      const readings = said === null ? [[]] : await readCandidates(said, named, MAX_FORM_SENTENCES);
      const judgements = readings.map((candidates) =>
        judge({
          serviceId,
          hasCustomer: customer !== null,
          isForPartnerItself: customer === null,
          programmes: named,
          hours: said === null ? null : findHours(said),
          candidates: candidates.flatMap(takeSure),
        }),
      );
      const judgement = judgements.find(({ eligible }) => !eligible) ?? judgements[0];
      if (judgement === undefined) throw new Error('A form was read in no way at all.');
      const report = content.cues.safety.vulnerability?.topic;
      const isReport = (content.cues.refusedBy[judgement.reason] ?? []).some((topic) => topic === report);
      return {
        eligibility: toEligibility(judgement),
        scope: describeScope(place, service),
        confidential: isReport,
      };
    },
  };
}

/** What is asked does not depend on for whom. */
function withoutName(text: string, name: string | null): string {
  return name === null ? text : text.replaceAll(name, 'the customer');
}

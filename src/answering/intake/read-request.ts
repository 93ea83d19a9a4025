import type { Content } from '../../knowledge/content';
import { listUnits } from '../../knowledge/search/examples';
import type { Candidate } from '../../knowledge/search/index';
import type { Search } from '../../knowledge/search/search';
import { createEligibility } from '../../scope/eligibility';
import type { Dialogue } from '../dialogue';
import type { Eligibility, RequestDraft } from '../reply';
import type { Clock } from '../../shared/clock';
import type { Safety } from '../safety';
import type { Statements } from '../statements';
import { findHours } from './find-hours';
import { createDraftReader, mergeDrafts, type DraftRead } from './read-draft';

const MAX_SENTENCES = 4;

const withoutCustomer = (draft: RequestDraft): RequestDraft => ({ ...draft, customer: null, wantedBy: null });

export interface RequestRead {
  readonly draft: RequestDraft;
  readonly eligibility: Eligibility;
}

export interface RequestReader {
  /** What a message, with the earlier ones of its dialogue, asks for, and whether that may start. */
  read(text: string, dialogue: Dialogue): Promise<RequestRead>;
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

  const judge = createEligibility(content);

  const motionOf = new Map(content.programmes.map(({ id, motion }) => [id, motion]));
  const programmesOf = new Map(content.services.map(({ id, programmes }) => [id, programmes]));
  /** Offered to the partner for itself and never with a customer: then an earlier request's customer is not meant. */
  const isForSelfOnly = (service: string | null): boolean => {
    const motions = (programmesOf.get(service ?? '') ?? []).map((programme) => motionOf.get(programme));
    return motions.length > 0 && motions.every((motion) => motion === 'own' || motion === 'build-with');
  };

  /** What a request may run into: read as a whole and sentence by sentence, the likeliest reading of each topic. */
  const findCandidates = async (text: string, programmes: readonly string[]): Promise<Candidate[]> => {
    const vulnerability = safety.findVulnerability(text);
    const found = vulnerability === null ? undefined : units.get(vulnerability);
    if (found !== undefined) return [{ topic: found.topic, unit: found, probability: 1, likeness: 1 }];
    const sentences = text.split(/(?<=[.?!;])\s+/).filter((sentence) => sentence.split(/\s+/).length >= 2);
    const texts = sentences.length > 1 ? [text, ...sentences.slice(0, MAX_SENTENCES)] : [text];
    const rankings = await search.rank(texts.map((part) => ({ text: part, carried: programmes })));
    const byTopic = new Map<string, Candidate>();
    for (const candidate of rankings.flatMap(({ candidates }) => candidates)) {
      const known = byTopic.get(candidate.topic);
      if (known === undefined || candidate.probability > known.probability)
        byTopic.set(candidate.topic, candidate);
    }
    return [...byTopic.values()].sort((a, b) => b.probability - a.probability);
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
      const door = statements.findDoor(judgement.door ?? undefined);
      const reason = content.reasons.find(({ id }) => id === judgement.reason);
      return {
        draft: { ...draft, serviceId: judgement.serviceId },
        eligibility: {
          eligible: judgement.eligible,
          reason: judgement.reason,
          rule: judgement.rule === null ? null : (statements.findRule(judgement.rule) ?? null),
          door,
          explanation: reason?.explanation ?? '',
        },
      };
    },
  };
}

import type { Content } from '../../knowledge/content';
import type { Ranking, Search } from '../../knowledge/search/search';
import { createEligibility } from '../../scope/eligibility';
import type { Dialogue } from '../dialogue';
import type { Eligibility, RequestDraft } from '../reply';
import type { Statements } from '../statements';
import { createDraftReader, mergeDrafts, type DraftRead } from './read-draft';

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

export function createRequestReader(content: Content, search: Search, statements: Statements): RequestReader {
  const readDraft = createDraftReader(content);
  const judge = createEligibility(content);

  const rank = async (read: DraftRead, programmes: readonly string[]): Promise<Ranking | undefined> => {
    const [ranking] = await search.rank([{ text: read.anonymous, carried: programmes }]);
    return ranking;
  };

  return {
    readDraft: (text) => readDraft(text, search.mend(text)),
    async read(text, dialogue) {
      const now = readDraft(text, search.mend(text));
      const earlier = dialogue.turns.map((turn) => readDraft(turn.text, search.mend(turn.text)));
      const drafts = [...earlier, now].map(({ draft }) => draft);
      const draft = drafts.reduce(mergeDrafts);
      const isForPartnerItself = now.isForPartnerItself || earlier.some((turn) => turn.isForPartnerItself);
      const named = search.findProgrammes([...dialogue.turns.map((turn) => turn.text), text].join('\n'));
      const ranking = await rank(now, named);
      const judgement = judge({
        serviceId: draft.serviceId,
        hasCustomer: draft.customer !== null,
        isForPartnerItself,
        programmes: named,
        candidates: ranking?.candidates ?? [],
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

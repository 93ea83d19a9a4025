/** Does what somebody said about a request that they didn't name, or asks which one they mean. */
import { isFormOpen } from '../../answering/dialogue';
import { OPEN_STATES, STATES } from '../../engagement/request';
import type { RequestView } from '../../engagement/reading/view';
import { nameKey } from '../../shared/names';
import type { NumberedCommand } from '../typed/typed-commands';
import type { Deed } from '../typed/spoken-deeds';
import type { ConversationDependencies } from '../dependencies';
import { createDialogueMemory } from '../dialogue-memory';
import { send } from '../answers/replies';
import type { Outgoing } from '../message';
import { refuseReport } from '../refuse-report';
import type { Turn } from '../turn';
import { eventsBehind, type RequestVerb } from './changes';
import type { RequestTurns } from './requests';
import type { StepOffers } from './step-offers';
import type { WhichRequest } from './which-request';

const LOOKED_THROUGH = 50;

export function createDeeds(
  deps: Pick<
    ConversationDependencies,
    'desk' | 'answerer' | 'store' | 'database' | 'clock' | 'dialogueLifeMs'
  >,
  {
    requests,
    which,
    steps,
    run,
  }: {
    readonly requests: RequestTurns;
    readonly steps: StepOffers;
    readonly which: WhichRequest;
    readonly run: (turn: Turn, command: NumberedCommand) => Promise<readonly Outgoing[]>;
  },
) {
  const { desk, answerer } = deps;
  const memory = createDialogueMemory(deps);

  /** The person's requests that it can be done with now, the latest change first. */
  async function findCandidates(turn: Turn, verb: RequestVerb): Promise<readonly RequestView[]> {
    const by = await turn.identify();
    const options = { states: verb === 'reopen' ? STATES : OPEN_STATES, limit: LOOKED_THROUGH };
    const queues = verb === 'claim' ? await desk.listQueues(by) : [];
    const pages = await Promise.all([
      desk.listMine(by, options),
      desk.listOwned(by, options),
      ...queues.map(({ id }) => desk.listQueue(by, id, options)),
    ]);
    const found = pages.flatMap((page) => ('requests' in page ? page.requests : []));
    const events = eventsBehind(verb);
    const fits = (request: RequestView) =>
      verb === 'nudge'
        ? request.audience === 'requester' && request.canBeNudged
        : events.some((event) => request.possible.includes(event));
    const unique = new Map(found.filter(fits).map((request) => [request.id, request]));
    return [...unique.values()].toSorted((one, other) => other.updatedAtMs - one.updatedAtMs);
  }

  async function perform(turn: Turn, { verb, words }: Deed, request: RequestView) {
    const { number } = request;
    switch (verb) {
      // What somebody else will read is shown before it's sent.
      case 'ask':
      case 'note': {
        const isAnswer =
          verb === 'note' && request.possible.includes('answer') && request.audience === 'requester';
        return requests.openForm(turn, isAnswer ? 'answer' : verb, number, { text: words });
      }
      case 'complete':
        return requests.openForm(turn, 'complete', number, { text: words });
      default:
        return run(turn, { verb, number, rest: words });
    }
  }

  return {
    findCandidates,

    /** Offers it for the one possible request; null if there are several, or none. */
    async offerOnly(turn: Turn, verb: RequestVerb): Promise<readonly Outgoing[] | null> {
      const [only, ...others] = await findCandidates(turn, verb);
      if (only === undefined || others.length > 0) return null;
      return steps.offer(turn, { kind: 'step', verb, number: only.number, words: '' });
    },

    /** Null where the person has no request that it can mean: then the words mean something else. */
    async answer(turn: Turn, deed: Deed): Promise<readonly Outgoing[] | null> {
      // A date that is changed while a form is open is the form's.
      if (deed.verb === 'reschedule' && isFormOpen(await memory.recall(turn.place))) return null;
      const candidates = (await findCandidates(turn, deed.verb)).filter((request) =>
        deed.whom === null ? true : isOn(request, deed.whom),
      );
      const [only, ...others] = candidates;
      if (only === undefined) return null;
      if (others.length === 0) return perform(turn, deed, only);
      // What is offered is kept until one is chosen.
      const refusal = await refuseReport(answerer, { text: deed.words }, turn.words);
      if (refusal !== null) return [send(refusal)];
      const verb = turn.words.verbs[deed.verb];
      const question = turn.words.requestList.whichOne;
      const toCommand = (number: string) => [verb, number, deed.words].filter(Boolean).join(' ');
      return [await which.ask(turn, question, candidates, toCommand)];
    },
  };
}

/** Whether that name, or a part of it, is the name of somebody on the request. */
export function isOn({ owner, assigned, requesterName, audience }: RequestView, called: string): boolean {
  const people = audience === 'requester' ? [owner?.name, assigned?.name] : [requesterName];
  const wanted = nameKey(called).split(' ');
  return people.some((name) => {
    const parts = nameKey(name ?? '').split(' ');
    return wanted.every((word) => parts.includes(word));
  });
}

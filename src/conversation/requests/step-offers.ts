/** Offers a step if somebody's words are about it but don't ask for it outright. Nothing happens without a press. */
import type { Words } from '../../../cards/words/languages';
import type { Offer } from '../../answering/reply';
import type { RequestView } from '../../engagement/reading/view';
import { isOpen } from '../../engagement/request';
import type { ConversationDependencies } from '../dependencies';
import { send } from '../answers/replies';
import type { Outgoing } from '../message';
import { refuseReport } from '../refuse-report';
import type { Turn } from '../turn';
import type { Step } from '../typed/steps';
import { eventsBehind, type RequestVerb } from './changes';
import { showNotice } from './outcomes';
import type { RequestTurns } from './requests';
import { toRef } from './shown-requests';

/** What a press may send in the person's name. */
const LONGEST_OFFERED = 300;
/** Their form asks for what the words don't say. */
const WITHOUT_WORDS: ReadonlySet<RequestVerb> = new Set<RequestVerb>(['transfer', 'nudge', 'complete']);

export type StepOffers = ReturnType<typeof createStepOffers>;

export function createStepOffers(
  { desk, answerer }: Pick<ConversationDependencies, 'desk' | 'answerer'>,
  requests: RequestTurns,
) {
  return {
    /** Null where the words mean something else from this person. */
    async offer(turn: Turn, { verb, number, words: said }: Step): Promise<readonly Outgoing[] | null> {
      const found = await desk.findRequest(await turn.identify(), toRef(number));
      if (found.outcome !== 'found') return null;
      const { request } = found;
      const step = findStep(request, verb, turn.words);
      if (step === null) {
        const events = eventsBehind(verb);
        const refused = events.length === 0 ? null : await requests.preview(turn, number, events);
        return refused?.outcome === 'not-possible' ? requests.explainRefusal(turn, refused) : null;
      }
      const refusal = await refuseReport(answerer, { text: said }, turn.words);
      if (refusal !== null) return [send(refusal)];
      const { buttons, verbs, talk } = turn.words;
      const command = (typed: string, rest: string) => {
        const start = turn.words.layout.command(typed, number);
        return rest === '' || rest.length > LONGEST_OFFERED ? start : `${start}: ${rest}`;
      };
      const offers: readonly Offer[] = [
        { title: step.title, text: command(step.typed, WITHOUT_WORDS.has(verb) ? '' : said) },
        ...(said !== '' && request.possible.includes('note')
          ? [{ title: buttons.addNote, text: command(verbs.note, said) }]
          : []),
      ];
      const model = { tone: 'info', text: talk.whichStep(number), number, saysNext: true, offers } as const;
      return [showNotice(model, turn.words)];
    },
  };
}

/** The button and its command; null if this person can't do it now. */
function findStep(
  { possible, canBeNudged, audience, state }: RequestView,
  verb: RequestVerb,
  { buttons, manager, verbs, waiting }: Words,
): { readonly title: string; readonly typed: string } | null {
  const isPartner = audience === 'requester';
  if (verb === 'nudge') return isPartner && canBeNudged ? { title: waiting.nudge, typed: verbs.nudge } : null;
  const event = eventsBehind(verb).find((one) => possible.includes(one));
  if (event !== undefined) {
    const titles: Readonly<Record<string, unknown>> = buttons;
    const title = titles[event] ?? titles[verb];
    return { title: typeof title === 'string' ? title : verbs[verb], typed: verbs[verb] };
  }
  // The owner and the lead decide who handles it.
  return verb === 'transfer' && isPartner && isOpen(state)
    ? { title: waiting.askLead, typed: manager.verb }
    : null;
}

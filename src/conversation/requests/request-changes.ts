/** A change by a button or a command, and its reply to the person who made it. */
import { hash } from 'node:crypto';
import type { NoticeModel } from '../../../cards/notice';
import type { Words } from '../../../cards/words/languages';
import type { ChangeName } from '../../engagement/events';
import type { ChangeOutcome, ClaimOutcome, Notified } from '../../engagement/events/outcome';
import type { RequestView } from '../../engagement/reading/view';
import { canTell } from '../../shared/story';
import { send } from '../answers/replies';
import type { ConversationDependencies } from '../dependencies';
import { isShared, type Outgoing, type Place } from '../message';
import { refuseReport } from '../refuse-report';
import type { Turn } from '../turn';
import { describeOutcome, showNotice } from './outcomes';
import { nameOwner } from './request-models';
import { findLostDay, losesDay } from './lost-day';
import { toRef, type ShownRequests } from './shown-requests';

/** Which request, and from which form. Sending the same form again changes nothing and gets the same reply. */
export interface FormSender {
  readonly number: string;
  readonly formId?: string | null;
}

export type RequestChanges = ReturnType<typeof createRequestChanges>;

export function createRequestChanges(
  deps: Pick<ConversationDependencies, 'answerer' | 'desk' | 'directory' | 'content'>,
  shown: ShownRequests,
) {
  const { answerer, desk, directory, content } = deps;

  async function change(
    turn: Turn,
    name: ChangeName,
    { number, formId = null }: FormSender,
    input: object,
  ): Promise<{ readonly outcome: ChangeOutcome | ClaimOutcome; readonly notice: NoticeModel }> {
    const by = await turn.identify();
    const ref = { ...toRef(number), conversationId: turn.place.address.conversationId };
    const submissionId = nameSubmission(formId, turn.place);
    const outcome =
      name === 'claim' ? await desk.claim(by, ref) : await desk[name](by, ref, input, submissionId);
    const did = (request: RequestView) =>
      name === 'edit' && 'became' in input
        ? turn.words.outcomes.editedInto(request.number, content.wording.motions[request.motion])
        : [describeDone(name, request, turn.words), ...describeDay(request, turn.words)].join(' ');
    const notice = describeOutcome(outcome, did, await directory.current(), turn.words);
    return { outcome, notice: forPlace(turn, notice) };
  }

  return {
    change,

    /** A change without a form. */
    async act(
      turn: Turn,
      name: ChangeName,
      number: string,
      input: object = {},
    ): Promise<readonly Outgoing[]> {
      const refusal = await refuseReport(answerer, input, turn.words);
      if (refusal !== null) return [send(refusal)];
      const pressed = await shown.findPressed(turn);
      const { outcome, notice } = await change(turn, name, { number }, input);
      if (outcome.outcome === 'done' && outcome.notified.every(isReached)) {
        const seen = await shown.showChanged(turn, pressed, outcome.request);
        if (seen !== null) return seen;
        if (await isSentTheRequest(turn, outcome.notified)) return [];
      }
      return [showNotice(notice, turn.words), ...(await shown.refreshStale(turn, outcome))];
    },
  };
}

/** Confirms what was done to the person who did it, for example "You claimed PD-0042.". */
export function describeDone(name: ChangeName, request: RequestView, words: Words): string {
  const { number, queue, events } = request;
  const day = events.at(-1)?.acceptedFor ?? null;
  return words.did[name](number, { owner: nameOwner(request, words), queue: queue.name, day });
}

/** What's worth knowing about a day that was named just now, or that was lost. */
function describeDay(request: RequestView, { outcomes, speech }: Words): readonly string[] {
  const last = request.events.at(-1);
  const named = last?.acceptedFor ?? null;
  if (named !== null) {
    const isWeekend = [0, 6].includes(new Date(`${named}T00:00:00Z`).getUTCDay());
    return isWeekend ? [outcomes.onWeekend(speech.weekday(named))] : [];
  }
  const lost = last !== undefined && losesDay(last) ? findLostDay(request) : null;
  return lost === null ? [] : [outcomes.dateLost(lost)];
}

/** People who take on a request get a card of it in their 1:1 chat, and need no further message there. */
async function isSentTheRequest(turn: Turn, notified: readonly Notified[]): Promise<boolean> {
  const { person } = await turn.identify();
  return (
    !isShared(turn.place) && notified.some(({ to }) => to.kind === 'person' && to.personId === person?.id)
  );
}

function isReached({ reach }: Notified): boolean {
  return reach !== 'none';
}

/**
 * The key that makes a change happen only once: its form, otherwise the message. Teams repeats a message whose reply it
 * didn't accept, under the same ID. The key is stored, so an ID from a press that looks like words is hashed, too.
 */
function nameSubmission(formId: string | null, { activityId, address }: Place): string | null {
  const digest = (of: string) => hash('sha256', of, 'base64url');
  if (formId !== null) return canTell(formId) ? digest(formId) : formId;
  return activityId === undefined ? null : digest(`${address.conversationId}|${activityId}`);
}

/**
 * Nobody sees a whole request in a channel, so there's no button for it; and everyone reads the card, so there are no
 * hints.
 */
export function forPlace({ place }: Turn, notice: NoticeModel): NoticeModel {
  return isShared(place) ? { ...notice, number: null, saysNext: true } : notice;
}

import type { Logger } from 'pino';
import { z } from 'zod/v4';
import { guard } from '../../conversation/guard';
import type { IncomingFeedback } from '../../conversation/message';
import type { PartnerDesk } from '../../conversation/port';
import type { InboundActivity } from './activity';
import { INVOKE_DEADLINE_MS } from './reply';
import { sendAll } from '../outbound/send';
import type { TeamsTurn } from '../turn';
import { cutStart } from '../../shared/cut';

/** A press of the thumbs under a message. The words are JSON in a string, or an object. */
const Feedback = z.looseObject({
  actionName: z.literal('feedback'),
  actionValue: z.looseObject({
    reaction: z.enum(['like', 'dislike']),
    feedback: z.union([z.string(), z.record(z.string(), z.unknown())]).nullish(),
  }),
});
const Words = z.looseObject({ feedbackText: z.string() });
/** Clients let people type less, but the JSON around it may escape each character. */
const LONGEST_READ = 20_000;
const LONGEST_WORDS = 4_000;

/**
 * teams-ai 1.7.4 reads the value in its own `feedbackLoop` without checking that there's one, so activity.ts rejects
 * such activities (pinned by tests/integration/feedback.test.ts).
 */
export function isFeedback({ type, name }: InboundActivity): boolean {
  return type === 'invoke' && name === 'message/submitAction';
}

/**
 * Stores the rating of an answer. For anything but 200 and an empty object, Teams tells the person that it didn't work, so
 * a failure to store returns an error. A repeat stores the same again.
 */
export async function takeFeedback(turn: TeamsTurn, desk: PartnerDesk, log: Logger): Promise<void> {
  const feedback = readFeedback(turn.activity);
  if (feedback === null) {
    await turn.respond(400, {});
    return;
  }
  const untilMs = performance.now() + INVOKE_DEADLINE_MS;
  const status = await guard(
    { log, what: 'feedback', activityId: turn.activity.id },
    async () => {
      const outgoing = await desk.onFeedback(turn.actor, turn.place, feedback);
      await sendAll(turn, outgoing, { untilMs });
      return 200;
    },
    () => 503,
  );
  await turn.respond(status, {});
}

function readFeedback({ value, replyToId }: InboundActivity): IncomingFeedback | null {
  const parsed = Feedback.safeParse(value);
  if (!parsed.success) return null;
  const { reaction, feedback } = parsed.data.actionValue;
  const words = readWords(feedback)?.trim();
  const kept = words === undefined ? null : cutStart(words, LONGEST_WORDS) || null;
  return { activityId: replyToId || null, liked: reaction === 'like', words: kept };
}

/** Agents Playground 0.2.28 sends the words as a plain string, and no ID of the message. */
function readWords(feedback: unknown): string | null {
  const parsed = Words.safeParse(typeof feedback === 'string' ? parseJson(feedback) : feedback);
  if (parsed.success) return parsed.data.feedbackText;
  return typeof feedback === 'string' ? cutStart(feedback, LONGEST_WORDS) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.slice(0, LONGEST_READ)) as unknown;
  } catch {
    return null;
  }
}

/** The partner asks for an update, or for a manager. */
import { languages } from '../../../cards/words/languages';
import type { ConversationDependencies } from '../dependencies';
import type { Outgoing } from '../message';
import { send } from '../answers/replies';
import { refuseReport } from '../refuse-report';
import { REQUEST_NUMBER } from '../../shared/request-number';
import { canTell } from '../../shared/story';
import type { Turn } from '../turn';
import { describeNudge } from './nudges';
import { showNotice } from './outcomes';
import { toRef, type ShownRequests } from './shown-requests';

export function createPleas(
  { desk, answerer }: Pick<ConversationDependencies, 'desk' | 'answerer'>,
  shown: ShownRequests,
) {
  return {
    /** The partner asks for an update. A card shows that they asked, but not that the lead got a message, too. */
    async nudge(turn: Turn, number: string, text: string | null = null): Promise<readonly Outgoing[]> {
      const refusal = await refuseReport(answerer, { text }, turn.words);
      if (refusal !== null) return [send(refusal)];
      const pressed = await shown.findPressed(turn);
      const outcome = await desk.nudge(await turn.identify(), toRef(number), { text });
      if (
        outcome.outcome === 'nudged' &&
        outcome.heard.every(({ as, isReached }) => as !== 'lead' && isReached)
      ) {
        const seen = await shown.showChanged(turn, pressed, outcome.request);
        if (seen !== null) return seen;
      }
      return [showNotice(describeNudge(outcome, turn.words), turn.words)];
    },

    /** The partner complains that it takes too long: it's a nudge. */
    async complain(turn: Turn, number: string, said: string): Promise<readonly Outgoing[]> {
      const refusal = await refuseReport(answerer, { said }, turn.words);
      if (refusal !== null) return [send(refusal)];
      const outcome = await desk.nudge(await turn.identify(), toRef(number), { text: said });
      const notice = describeNudge(outcome, turn.words);
      const isSorry = ['nudged', 'too-early', 'turned-off'].includes(outcome.outcome);
      const text = isSorry ? `${turn.words.talk.sorry} ${notice.text}` : notice.text;
      return [showNotice({ ...notice, text }, turn.words)];
    },

    /** The partner wants to talk to somebody above. */
    async askForLead(turn: Turn, number: string, said: string): Promise<readonly Outgoing[]> {
      const text = cutCommand(said);
      const refusal = await refuseReport(answerer, { text }, turn.words);
      if (refusal !== null) return [send(refusal)];
      const outcome = await desk.askForLead(await turn.identify(), toRef(number), { text });
      return [showNotice(describeNudge(outcome, turn.words, 'manager'), turn.words)];
    },
  };
}

const VERB = `(?:${Object.values(languages)
  .map(({ manager }) => manager.verb)
  .join('|')})`;
const COMMAND = new RegExp(
  `^(?:${VERB}\\s+${REQUEST_NUMBER}|${REQUEST_NUMBER}[:,]?\\s+${VERB})[:,]?\\s*`,
  'iu',
);

/** What the partner wrote beyond the command itself; null if that is nothing. */
function cutCommand(said: string): string | null {
  const rest = said.replace(COMMAND, '');
  return canTell(rest) ? rest : null;
}

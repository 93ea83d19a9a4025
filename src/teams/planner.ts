import type { Plan, Planner, PredictedDoCommand } from '@microsoft/teams-ai';

export const ANSWER_ACTION = 'answer';

/**
 * Where teams-ai asks what to do with a message: always one command, the `answer` action, which goes through the
 * bot's own door. A model stands in behind that door (answering/'s Answerer), not here, so that what it says is
 * checked, stored and drawn like any other answer.
 *
 * teams-ai 1.7.4: a non-empty string from an action loops back into `continueTask`, `undefined` throws, and
 * `max_actions` is ignored; hence one command a plan and actions that return ''.
 */
export class DeskPlanner implements Planner {
  beginTask(): Promise<Plan> {
    const command: PredictedDoCommand = { type: 'DO', action: ANSWER_ACTION, parameters: {} };
    return Promise.resolve({ type: 'plan', commands: [command] });
  }

  continueTask(): Promise<Plan> {
    return Promise.resolve({ type: 'plan', commands: [] });
  }
}

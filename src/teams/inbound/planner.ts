import type { Plan, Planner, PredictedDoCommand } from '@microsoft/teams-ai';

export const ANSWER_ACTION = 'answer';

/**
 * teams-ai asks this planner what to do with a message. The plan is always one command, the `answer` action, which
 * calls the bot's own entry point. A model is a second reader behind that (src/model), not here, so that its choices
 * are checked, stored and drawn like any other.
 *
 * teams-ai 1.7.4 sends a non-empty string from an action back into `continueTask`, throws for `undefined`, and ignores
 * `max_actions`. So a plan has one command, and actions return ''.
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

import type { DoorView, RuleView, Suggestion } from '../src/answering/reply';
import { defineCard } from './define-card';
import { box, drawCard } from './elements/layout';
import { longest, longNext, supportContract } from './elements/samples';
import { doorBox } from './elements/statement';
import { suggestions } from './elements/suggestions';
import { note, text, withoutMarkdown } from './elements/text';

export interface RefusalModel {
  /** The sentence that says so (Eligibility.explanation). */
  readonly explanation: string;
  readonly rule: RuleView | null;
  readonly door: DoorView | null;
  readonly next: readonly Pick<Suggestion, 'title' | 'text'>[];
}

/** An engagement that cannot be requested here: the rule, the right door, and what to do. */
export const refusal = defineCard({
  name: 'refusal',
  actions: {},
  samples: {
    'break-fix': {
      explanation: 'The Architecture Desk does no break-fix work, so I can’t hand this over as a request.',
      rule: { id: 'desk-break-fix', programme: 'Architecture Desk', text: 'Break-fix and troubleshooting' },
      door: supportContract,
      next: [{ title: 'Which contract?', text: 'Which support contract should I use?' }],
    },
    longest: {
      explanation: longest.answer,
      rule: { id: 'long', programme: longest.title, text: longest.title },
      door: longest.door,
      next: longNext,
    },
  },
  render: (model: RefusalModel) =>
    drawCard({
      summary: `Not requested: ${withoutMarkdown(model.explanation)}`,
      body: [
        box([text('✕ This belongs somewhere else', { bolder: true })], { style: 'attention', bleed: true }),
        text(model.explanation, { spacing: 'Medium' }),
        model.rule === null ? null : note(`The rule: **${model.rule.text}** (${model.rule.programme})`),
        doorBox(model.door),
        note('Nothing was sent or stored.', { spacing: 'Medium' }),
        suggestions('Next', model.next),
      ],
    }),
});

import type { DoorView, RuleView, Suggestion } from '../src/answering/reply';
import { defineCard } from './define-card';
import { box, drawCard } from './elements/layout';
import { longest, longNext, supportContract } from './elements/samples';
import { doorBox } from './elements/statement';
import { suggestions } from './elements/suggestions';
import { note, plain, text, withoutMarkdown } from './elements/text';

export interface RefusalModel {
  /** Refused by a rule, or fine and asked for at another door. */
  readonly kind: 'refused' | 'elsewhere';
  /** What to paste there, line by line: what the chat told already. */
  readonly paste: readonly string[];
  /** The sentence that says so (Eligibility.explanation). */
  readonly explanation: string;
  readonly rule: RuleView | null;
  readonly door: DoorView | null;
  readonly next: readonly Pick<Suggestion, 'title' | 'text'>[];
}

const heads = {
  refused: { words: '✕ This belongs somewhere else', style: 'attention' },
  elsewhere: { words: '→ This is asked for elsewhere', style: 'accent' },
} as const;

/** An engagement that cannot be requested here: the rule, the right door, and what to do. */
export const refusal = defineCard({
  name: 'refusal',
  actions: {},
  samples: {
    'break-fix': {
      kind: 'refused',
      paste: [],
      explanation: 'The Architecture Desk does no break-fix work, so I can’t hand this over as a request.',
      rule: { id: 'desk-break-fix', programme: 'Architecture Desk', text: 'Break-fix and troubleshooting' },
      door: supportContract,
      next: [{ title: 'Which contract?', text: 'Which support contract should I use?' }],
    },
    'at another door': {
      kind: 'elsewhere',
      paste: ['Service: TPD Consultation', 'Solution area: Infrastructure', 'Wished for by: 10 Dec 2026'],
      explanation: 'TPD gives remote one-to-one consultations to the partner itself.',
      rule: null,
      door: { id: 'tpd', name: 'Partner Center', how: 'Sign in and create a TPD ticket.' },
      next: [],
    },
    longest: {
      kind: 'refused',
      paste: [longest.title, longest.title],
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
        box([text(heads[model.kind].words, { bolder: true })], {
          style: heads[model.kind].style,
          bleed: true,
        }),
        text(model.explanation, { spacing: 'Medium' }),
        model.rule === null ? null : note(`The rule: **${model.rule.text}** (${model.rule.programme})`),
        doorBox(model.door),
        ...(model.paste.length === 0
          ? []
          : [
              note('To paste there', { spacing: 'Medium' }),
              ...model.paste.map((words) => plain(words, { spacing: 'None' })),
            ]),
        note('Nothing was sent or stored.', { spacing: 'Medium' }),
        suggestions('Next', model.next),
      ],
    }),
});

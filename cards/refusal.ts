import type { DoorView, Offer, RuleView } from '../src/answering/reply';
import { defineCard } from './define-card';
import { button } from './elements/actions';
import { IntakeValues } from './elements/intake-values';
import { box, drawCard } from './elements/layout';
import { hostile, longest, longName, longNext, pdmOrPts, supportContract } from './elements/samples';
import { doorBox } from './elements/statement';
import { suggestions } from './elements/suggestions';
import { note, plain, text, withoutMarkdown } from './elements/text';

export interface RefusalModel {
  /** Refused by a rule, or in scope but requested elsewhere. */
  readonly kind: 'refused' | 'elsewhere';
  /** What to paste there, line by line, from the chat. */
  readonly paste: readonly string[];
  /** The sentence that says so (Eligibility.explanation). */
  readonly explanation: string;
  readonly rule: RuleView | null;
  readonly door: DoorView | null;
  /** The form's content, to request it all the same; null where nothing is stored here or it must not be kept. */
  readonly values: IntakeValues | null;
  readonly next: readonly Offer[];
}

const styles = {
  refused: 'attention',
  elsewhere: 'accent',
} as const;

const filled: IntakeValues = {
  formId: 'f-1',
  serviceId: 'architecture-design-session',
  customer: 'Contoso',
  confidential: false,
  solutionAreaId: 'azure',
  wantedBy: '2026-12-10',
  role: 'PDM',
  person: null,
  details: 'We need two architects for six months.',
  asked: null,
  drawnAtMs: null,
  fields: {},
};

/** A request that a rule excludes, or that belongs elsewhere: the rule, the right door, and what to do. */
export const refusal = defineCard({
  name: 'refusal',
  actions: { change: IntakeValues },
  samples: {
    'break-fix': {
      kind: 'refused',
      paste: [],
      explanation: 'The Architecture Desk doesn’t do break-fix. Use a support contract for that.',
      rule: { id: 'desk-break-fix', programme: 'Architecture Desk', text: 'Break-fix or troubleshooting' },
      door: supportContract,
      values: null,
      next: [{ title: 'Which contract should I use?', text: 'Which support contract should I use?' }],
    },
    'at another door': {
      kind: 'elsewhere',
      paste: ['Service: TPD Consultation', 'Solution area: Infrastructure', 'Preferred date: 10 Dec 2026'],
      explanation: 'TPD gives your own team remote one-to-one consultations.',
      rule: null,
      door: { id: 'tpd', name: 'Partner Center', how: 'Sign in and create a TPD ticket.' },
      values: null,
      next: [],
    },
    'advised against': {
      kind: 'refused',
      paste: [],
      explanation: 'The Architecture Desk doesn’t do staff augmentation.',
      rule: { id: 'desk-staff-aug', programme: 'Architecture Desk', text: 'Staff augmentation' },
      door: pdmOrPts,
      values: filled,
      next: [],
    },
    longest: {
      kind: 'refused',
      paste: [longest.title, longest.title],
      explanation: longest.answer,
      rule: { id: 'long', programme: longest.title, text: longest.title },
      door: longest.door,
      values: { ...filled, customer: longName, person: longName, details: hostile.repeat(16).slice(0, 2000) },
      next: longNext,
    },
  },
  render: (model: RefusalModel, words) =>
    drawCard({
      summary: words.refusal.summary(withoutMarkdown(model.explanation)),
      body: [
        box([text(words.refusal[model.kind], { bolder: true })], {
          style: styles[model.kind],
          bleed: true,
        }),
        text(model.explanation, { spacing: 'Medium' }),
        model.rule === null ? null : note(words.statement.rule(model.rule.text, model.rule.programme)),
        doorBox(model.door, words),
        ...(model.paste.length === 0
          ? []
          : [
              note(words.refusal.toPaste, { spacing: 'Medium' }),
              ...model.paste.map((known) => plain(known, { spacing: 'None' })),
            ]),
        note(words.refusal.nothingSent, { spacing: 'Medium' }),
        suggestions(words.layout.next, model.next),
      ],
      actions:
        model.values === null
          ? []
          : [button(words.refusal.anyway, 'refusal.change', model.values, { primary: true })],
    }),
});

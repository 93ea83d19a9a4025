import type { DoorView, Offer, Provenance } from '../src/answering/reply';
import type { CardElement } from './define-card';
import { defineCard } from './define-card';
import { box, drawCard, fold, sideBySide } from './elements/layout';
import { desk, longest, longNext, provenance } from './elements/samples';
import { doorBox, flagLine, sourceLine } from './elements/statement';
import { suggestions } from './elements/suggestions';
import { bullets, eyebrow, text, title } from './elements/text';
import type { Words } from './words/en';

export interface ScopeModel {
  readonly programme: string;
  /** One line that says what it is. */
  readonly summary: string;
  /** Lines of the two lists; a programme whose source names only exclusions has an empty `is`. */
  readonly is: readonly string[];
  readonly isNot: readonly string[];
  readonly flag: string | null;
  readonly door: DoorView | null;
  readonly provenance: Provenance | null;
  readonly translatedBy?: string;
  readonly next: readonly Offer[];
}

/** A list shows this many lines; the rest is folded. */
const LINES_IN_SIGHT = 16;

/** A programme's two lists, side by side where there is room, stacked on a phone. */
export const scope = defineCard({
  name: 'scope',
  actions: {},
  samples: {
    desk: {
      programme: 'Architecture Desk',
      summary: 'Sell-with, with a customer. A team of architects offering six technical services.',
      is: [
        'Only for sell-with opportunities (there should be a customer)',
        'A team that works with your local CSA on different solution areas',
        'For sell-with technical services',
        'A way to get better response times for key areas',
        'Available remotely',
        'Backed by PST Solution Area CSAs when needed',
      ],
      isNot: [
        'Build-with support for your practice or solution',
        'Attestation of your architecture',
        'Break-fix or troubleshooting',
        'Implementation support',
        'For strategic engagements or sustained effort',
        'Generic Q&A without customer context',
        'Dedicated CSA support',
        'A paid service, or one with a fixed limit on hours',
        'Staff augmentation',
        'Scale training',
        'A programme for sourcing deals',
      ],
      flag: null,
      door: desk,
      provenance,
      next: [
        { title: 'Request a design session', text: 'Request an Architecture Design Session' },
        { title: 'Which services does it offer?', text: 'Which services does the Architecture Desk offer?' },
      ],
    },
    'exclusions only': {
      programme: 'Technical Presales and Deployment',
      summary: 'Remote one-to-one consultations that build your own technical skills.',
      is: [],
      isNot: [
        'Sales pipeline planning',
        'End-customer discussions',
        'Training delivery',
        'Licensing, pricing and price lists',
        'Hotfixes',
        'On-site services',
      ],
      flag: null,
      door: {
        id: 'tpd',
        name: 'Partner Center',
        how: 'Sign in and create a Technical Presales and Deployment ticket.',
      },
      provenance,
      next: [],
    },
    longest: {
      programme: longest.title,
      summary: longest.answer,
      is: Array.from({ length: 20 }, () => longest.title),
      isNot: Array.from({ length: 20 }, () => longest.title),
      flag: longest.flag,
      door: longest.door,
      provenance: longest.provenance,
      next: longNext,
    },
  },
  render: (model: ScopeModel, words) =>
    drawCard({
      summary: words.scope.summary(model.programme),
      body: [
        eyebrow(words.scope.eyebrow),
        title(model.programme, { spacing: 'None' }),
        text(model.summary, { spacing: 'Small' }),
        model.is.length === 0
          ? box(list('isnt', words.scope.isNot, model.isNot, words), { spacing: 'Medium' })
          : sideBySide(
              list('is', words.scope.is, model.is, words),
              list('isnt', words.scope.isNot, model.isNot, words),
            ),
        flagLine(model.flag),
        doorBox(model.door, words),
        sourceLine(model, words),
        suggestions(words.layout.next, model.next),
      ],
    }),
});

function list(id: string, name: string, lines: readonly string[], words: Words): readonly CardElement[] {
  const inSight = lines.slice(0, LINES_IN_SIGHT);
  const rest = lines.slice(LINES_IN_SIGHT);
  return [
    text(name, { bolder: true }),
    bullets(inSight, { spacing: 'None' }),
    ...(rest.length === 0 ? [] : [fold(`${id}-rest`, words.scope.more(rest.length), [bullets(rest)], words)]),
  ];
}

import type { ComparisonView } from '../src/answering/reply';
import type { CardElement } from './define-card';
import { defineCard } from './define-card';
import { box, drawCard, fold } from './elements/layout';
import { longest, longName, provenance } from './elements/samples';
import { flagLine, sourceLine } from './elements/statement';
import { label, note, text, title } from './elements/text';
import type { Words } from './words/en';

/** Further aspects are one press away. */
const IN_SIGHT = 4;

/** Two or three things, aspect by aspect. They're one below the other, because columns don't fit a phone. */
export const comparison = defineCard({
  name: 'comparison',
  actions: {},
  samples: {
    two: {
      title: 'Side by side',
      names: ['Architecture Desk', 'TPD'],
      aspects: [
        {
          name: 'For',
          values: [
            { name: 'Architecture Desk', text: 'Sell-with opportunities; there should be a customer' },
            { name: 'TPD', text: 'Building your own team’s technical capabilities' },
          ],
        },
        {
          name: 'Hours',
          values: [
            { name: 'Architecture Desk', text: 'No fixed limit on hours' },
            { name: 'TPD', text: 'Up to 25 per engagement' },
          ],
        },
        {
          name: 'Charge',
          values: [
            { name: 'Architecture Desk', text: 'None' },
            { name: 'TPD', text: null },
          ],
        },
      ],
      notStated: [],
      flag: null,
      provenance,
    },
    flagged: {
      title: 'Side by side',
      names: ['ASfP', 'PSfP'],
      aspects: [
        {
          name: 'Tickets',
          values: [
            { name: 'ASfP', text: 'Unlimited' },
            { name: 'PSfP', text: 'Incidents or time may be deducted' },
          ],
        },
      ],
      notStated: ['Price'],
      flag: 'Confirm with your PDM',
      provenance,
    },
    longest: {
      title: longest.title,
      names: [1, 2, 3].map(() => longName.slice(0, 40)),
      aspects: Array.from({ length: 8 }, () => ({
        name: longName.slice(0, 40),
        values: [1, 2, 3].map(() => ({ name: longName.slice(0, 40), text: longest.answer })),
      })),
      notStated: [longName],
      flag: longest.flag,
      provenance,
    },
  },
  render: (model: ComparisonView, words) => {
    const heading = `${model.title}: ${model.names.join(', ')}`;
    return drawCard({
      summary: heading,
      body: [
        title(heading),
        flagLine(model.flag),
        ...model.aspects.slice(0, IN_SIGHT).map((aspect) => drawAspect(aspect, words)),
        model.aspects.length <= IN_SIGHT
          ? null
          : fold(
              'more',
              words.comparison.more,
              model.aspects.slice(IN_SIGHT).map((aspect) => drawAspect(aspect, words)),
              words,
            ),
        model.notStated.length === 0
          ? null
          : note(words.comparison.notStatedForAny(model.notStated), { spacing: 'Medium' }),
        sourceLine(model, words),
      ],
    });
  },
});

type Aspect = ComparisonView['aspects'][number];

function drawAspect({ name, values }: Aspect, words: Words): CardElement {
  const lines = values.map((value) =>
    text(`${value.name}: ${value.text ?? words.comparison.notStated}`, {
      spacing: 'None',
      subtle: value.text === null,
    }),
  );
  return box([label(name, { spacing: 'None' }), ...lines], { spacing: 'Medium' });
}

import { defineCard } from './define-card';
import { drawCard } from './elements/layout';
import { facts } from './elements/facts';
import { stateBand, stateWord, type BandModel } from './elements/request-state';
import { longName } from './elements/samples';
import { line, note, plain } from './elements/text';

export interface RequestReferenceModel extends BandModel {
  readonly number: string;
  readonly serviceName: string;
  readonly partnerName: string | null;
  readonly queueName: string;
}

const sample: RequestReferenceModel = {
  number: 'PD-0042',
  serviceName: 'Architecture Design Session',
  partnerName: 'Northwind Traders',
  state: 'claimed',
  queueName: 'PDM EMEA',
  ownerName: 'Ana Alvarez',
};

/**
 * A request that somebody in the directory posts in a conversation: enough to identify it, and never a customer's name.
 */
export const requestReference = defineCard({
  name: 'request-reference',
  actions: {},
  samples: {
    claimed: sample,
    waiting: { ...sample, state: 'submitted', ownerName: null, partnerName: null },
    longest: {
      ...sample,
      serviceName: longName,
      partnerName: longName,
      queueName: longName,
      ownerName: longName,
    },
  },
  render: (model: RequestReferenceModel, words) =>
    drawCard({
      summary: words.requestReference.summary(
        model.number,
        model.serviceName,
        stateWord(model.state, 'staff', words),
      ),
      body: [
        stateBand(model, 'staff', words),
        line([`${model.number} · ${model.serviceName}`], { size: 'Medium', bolder: true, spacing: 'Medium' }),
        ...facts([
          {
            name: words.facts.partner,
            value: model.partnerName === null ? null : plain(model.partnerName),
          },
          { name: words.facts.queue, value: plain(model.queueName) },
        ]),
        note(words.requestReference.asOf(model.number)),
      ],
    }),
});

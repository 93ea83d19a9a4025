import { defineCard } from './define-card';
import { button } from './elements/actions';
import { say } from './elements/say';
import { facts } from './elements/facts';
import { IntakeValues } from './elements/intake-values';
import { drawCard } from './elements/layout';
import { hostile, longName } from './elements/samples';
import { note, plain, text, title } from './elements/text';

export interface DuplicateModel {
  /** The request that is still open. */
  readonly number: string;
  readonly serviceName: string;
  readonly customer: string | null;
  /** The colleague who sent it; null when it was the reader. */
  readonly sentBy: string | null;
  /** The filled-in form. If the person wants a second request, it's sent and checked again. */
  readonly values: IntakeValues;
}

const values: IntakeValues = {
  formId: 'f-2',
  serviceId: 'architecture-design-session',
  customer: 'Contoso',
  confidential: false,
  solutionAreaId: 'azure',
  wantedBy: '2026-12-10',
  role: null,
  person: null,
  details: null,
  asked: null,
  drawnAtMs: null,
  fields: {},
};

/** The same request is still open: look at it, or send a second one on purpose. */
export const duplicate = defineCard({
  name: 'duplicate',
  actions: { 'send-anyway': IntakeValues },
  samples: {
    open: {
      number: 'PD-0042',
      serviceName: 'Architecture Design Session',
      customer: 'Contoso',
      sentBy: null,
      values,
    },
    longest: {
      number: 'PD-123456789',
      serviceName: longName,
      customer: longName,
      sentBy: longName,
      values: { ...values, customer: longName, details: hostile.repeat(16).slice(0, 2000) },
    },
  },
  render: (model: DuplicateModel, words) =>
    drawCard({
      summary: words.duplicate.summary(model.number),
      body: [
        title(model.sentBy === null ? words.duplicate.yours : words.duplicate.colleagues),
        text(words.duplicate.stillOpen(model.number), { spacing: 'Small' }),
        ...facts([
          { name: words.facts.service, value: plain(model.serviceName) },
          { name: words.facts.customer, value: model.customer === null ? null : plain(model.customer) },
          { name: words.facts.sentBy, value: model.sentBy === null ? null : plain(model.sentBy) },
        ]),
        note(words.duplicate.typed(model.number), { spacing: 'Medium' }),
      ],
      actions: [
        // They may not read a colleague's request, but may add a note to it.
        model.sentBy === null
          ? say(words.buttons.show, words.layout.command(words.verbs.show, model.number), { primary: true })
          : say(words.duplicate.addNote, words.layout.command(words.verbs.note, model.number), {
              primary: true,
            }),
        button(words.duplicate.sendAnyway, 'duplicate.send-anyway', { ...model.values }),
      ],
    }),
});

import type { AppErrorCode } from '../src/shared/app-error';
import { defineCard } from './define-card';
import { box, drawCard } from './elements/layout';
import { note, plain, text } from './elements/text';

export interface ProblemModel {
  readonly code: AppErrorCode;
  /** What of the input was wrong, in plain words; shown with `bad-input` alone. */
  readonly fields: readonly string[];
  /** What to tell an operator who looks for it in the log. */
  readonly reference: string | null;
}

/** The one place where a failure gets its words: what happened, and what to do next. */
const wordings: Readonly<Record<AppErrorCode, { readonly what: string; readonly todo: string }>> = {
  'config-invalid': { what: 'I am not set up correctly.', todo: 'Please tell whoever runs this app.' },
  'content-invalid': {
    what: 'My knowledge base cannot be read.',
    todo: 'Please tell whoever runs this app.',
  },
  'directory-invalid': {
    what: 'The directory of partners and people cannot be read.',
    todo: 'Please tell whoever runs this app. Questions still work.',
  },
  'database-unavailable': {
    what: 'I cannot reach my storage at the moment.',
    todo: 'Send it again in a few minutes: nothing is done twice. Questions still work.',
  },
  'bad-parameter': { what: 'Something in this could not be stored.', todo: 'Try again with plain text.' },
  'bad-input': {
    what: 'I could not use what was sent.',
    todo: 'Mend it and send it again; nothing was changed.',
  },
  'not-found': { what: 'I cannot find that.', todo: 'Check the number, or type **my requests**.' },
  'not-allowed': {
    what: 'That is not yours to do.',
    todo: 'Members of the queue act on its requests, partners on their own. Ask one of them.',
  },
  'understanding-unavailable': {
    what: 'I cannot look for answers right now.',
    todo: 'Try again in a minute, or type **help** for what else works.',
  },
  internal: {
    what: 'Something went wrong on my side.',
    todo: 'Try again. If it stays, tell whoever runs this app.',
  },
};

const codes = Object.keys(wordings) as AppErrorCode[];
const everyCode = Object.fromEntries(
  codes.map((code): [string, ProblemModel] => [code, { code, fields: [], reference: null }]),
);

/** A failure, said kindly. */
export const problem = defineCard({
  name: 'problem',
  actions: {},
  samples: {
    ...everyCode,
    'bad input, named': { code: 'bad-input', fields: ['wantedBy is not a date'], reference: '7f3c2a' },
  },
  render: (model: ProblemModel) => {
    const { what, todo } = wordings[model.code];
    return drawCard({
      summary: what,
      body: [
        box([text(`⚠ ${what}`, { bolder: true })], { style: 'warning', bleed: true }),
        ...(model.code === 'bad-input'
          ? model.fields.map((field) => plain(`• ${field}`, { spacing: 'Small' }))
          : []),
        text(todo, { spacing: 'Medium' }),
        model.reference === null ? null : note(`Reference: ${model.reference}`),
      ],
    });
  },
});

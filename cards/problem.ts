import type { AppErrorCode } from '../src/shared/app-error';
import { defineCard } from './define-card';
import { box, drawCard } from './elements/layout';
import { note, plain, text } from './elements/text';

export interface ProblemModel {
  readonly code: AppErrorCode;
  /** What's wrong with the input, in plain words. Only `bad-input` shows it. */
  readonly fields: readonly string[];
  /** An ID with which an operator finds it in the log. */
  readonly reference: string | null;
}

const codes: readonly AppErrorCode[] = [
  ...(['config-invalid', 'content-invalid', 'directory-invalid', 'database-unavailable'] as const),
  ...(['database-read-only', 'too-busy'] as const),
  ...(['bad-parameter', 'bad-input', 'not-found', 'not-allowed'] as const),
  ...(['understanding-unavailable', 'internal'] as const),
];
const everyCode = Object.fromEntries(
  codes.map((code): [string, ProblemModel] => [code, { code, fields: [], reference: null }]),
);

/** A failure, said kindly: what happened, and what to do next. */
export const problem = defineCard({
  name: 'problem',
  actions: {},
  samples: {
    ...everyCode,
    'bad input, named': {
      code: 'bad-input',
      fields: ['The preferred date isn’t a valid date'],
      reference: '7f3c2a',
    },
  },
  render: (model: ProblemModel, words) => {
    const { what, todo } = words.problem[model.code];
    return drawCard({
      summary: what,
      body: [
        box([text(`⚠ ${what}`, { bolder: true })], { style: 'warning', bleed: true }),
        ...(model.code === 'bad-input'
          ? model.fields.map((field) => plain(`• ${field}`, { spacing: 'Small' }))
          : []),
        text(todo, { spacing: 'Medium' }),
        model.reference === null ? null : note(words.problem.reference(model.reference)),
      ],
    });
  },
});

import type { CardElement } from '../define-card';
import type { Words } from '../words/en';
import { plain, text, withoutMarkup } from './text';

export interface Choice {
  readonly id: string;
  readonly title: string;
}

interface Field {
  readonly id: string;
  readonly label: string;
  /** Shown by the client if a required input is empty. */
  readonly required?: string;
  /** What was wrong with it when the form was sent; shown right above it. */
  readonly problem?: string | undefined;
}

interface Bounded {
  /** Shown by the client if the value is out of range. Without it, the client keeps the form and shows nothing. */
  readonly outOfBounds: string;
}

export function textInput(
  field: Field & {
    readonly value?: string | null | undefined;
    readonly maxLength: number;
    readonly placeholder?: string;
  },
): readonly CardElement[] {
  return input(field, {
    type: 'Input.Text',
    maxLength: field.maxLength,
    ...(field.placeholder !== undefined && { placeholder: field.placeholder }),
    ...valued(field.value),
  });
}

/**
 * Clients silently cut pasted text at `maxLength`, so theirs is far above ours: a text that's too long comes back with
 * the form, and the label says how much fits.
 */
const MOST_PASTED = 20_000;

/** Several lines of at most `most` characters; the schema behind it takes what {@link pastedText} takes. */
export function longTextInput(
  {
    most,
    ...field
  }: Field & { readonly value?: string | null; readonly placeholder?: string; readonly most: number },
  { layout }: Words,
): readonly CardElement[] {
  return input(
    { ...field, label: addNote(field.label, layout.atMost(most)) },
    {
      type: 'Input.Text',
      maxLength: MOST_PASTED,
      isMultiline: true,
      ...(field.placeholder !== undefined && { placeholder: field.placeholder }),
      ...valued(field.value),
    },
  );
}

/** If a label ends in parentheses, the note goes inside them. */
function addNote(label: string, note: string): string {
  return label.endsWith(')') ? `${label.slice(0, -1)}, ${note})` : `${label} (${note})`;
}

export function choiceInput(
  field: Field & {
    readonly value?: string | null | undefined;
    readonly choices: readonly Choice[];
    readonly placeholder?: string;
    /** All choices visible: for two to five that a person should compare. */
    readonly expanded?: boolean;
  },
): readonly CardElement[] {
  const known = field.choices.some((choice) => choice.id === field.value);
  return input(field, {
    type: 'Input.ChoiceSet',
    style: field.expanded ? 'expanded' : 'compact',
    wrap: true,
    choices: field.choices.map((choice) => ({ title: choice.title, value: choice.id })),
    ...(field.placeholder !== undefined && { placeholder: field.placeholder }),
    ...valued(known ? field.value : null),
  });
}

/** Several choices; a press removes one. */
export function manyChoicesInput(
  field: Field & { readonly choices: readonly Choice[]; readonly chosen: readonly string[] },
): readonly CardElement[] {
  return input(field, {
    type: 'Input.ChoiceSet',
    style: 'expanded',
    isMultiSelect: true,
    wrap: true,
    choices: field.choices.map((choice) => ({ title: withoutMarkup(choice.title), value: choice.id })),
    ...valued(field.chosen.join(',')),
  });
}

export function dateInput(
  field: Field &
    Bounded & {
      readonly value?: string | null | undefined;
      readonly earliest?: string | null;
      readonly latest?: string | null;
      readonly isRequired?: boolean;
    },
): readonly CardElement[] {
  return input(field, {
    type: 'Input.Date',
    ...(field.isRequired && { isRequired: true }),
    errorMessage: field.outOfBounds,
    ...(typeof field.earliest === 'string' && { min: field.earliest }),
    ...(typeof field.latest === 'string' && { max: field.latest }),
    ...valued(field.value),
  });
}

export function numberInput(
  field: Field &
    Bounded & { readonly value?: number | null; readonly min: number | null; readonly max: number | null },
): readonly CardElement[] {
  return input(field, {
    type: 'Input.Number',
    errorMessage: field.outOfBounds,
    ...(field.min !== null && { min: field.min }),
    ...(field.max !== null && { max: field.max }),
    ...(typeof field.value === 'number' && { value: field.value }),
  });
}

export function toggleInput(
  field: Field & { readonly title: string; readonly on: boolean },
): readonly CardElement[] {
  return input(field, {
    type: 'Input.Toggle',
    title: field.title,
    wrap: true,
    valueOn: 'true',
    valueOff: 'false',
    value: field.on ? 'true' : 'false',
  });
}

/** A question above an input, as it was worded: it may quote what a person wrote. */
export function askAbove(question: string | undefined): readonly CardElement[] {
  return question === undefined
    ? []
    : [plain(`⚠ ${question}`, { color: 'Attention', size: 'Small', spacing: 'Medium' })];
}

function input(field: Field, element: CardElement): readonly CardElement[] {
  const whole: CardElement = {
    ...element,
    id: field.id,
    label: field.label,
    ...(field.required !== undefined && {
      isRequired: true,
      errorMessage: element['errorMessage'] ?? field.required,
    }),
  };
  if (field.problem === undefined) return [whole];
  const problem = text(`⚠ ${field.problem}`, { color: 'Attention', size: 'Small', spacing: 'Medium' });
  return [problem, { ...whole, spacing: 'Small' }];
}

function valued(value: string | null | undefined) {
  return typeof value === 'string' && value !== '' ? { value } : {};
}

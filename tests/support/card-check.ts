import * as AdaptiveCards from 'adaptivecards';
import { z } from 'zod/v4';
import type { AdaptiveCard } from '../../cards/define-card';

/**
 * Rules for cards that `adaptivecards` doesn't check: it ignores unknown properties, labels, `wrap` and Teams' size limit.
 * Each element here is strict: an unlisted property is a mistake.
 */

const Spacing = z.enum(['None', 'Small', 'Default', 'Medium', 'Large']);
const Color = z.enum(['Accent', 'Good', 'Warning', 'Attention']);
const Style = z.enum(['emphasis', 'good', 'attention', 'warning', 'accent']);
const place = {
  id: z.string().min(1).optional(),
  spacing: Spacing.optional(),
  separator: z.boolean().optional(),
  isVisible: z.literal(false).optional(),
};
const words = {
  text: z.string().min(1),
  size: z.enum(['Small', 'Default', 'Medium', 'Large']).optional(),
  weight: z.literal('Bolder').optional(),
  isSubtle: z.literal(true).optional(),
  color: Color.optional(),
};
const field = { ...place, id: z.string().min(1), label: z.string().min(1) };
const required = { isRequired: z.literal(true).optional(), errorMessage: z.string().min(1).optional() };

const Title = z.string().min(1).max(120);
const VerbData = z.looseObject({
  verb: z.string().regex(/^[a-z-]+\.[a-z-]+$/),
  msteams: z.union([
    z.strictObject({ feedback: z.strictObject({ hide: z.literal(true) }) }),
    z.strictObject({ type: z.literal('task/fetch') }),
  ]),
});
const SayData = z.strictObject({
  msteams: z.union([
    z.strictObject({ type: z.literal('imBack'), value: z.string().min(1) }),
    z.strictObject({
      type: z.literal('messageBack'),
      displayText: z.string().min(1),
      text: z.string().min(1),
      value: z.strictObject({
        verb: z.literal('chat.say'),
        text: z.string().min(1),
        shows: z.string().min(1).optional(),
        answers: z.record(z.string(), z.string()).optional(),
      }),
    }),
  ]),
});
const look = {
  title: Title,
  style: z.enum(['positive', 'destructive']).optional(),
  tooltip: z.string().min(1).optional(),
};
const Action = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('Action.Submit'),
    ...look,
    associatedInputs: z.literal('none').optional(),
    data: z.union([VerbData, SayData]),
  }),
  z.strictObject({ type: z.literal('Action.OpenUrl'), ...look, url: z.url({ protocol: /^https$/ }) }),
  z.strictObject({
    type: z.literal('Action.ToggleVisibility'),
    ...look,
    targetElements: z.array(z.string()).min(1),
  }),
]);
/** A row that contains text needs no title, because its text names it. */
const RowAction = z.strictObject({
  type: z.literal('Action.Submit'),
  associatedInputs: z.literal('none'),
  data: SayData,
});
const Actions = z.array(Action).min(1).max(6);

const Element: z.ZodType = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('TextBlock'),
      ...place,
      ...words,
      wrap: z.literal(true),
      style: z.literal('heading').optional(),
    }),
    z.strictObject({
      type: z.literal('RichTextBlock'),
      ...place,
      inlines: z.array(z.strictObject({ type: z.literal('TextRun'), ...words })).min(1),
    }),
    z.strictObject({
      type: z.literal('Container'),
      ...place,
      style: Style.optional(),
      bleed: z.literal(true).optional(),
      items: z.array(Element).min(1),
      selectAction: z.union([Action, RowAction]).optional(),
      layouts: z
        .array(
          z.strictObject({
            type: z.literal('Layout.Flow'),
            itemFit: z.enum(['Fill', 'Fit']),
            itemWidth: z
              .string()
              .regex(/^\d+px$/)
              .optional(),
            columnSpacing: Spacing,
            rowSpacing: Spacing,
            horizontalItemsAlignment: z.literal('Left'),
            verticalItemsAlignment: z.literal('Top'),
          }),
        )
        .optional(),
    }),
    z.strictObject({
      type: z.literal('ColumnSet'),
      ...place,
      columns: z
        .array(
          z.strictObject({
            type: z.literal('Column'),
            width: z.string().regex(/^(auto|stretch|\d+px)$/),
            verticalContentAlignment: z.literal('Center').optional(),
            items: z.array(Element).min(1),
          }),
        )
        .min(2)
        .max(3)
        .refine((columns) => columns.some((column) => column.width === 'stretch'), 'no column stretches'),
    }),
    z.strictObject({ type: z.literal('Image'), ...place, url: z.url(), altText: z.string().min(1) }),
    z.strictObject({ type: z.literal('ActionSet'), ...place, actions: Actions }),
    z.strictObject({
      type: z.literal('Input.Text'),
      ...field,
      ...required,
      maxLength: z.int().positive(),
      isMultiline: z.literal(true).optional(),
      placeholder: z.string().optional(),
      value: z.string().optional(),
    }),
    z.strictObject({
      type: z.literal('Input.ChoiceSet'),
      ...field,
      ...required,
      style: z.enum(['compact', 'expanded']),
      isMultiSelect: z.literal(true).optional(),
      wrap: z.literal(true),
      choices: z.array(z.strictObject({ title: z.string().min(1), value: z.string().min(1) })).min(1),
      placeholder: z.string().optional(),
      value: z.string().optional(),
    }),
    // For an invalid value a client shows only the `errorMessage`. Without one, the button seems dead.
    z.strictObject({
      type: z.literal('Input.Date'),
      ...field,
      ...required,
      errorMessage: z.string().min(1),
      min: z.iso.date().optional(),
      value: z.iso.date().optional(),
    }),
    z.strictObject({
      type: z.literal('Input.Number'),
      ...field,
      ...required,
      errorMessage: z.string().min(1),
      min: z.number(),
      max: z.number(),
      value: z.number().optional(),
    }),
    z.strictObject({
      type: z.literal('Input.Toggle'),
      ...field,
      title: z.string().min(1),
      wrap: z.literal(true),
      valueOn: z.literal('true'),
      valueOff: z.literal('false'),
      value: z.enum(['true', 'false']),
    }),
  ]),
);

const Card = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  version: z.literal('1.5'),
  fallbackText: z.string().trim().min(1),
  body: z.array(Element).min(1),
  actions: Actions.optional(),
});

/** Teams may reject cards above this size (UTF-16, in bytes). */
const LARGEST_CARD_BYTES = 28 * 1024;
/** The limit for titles of buttons in a row. A pressable row may have a longer title. */
const LONGEST_BUTTON_TITLE = 24;

type Json = Readonly<Record<string, unknown>>;

/** A sentence for each problem of a card; empty if it's fine. */
export function findCardProblems(card: AdaptiveCard): readonly string[] {
  return [
    ...shapeProblems(card),
    ...rendererProblems(card),
    ...idProblems(card),
    ...buttonTitleProblems(card),
    ...(sizeInBytes(card) > LARGEST_CARD_BYTES ? [`is ${sizeInBytes(card)} bytes of UTF-16`] : []),
  ];
}

export function sizeInBytes(card: AdaptiveCard): number {
  return JSON.stringify(card).length * 2;
}

/** Lists every object in a card, at any depth. */
export function objectsOf(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(objectsOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Json, ...Object.values(value).flatMap(objectsOf)];
}

/** Lists the verbs that a card's buttons send. */
export function verbsOf(card: AdaptiveCard): readonly string[] {
  return objectsOf(card).flatMap((object) => (typeof object.verb === 'string' ? [object.verb] : []));
}

function shapeProblems(card: AdaptiveCard): readonly string[] {
  const checked = Card.safeParse(card);
  return checked.success
    ? []
    : checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

function rendererProblems(card: AdaptiveCard): readonly string[] {
  const parsed = new AdaptiveCards.AdaptiveCard();
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...events, ...parsed.validateProperties().validationEvents.map((event) => event.message)];
}

function idProblems(card: AdaptiveCard): readonly string[] {
  const objects = objectsOf(card.body);
  const ids = objects.flatMap((object) =>
    'type' in object && typeof object.id === 'string' ? [object.id] : [],
  );
  const targets = objectsOf(card).flatMap((object) =>
    Array.isArray(object.targetElements) ? (object.targetElements as string[]) : [],
  );
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `the id ${id} is used twice`),
    ...targets.filter((id) => !ids.includes(id)).map((id) => `toggles ${id}, which is not on the card`),
  ];
}

function buttonTitleProblems(card: AdaptiveCard): readonly string[] {
  return objectsOf(card)
    .flatMap((object) => (Array.isArray(object.actions) ? (object.actions as Json[]) : []))
    .map((action) => String(action.title))
    .filter((name) => name.length > LONGEST_BUTTON_TITLE)
    .map((name) => `the button title "${name}" is too long for a phone`);
}

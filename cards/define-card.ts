/**
 * What a card is: one file, cards/<name>.ts, that turns a view model into Adaptive Card 1.5 JSON, and the shape of
 * what its buttons send back. Cards import types only from src/, so that a designer can read one without the rest.
 */
import type { z } from 'zod/v4';
import type { Words } from './words/en';

/** Adaptive Card 1.5 JSON, as plain data. */
export type CardElement = { readonly type: string } & Readonly<Record<string, unknown>>;
/** A button: its title, and what a press does. */
export type Press = CardElement & { readonly title: string };

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly fallbackText: string;
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardElement[];
}

/** What `render` returns. `summary` is the toast and the screen reader's line: it must stand alone. */
export interface DrawnCard {
  readonly summary: string;
  readonly content: AdaptiveCard;
}

/** A rendered card on its way out. */
export interface RenderedCard extends DrawnCard {
  readonly name: string;
}

/** What a button or form of a card sends: the schema of its `data` (inputs included), by action name. */
export type CardActions = Readonly<Record<string, z.ZodObject>>;

/**
 * One card: cards/<name>.ts. `render` is pure: what it shows is in `model`, and the words around it in `words`, one
 * language's of cards/words/. `actions` says what its buttons send in addition to `verb: '<name>.<action>'`; each needs
 * a handler in src/conversation/, or nothing compiles. `samples` are the states that the walking test and the gallery
 * draw, the longest allowed data among them.
 */
export interface CardDefinition<Name extends string, Model, Actions extends CardActions> {
  readonly name: Name;
  readonly samples: Readonly<Record<string, NoInfer<Model>>>;
  readonly actions: Actions;
  readonly render: (model: Model, words: Words) => DrawnCard;
}

export function defineCard<const Name extends string, Model, const Actions extends CardActions>(
  definition: CardDefinition<Name, Model, Actions>,
): CardDefinition<Name, Model, Actions> {
  return definition;
}

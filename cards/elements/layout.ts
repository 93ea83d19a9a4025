import type { AdaptiveCard, CardElement, DrawnCard } from '../define-card';
import type { Words } from '../words/en';
import { text, withoutMarkup } from './text';

export interface Blueprint {
  /** Must be clear on its own: the toast, the chat list and the screen reader show nothing else. */
  readonly summary: string;
  /** What a client that can't draw the card shows instead; by default the summary. */
  readonly fallbackText?: string;
  readonly body: readonly (CardElement | null)[];
  readonly actions?: readonly (CardElement | null)[];
}

/** The frame of every card. Parts that are null are left out. */
export function drawCard(blueprint: Blueprint): DrawnCard {
  const actions = present(blueprint.actions ?? []);
  const content: AdaptiveCard = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: withoutMarkup(blueprint.fallbackText ?? blueprint.summary),
    body: present(blueprint.body),
    ...(actions.length > 0 && { actions }),
  };
  return { summary: blueprint.summary, content };
}

export interface BoxLook {
  readonly style?: 'emphasis' | 'good' | 'attention' | 'warning' | 'accent';
  readonly spacing?: 'None' | 'Small' | 'Default' | 'Medium' | 'Large';
  readonly id?: string;
  readonly visible?: boolean;
  /** Reaches to the card's edges, for the band that carries a verdict or a state. */
  readonly bleed?: boolean;
}

export function box(items: readonly (CardElement | null)[], look: BoxLook = {}): CardElement {
  return {
    type: 'Container',
    items: present(items),
    ...(look.style && { style: look.style }),
    ...(look.spacing && { spacing: look.spacing }),
    ...(look.id !== undefined && { id: look.id }),
    ...(look.visible === false && { isVisible: false }),
    ...(look.bleed && { bleed: true }),
  };
}

/**
 * Two parts side by side if each has room for a short line, otherwise stacked. Teams and the Playground know the flow
 * layout; `adaptivecards` 3.0.4 and older hosts stack, which reads well anywhere.
 */
export function sideBySide(left: readonly CardElement[], right: readonly CardElement[]): CardElement {
  return flow([box(left), box(right)], { itemFit: 'Fill', itemWidth: '180px', columnSpacing: 'Medium' });
}

/** Small things in a row that wraps. */
export function wrapping(items: readonly CardElement[]): CardElement {
  return flow(items, { itemFit: 'Fit', columnSpacing: 'Small' });
}

function flow(items: readonly CardElement[], look: Readonly<Record<string, unknown>>): CardElement {
  const alignment = { horizontalItemsAlignment: 'Left', verticalItemsAlignment: 'Top' };
  const layout = { type: 'Layout.Flow', ...look, rowSpacing: look.columnSpacing, ...alignment };
  return { type: 'Container', spacing: 'Small', layouts: [layout], items };
}

/** A part that is one press away. `id` is unique on the card. */
export function fold(
  id: string,
  name: string,
  items: readonly (CardElement | null)[],
  words: Words,
  open = false,
): CardElement {
  const marker = (suffix: string, symbol: string, visible: boolean) =>
    text(`${symbol} ${name}`, { color: 'Accent', spacing: 'None', id: `${id}-${suffix}`, visible });
  return box([
    {
      type: 'Container',
      items: [marker('closed', '▸', !open), marker('opened', '▾', open)],
      selectAction: {
        type: 'Action.ToggleVisibility',
        title: words.layout.showOrHide(name),
        targetElements: [id, `${id}-closed`, `${id}-opened`],
      },
    },
    box(items, { id, visible: open, spacing: 'Small' }),
  ]);
}

function present(parts: readonly (CardElement | null)[]): readonly CardElement[] {
  return parts.filter((part) => part !== null);
}

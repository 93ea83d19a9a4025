import type { AdaptiveCard, CardElement, DrawnCard } from '../define-card';
import { text } from './text';

export interface Blueprint {
  /** Stands alone: the toast, the chat list and the screen reader show nothing else. */
  readonly summary: string;
  /** What a client that cannot draw the card shows in its place; the summary when not given. */
  readonly fallbackText?: string;
  readonly body: readonly (CardElement | null)[];
  readonly actions?: readonly (CardElement | null)[];
  /** Use the whole width of the chat, for cards that put things side by side. */
  readonly wide?: boolean;
}

/** The frame of every card. Parts that are null are left out. */
export function drawCard(blueprint: Blueprint): DrawnCard {
  const actions = present(blueprint.actions ?? []);
  const content: AdaptiveCard = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: blueprint.fallbackText ?? blueprint.summary,
    body: present(blueprint.body),
    ...(actions.length > 0 && { actions }),
    ...(blueprint.wide && { msteams: { width: 'Full' } }),
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
 * Two parts side by side where there is room and stacked where there is not. Teams and the Playground know the flow
 * layout; a host that does not stacks them, which reads well anywhere.
 */
export function sideBySide(left: readonly CardElement[], right: readonly CardElement[]): CardElement {
  return {
    type: 'Container',
    spacing: 'Medium',
    layouts: [
      {
        type: 'Layout.Flow',
        itemFit: 'Fill',
        minItemWidth: '220px',
        columnSpacing: 'Medium',
        rowSpacing: 'Medium',
        horizontalItemsAlignment: 'Left',
        verticalItemsAlignment: 'Top',
      },
    ],
    items: [box(left), box(right)],
  };
}

/** A part that is one press away. `id` is unique on the card. */
export function fold(
  id: string,
  name: string,
  items: readonly (CardElement | null)[],
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
        title: `Show or hide: ${name}`,
        targetElements: [id, `${id}-closed`, `${id}-opened`],
      },
    },
    box(items, { id, visible: open, spacing: 'Small' }),
  ]);
}

function present(parts: readonly (CardElement | null)[]): readonly CardElement[] {
  return parts.filter((part) => part !== null);
}

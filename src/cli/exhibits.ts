import { cards } from '../../cards';
import { languages, type Language } from '../../cards/words/languages';
import type { CardActions, CardDefinition, DrawnCard } from '../../cards/define-card';

type AnyCard = CardDefinition<string, never, CardActions>;

/** One card of the registry with all its samples as drawn cards. */
export interface Exhibit {
  readonly name: string;
  readonly samples: Readonly<Record<string, DrawnCard>>;
}

export function drawExhibits(language: Language): readonly Exhibit[] {
  return (Object.values(cards) as unknown as readonly AnyCard[]).map((card) => ({
    name: card.name,
    samples: Object.fromEntries(
      Object.entries(card.samples).map(([sample, model]) => [
        sample,
        card.render(model, languages[language]),
      ]),
    ),
  }));
}

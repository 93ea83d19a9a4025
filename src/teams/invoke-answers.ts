/** The bodies that Teams expects of an answered invoke. */
import { CardFactory } from 'botbuilder';
import { sayAsData } from '../../cards';
import type { Words } from '../../cards/words/languages';
import type { LookupResult, Outgoing } from '../conversation/message';

/** A list to pick from; each item is posted as its card. */
export function showList(results: readonly LookupResult[]): unknown {
  return {
    composeExtension: {
      type: 'result',
      attachmentLayout: 'list',
      attachments: results.map(({ title, text, card }) => ({
        ...CardFactory.adaptiveCard(card.content),
        preview: CardFactory.thumbnailCard(title, undefined, undefined, { text }),
      })),
    },
  };
}

/** A sentence where a list would be. */
export function showSentence(sentence: string): unknown {
  return { composeExtension: { type: 'message', text: sentence } };
}

/**
 * The card in a dialog, whose buttons are plain presses. Of several the first that is a card: what else a turn says
 * stands beside it in a chat, where there is room. Without a card, its text.
 */
export function showInDialog(outgoing: readonly Outgoing[], words: Words): unknown {
  const card = outgoing.find((message) => message.card !== undefined)?.card;
  if (card === undefined)
    return tellInDialog(outgoing.find(({ text }) => text !== undefined)?.text ?? words.lookup.done);
  return {
    task: {
      type: 'continue',
      value: {
        title: words.lookup.title,
        height: 'medium',
        width: 'medium',
        card: CardFactory.adaptiveCard(sayAsData(card.content)),
      },
    },
  };
}

/** A sentence in a dialog of its own. */
export function tellInDialog(sentence: string): unknown {
  return { task: { type: 'message', value: sentence } };
}

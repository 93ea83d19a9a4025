/** The response bodies that Teams expects for an invoke. */
import { CardFactory } from 'botbuilder';
import { sayAsData } from '../../../cards';
import type { Words } from '../../../cards/words/languages';
import type { LookupResult, Outgoing } from '../../conversation/message';

/**
 * A list to pick from. Each item already contains its card, so its preview needs no `tap`, with which a client asks
 * again (`composeExtension/selectItem`) for what to post. Cards cost next to nothing to make, and a full page stays
 * small (pinned by tests/e2e/look-ups.test.ts). A second question can fail, and a client that never asks it (phones for
 * years, Agents Playground 0.2.28) would post a placeholder.
 */
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

/** A sentence instead of a list. */
export function showSentence(sentence: string): unknown {
  return { composeExtension: { type: 'message', text: sentence } };
}

/**
 * Shows the first card of a turn as a dialog, in which its buttons work as usual. Without a card, it shows the text.
 * Unlike a chat, a dialog has no room for more messages.
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

/** A sentence in a dialog. */
export function tellInDialog(sentence: string): unknown {
  return { task: { type: 'message', value: sentence } };
}

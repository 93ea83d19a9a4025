/** The response bodies that Teams expects for an invoke. */
import { CardFactory } from 'botbuilder';
import { sayAsData } from '../../../cards';
import type { Words } from '../../../cards/words/languages';
import type { LookupResult, Outgoing } from '../../conversation/message';

/**
 * A list to pick from; each item is posted as its card, which it brings along: no `tap` on its preview, after which a
 * client asks once more (`composeExtension/selectItem`) for what it posts. Cards cost next to nothing to make and a full
 * page of them stays small (pinned by tests/e2e/look-ups.test.ts), while a second question can fail, and a client that
 * does not ask it, as phones for years and Agents Playground 0.2.28, would post the stopgap.
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
 * The first card of a turn as a dialog, whose buttons are plain presses. Without a card, its text. A chat has room for
 * more messages; a dialog doesn't.
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

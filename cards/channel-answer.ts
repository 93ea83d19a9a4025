import { z } from 'zod/v4';
import type { GuideOffer, Statement } from '../src/answering/reply';
import { defineCard } from './define-card';
import { buttonRow, openDialog, openUrl, send } from './elements/actions';
import { Id, OpenGuide, OptionalId } from './elements/input-values';
import { drawCard } from './elements/layout';
import { deskOverview, eaThroughAsfp, longest } from './elements/samples';
import { flagLine, readDoor, sayAnswer, sourceLine } from './elements/statement';
import { eyebrow, note, text, title, withoutMarkdown } from './elements/text';
import type { Words } from './words/en';

export interface ChannelAnswerModel {
  readonly statement: Statement;
  /** Opens the 1:1 chat with the bot; null where no address is known. */
  readonly deepLink: string | null;
  /** The link to this answer; null if it has none, or if the organisation set no public address. */
  readonly link?: string | null;
  /** In a dialog from which it can be posted: the ID of what is posted. */
  readonly post?: string | null;
  /** The message asks for a request. Its form opens in a dialog that only the person who presses sees. */
  readonly form?: { readonly serviceId: string | null } | null;
  /** Works out the case step by step, in such a dialog. */
  readonly guide?: GuideOffer | null;
}

const deepLink = 'https://teams.microsoft.com/l/chat/0/0?users=28:00000000-0000-0000-0000-000000000000';

const requests: Statement = {
  ...deskOverview,
  title: 'Send requests in private',
  answer: 'Open the form here, where only you can see it, or message me in a 1:1 chat.',
  provenance: null,
  door: null,
};

/** An answer for a thread or a look-up: compact, readable without the app, and without anything about the asker. */
export const channelAnswer = defineCard({
  name: 'channel-answer',
  actions: { post: z.object({ id: Id }), request: z.object({ serviceId: OptionalId }), guide: OpenGuide },
  samples: {
    flagged: { statement: eaThroughAsfp, deepLink },
    'yes or no': { statement: { ...eaThroughAsfp, yesOrNo: 'yes' }, deepLink },
    linked: { statement: eaThroughAsfp, deepLink, link: 'https://desk.example/entries/faq-ea-asfp' },
    'to be posted': { statement: deskOverview, deepLink: null, post: 'desk-overview' },
    'a request': { statement: requests, deepLink, form: { serviceId: 'architecture-design-session' } },
    'no address': { statement: deskOverview, deepLink: null },
    'a case': {
      statement: eaThroughAsfp,
      deepLink,
      guide: { id: 'whose-contract', answers: { agreement: 'ea' } },
    },
    longest: { statement: longest, deepLink, guide: { id: 'longest', answers: {} } },
  },
  render: (
    { statement, deepLink, link = null, post = null, form = null, guide = null }: ChannelAnswerModel,
    words,
  ) => {
    // Wrapped, as they may be three, and a phone has room for two.
    const presses = [
      post === null ? null : send(words.lookup.post, 'channel-answer.post', { id: post }),
      form === null ? null : openDialog(words.lookup.openForm, 'channel-answer.request', { ...form }),
      guide === null
        ? null
        : openDialog(words.lookup.openGuide, 'channel-answer.guide', {
            guide: guide.id,
            answers: guide.answers,
          }),
      deepLink === null ? null : openUrl(words.channelAnswer.continue, deepLink),
      link === null ? null : openUrl(words.lookup.link, link),
    ].filter((press) => press !== null);
    return drawCard({
      summary: withoutMarkdown(sayAnswer(statement, words)),
      body: [
        statement.programme === null ? null : eyebrow(statement.programme),
        title(statement.title, { spacing: 'None' }),
        text(sayAnswer(statement, words), { spacing: 'Small' }),
        flagLine(statement.flag),
        doorLine(statement, words),
        sourceLine(statement, words),
        presses.length === 0 ? null : buttonRow(presses),
      ],
    });
  },
});

function doorLine({ door }: Statement, words: Words) {
  if (door === null) return null;
  const { name, how } = readDoor(door, words);
  return note(`**${name}**: ${how}`);
}

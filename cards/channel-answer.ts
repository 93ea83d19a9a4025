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
  /** Where this very answer is; null where it has no place of its own, or the organisation gave it no address. */
  readonly link?: string | null;
  /** In a dialog, where it can be posted: the id of what is. */
  readonly post?: string | null;
  /** A request was meant: its form opens in a dialog that only who presses sees. */
  readonly form?: { readonly serviceId: string | null } | null;
  /** Works the case out step by step, in such a dialog. */
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

/** An answer for a thread or a look-up: compact, reads without the app, and nothing of the asker's in it. */
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

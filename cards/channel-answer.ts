import type { Statement } from '../src/answering/reply';
import { defineCard } from './define-card';
import { openUrl } from './elements/actions';
import { drawCard } from './elements/layout';
import { deskOverview, eaThroughAsfp, longest } from './elements/samples';
import { flagLine, sourceLine } from './elements/statement';
import { eyebrow, note, text, title, withoutMarkdown } from './elements/text';

export interface ChannelAnswerModel {
  readonly statement: Statement;
  /** Opens the 1:1 chat with the bot; null where no address is known. */
  readonly deepLink: string | null;
}

const deepLink = 'https://teams.microsoft.com/l/chat/0/0?users=28:00000000-0000-0000-0000-000000000000';

/** An answer for a thread or a look-up: compact, reads without the app, and nothing of the asker's in it. */
export const channelAnswer = defineCard({
  name: 'channel-answer',
  actions: {},
  samples: {
    flagged: { statement: eaThroughAsfp, deepLink },
    'no address': { statement: deskOverview, deepLink: null },
    longest: { statement: longest, deepLink },
  },
  render: ({ statement, deepLink }: ChannelAnswerModel, words) =>
    drawCard({
      summary: withoutMarkdown(statement.answer),
      body: [
        statement.programme === null ? null : eyebrow(statement.programme),
        title(statement.title, { spacing: 'None' }),
        text(statement.answer, { spacing: 'Small' }),
        flagLine(statement.flag),
        statement.door === null ? null : note(`**${statement.door.name}**: ${statement.door.how}`),
        sourceLine(statement.provenance, words),
      ],
      actions: [deepLink === null ? null : openUrl(words.channelAnswer.continue, deepLink)],
    }),
});

import { defineCard } from './define-card';
import { drawCard } from './elements/layout';
import { bullets, note, title } from './elements/text';

/** Retention periods, as they are configured. */
export interface PrivacyModel {
  readonly dialoguesMinutes: number;
  readonly closedRequestsMonths: number;
  readonly feedbackDays: number;
  readonly goneAddressesDays: number;
}

/** What is stored of a person's messages, in the words of a person. The README's privacy table says the same in full. */
export const privacy = defineCard({
  name: 'privacy',
  actions: {},
  samples: {
    defaults: { dialoguesMinutes: 60, closedRequestsMonths: 24, feedbackDays: 90, goneAddressesDays: 30 },
    shortest: { dialoguesMinutes: 1, closedRequestsMonths: 1, feedbackDays: 1, goneAddressesDays: 1 },
  },
  render: (periods: PrivacyModel, { privacy }) =>
    drawCard({
      summary: privacy.summary,
      body: [
        title(privacy.title),
        bullets([
          privacy.chat(periods.dialoguesMinutes),
          privacy.requests(periods.closedRequestsMonths),
          privacy.confidential,
          privacy.vulnerabilities,
          privacy.feedback(periods.feedbackDays),
          privacy.unanswered,
          privacy.address(periods.goneAddressesDays),
        ]),
        note(privacy.yours, { spacing: 'Medium' }),
      ],
    }),
});

import type { PrivacyIntent } from '../src/knowledge/model/content';
import { defineCard } from './define-card';
import { drawCard, fold } from './elements/layout';
import { bullets, note, text, title } from './elements/text';
import type { Words } from './words/languages';

/** Retention periods, as they are configured. */
export interface Periods {
  readonly dialoguesMinutes: number;
  readonly closedRequestsMonths: number;
  readonly feedbackDays: number;
  readonly goneAddressesDays: number;
}

export interface PrivacyModel extends Periods {
  readonly about: PrivacyIntent;
  /** Whether a language model may see what the reader writes. */
  readonly usesModel: boolean;
}

const periods: Periods = {
  dialoguesMinutes: 60,
  closedRequestsMonths: 24,
  feedbackDays: 90,
  goneAddressesDays: 30,
};
const shortest: Periods = {
  dialoguesMinutes: 1,
  closedRequestsMonths: 1,
  feedbackDays: 1,
  goneAddressesDays: 1,
};

/** What is stored about a person's messages, in everyday words. The table in teamsapp/operating.md says it in full. */
export const privacy = defineCard({
  name: 'privacy',
  actions: {},
  samples: {
    defaults: { ...periods, about: 'privacy', usesModel: false },
    shortest: { ...shortest, about: 'privacy', usesModel: false },
    'who reads': { ...periods, about: 'privacy-readers', usesModel: false },
    'who reads, with a model': { ...periods, about: 'privacy-readers', usesModel: true },
    deletion: { ...periods, about: 'privacy-deletion', usesModel: false },
    'soon deleted': { ...shortest, about: 'privacy-deletion', usesModel: false },
    place: { ...periods, about: 'privacy-place', usesModel: false },
    'no model': { ...periods, about: 'privacy-model', usesModel: false },
    'with a model': { ...periods, about: 'privacy-model', usesModel: true },
    law: { ...periods, about: 'privacy-law', usesModel: false },
  } satisfies Record<string, PrivacyModel>,
  render: (model: PrivacyModel, words) => {
    const { privacy } = words;
    const all = [bullets(listAll(model, words)), note(privacy.yours, { spacing: 'Medium' })];
    if (model.about === 'privacy')
      return drawCard({ summary: privacy.summary, body: [title(privacy.title), ...all] });
    const [heading, ...answer] = answerOne(model.about, model, words);
    return drawCard({
      summary: heading ?? privacy.title,
      body: [
        title(heading ?? privacy.title),
        ...answer.map((paragraph) => text(paragraph)),
        fold('all', privacy.title, all, words, model.about === 'privacy-law'),
      ],
    });
  },
});

function listAll(
  { dialoguesMinutes, closedRequestsMonths, feedbackDays, goneAddressesDays }: Periods,
  { privacy }: Words,
): readonly string[] {
  return [
    privacy.chat(dialoguesMinutes),
    privacy.requests(closedRequestsMonths),
    privacy.confidential,
    privacy.vulnerabilities,
    privacy.feedback(feedbackDays),
    privacy.unanswered,
    privacy.address(goneAddressesDays),
  ];
}

/** A heading, then paragraphs. */
function answerOne(
  about: Exclude<PrivacyIntent, 'privacy'>,
  { usesModel, dialoguesMinutes, closedRequestsMonths }: PrivacyModel,
  { privacy, model }: Words,
): readonly string[] {
  switch (about) {
    case 'privacy-readers': {
      const { title: heading, chat, requests } = privacy.about[about];
      return [heading, chat, requests, ...(usesModel ? [model.inHelp] : [])];
    }
    case 'privacy-deletion': {
      const { title: heading, chat, requests } = privacy.about[about];
      return [heading, chat(dialoguesMinutes), requests(closedRequestsMonths), privacy.yours];
    }
    case 'privacy-model': {
      const { title: heading, none, some, learning } = privacy.about[about];
      return [heading, usesModel ? some : none, learning];
    }
    case 'privacy-place':
    case 'privacy-law': {
      const { title: heading, answer } = privacy.about[about];
      return [heading, answer];
    }
  }
}

/** Checks what the privacy card says to each question, in each language. */
import { describe, expect, it } from '@jest/globals';
import { renderCard } from '../../../cards';
import { languages } from '../../../cards/words/languages';
import { PRIVACY_INTENTS, type PrivacyIntent } from '../../../src/knowledge/model/content';

const periods = {
  dialoguesMinutes: 45,
  closedRequestsMonths: 7,
  feedbackDays: 80,
  goneAddressesDays: 20,
};

describe.each(Object.entries(languages))('in %s', (_, words) => {
  const draw = (about: PrivacyIntent, usesModel = false) =>
    JSON.stringify(renderCard('privacy', { ...periods, about, usesModel }, words));
  const { privacy } = words;
  const { about } = privacy;

  it('each question has a heading of its own, and everything that is stored is on each card', () => {
    const cards = PRIVACY_INTENTS.map((intent) =>
      renderCard('privacy', { ...periods, about: intent, usesModel: false }, words),
    );
    expect(new Set(cards.map(({ summary }) => summary)).size).toBe(PRIVACY_INTENTS.length);
    const stored = [
      ...[privacy.chat(45), privacy.requests(7), privacy.feedback(80), privacy.address(20)],
      ...[privacy.confidential, privacy.vulnerabilities, privacy.unanswered, privacy.yours],
    ];
    for (const card of cards) for (const line of stored) expect(JSON.stringify(card)).toContain(line);
  });

  it('the answer about deletion names the periods in force', () => {
    expect(draw('privacy-deletion')).toContain(about['privacy-deletion'].chat(45));
    expect(draw('privacy-deletion')).toContain(about['privacy-deletion'].requests(7));
  });

  it('a language model is named only where one may see the messages', () => {
    expect(draw('privacy-model')).toContain(about['privacy-model'].none);
    expect(draw('privacy-model', true)).toContain(about['privacy-model'].some);
    expect(draw('privacy-readers')).not.toContain(words.model.inHelp);
    expect(draw('privacy-readers', true)).toContain(words.model.inHelp);
  });
});

import { describe, expect, it } from '@jest/globals';
import { renderCard } from '../../../cards';
import { languages } from '../../../cards/words/languages';
import { createStatements } from '../../../src/answering/replying/statements';
import { createLeads } from '../../../src/answering/replying/yes-or-no';
import type { YesOrNo } from '../../../src/answering/reply';
import { QUESTIONS } from '../../support/yes-or-no-questions';
import { content } from '../../support/shared';

const leads = createLeads(content);
const statements = createStatements(content);
const exclusions = content.rules.filter(({ side, refuses }) => side === 'is-not' && refuses !== undefined);
const programmes = new Map(content.programmes.map(({ id, shortName }) => [id, shortName]));

const read = (id: string) => statements.find(id)!;
const say = (id: string, question: string, verdict: 'in' | 'out' | null = null): YesOrNo | undefined =>
  leads.lead(read(id), question, verdict).yesOrNo;
/** Turns "Can we ...?" into "Can't we ...?". */
const negate = (question: string) =>
  question.replace(/(^|[,.] )(can|could|do|does|is|are|must|will|would|may)\b/i, "$1$2n't");

describe('a plain yes-or-no question', () => {
  it.each(QUESTIONS)('about %s gets %j, and its negation gets no word', (id, said, questions) => {
    expect(questions.map((question) => say(id, question))).toEqual(questions.map(() => said));
    expect(questions.map((question) => say(id, negate(question)))).toEqual(questions.map(() => undefined));
  });

  it('has several examples for every line that the content declares', () => {
    const declared = [...content.entries, ...content.rules].flatMap(({ id, yesOrNo }) =>
      [...new Set(yesOrNo.map(({ answer }) => answer))].map((answer) => `${id}: ${answer}`),
    );
    const tried = QUESTIONS.filter(([, , questions]) => questions.length >= 2);
    expect(tried.map(([id, said]) => `${id}: ${said}`).sort()).toEqual(declared.sort());
  });

  it.each(exclusions.map(({ id, programme }) => [id, programmes.get(programme)!] as const))(
    'about the exclusion %s gets "no", and its negation gets no word',
    (id, programme) => {
      const asked = [`Does ${programme} do that?`, `Can ${programme} help us with it?`];
      expect(asked.map((question) => say(id, question, 'out'))).toEqual(['no', 'no']);
      expect(asked.map((question) => say(id, negate(question), 'out'))).toEqual([undefined, undefined]);
    },
  );
});

describe('the answer begins without a word in front', () => {
  it.each([
    ['to an open question', 'Who does troubleshooting?'],
    ['to a bare phrase', 'desk troubleshooting'],
    ['to a wish', 'I want the desk to troubleshoot'],
    ['to a question with "not" in it', 'Is it true that the desk does not troubleshoot?'],
    ['to a tag that repeats what was said', 'The desk doesn’t troubleshoot, does it?'],
    ['to a question that is turned round', 'Is troubleshooting out of scope for the desk?'],
    ['to a question after what is excluded', 'Is troubleshooting excluded?'],
    ['to two questions at once', 'Can the desk troubleshoot and does it cost anything?'],
    ['to a choice between two', 'Is it the desk or TPD for troubleshooting?'],
    ['to a request to explain', 'Can you explain what the desk does with errors?'],
  ])('%s', (_what, text) => {
    expect(say('desk-break-fix', text, 'out')).toBeUndefined();
  });

  it('of a programme that the declared line does not speak of', () => {
    expect(say('gps-hackathon', 'Does TPD run hackathons?')).toBeUndefined();
  });

  it('where the question needs a "must" and the line answers a "may"', () => {
    expect(say('faq-ea-asfp', 'Must we log it on our ASfP?')).toBeUndefined();
  });
});

describe('a need', () => {
  const need = (door: string) => ({ ...read('desk-overview'), door: statements.findDoor(door) });
  const say = (text: string, verdict: 'in' | 'out' | 'depends', door = 'desk') =>
    leads.leadNeed(need(door), text, verdict).yesOrNo;

  it.each([
    ['in', 'yes'],
    ['out', 'no'],
    ['depends', 'depends'],
  ] as const)('that is %s gets %j where it is asked as a question', (verdict, said) => {
    expect(say('Can somebody design it with us?', verdict)).toBe(said);
    expect(say('We want somebody to design it with us', verdict)).toBeUndefined();
    expect(say("Can't somebody design it with us?", verdict)).toBeUndefined();
  });

  it('gets no "yes" where another programme than that of its door was asked about', () => {
    expect(say('Can TPD design it with our customer?', 'in')).toBeUndefined();
  });
});

describe('on a card', () => {
  const { en: words } = languages;
  const verdict = (said: 'in' | 'out', text: string) => {
    const statement = leads.lead(read('desk-break-fix'), text, said);
    return renderCard('verdict', { verdict: said, rule: null, statement, next: [] }, words);
  };

  it('the verdict begins with the word', () => {
    expect(verdict('out', 'Does the desk troubleshoot?').summary).toMatch(new RegExp(`^${words.verdict.no}`));
    expect(verdict('out', "Doesn't the desk troubleshoot?").summary).toMatch(
      new RegExp(`^${words.verdict.out}`),
    );
  });

  it('a "yes" never stands under "out of scope", nor a "no" under "in scope"', () => {
    expect(say('desk-paid', 'Is the desk free of charge?', 'out')).toBeUndefined();
    expect(say('desk-paid', 'Is the desk a paid service?', 'in')).toBeUndefined();
  });

  it('the answer begins with the word', () => {
    const statement = leads.lead(read('faq-ea-asfp'), 'Can we open a ticket for an EA customer?', null);
    const { summary } = renderCard('answer', { statements: [statement], next: [] }, words);
    expect(summary).toMatch(new RegExp(`^${words.yesOrNo.yes}\\. You can open`));
  });
});

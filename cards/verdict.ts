import type { Offer, RuleView, Statement, Verdict } from '../src/answering/reply';
import { defineCard } from './define-card';
import { box, drawCard } from './elements/layout';
import { deskOverview, longest, longNext, pdmOrPts, supportContract } from './elements/samples';
import { doorBox, flagLine, sayPlainly, sourceLine, statementFolds } from './elements/statement';
import { suggestions } from './elements/suggestions';
import { note, text, title, withoutMarkdown } from './elements/text';

export interface VerdictModel {
  readonly verdict: Verdict;
  readonly rule: RuleView | null;
  readonly statement: Statement;
  readonly next: readonly Offer[];
}

const bands = {
  in: { symbol: '✓', style: 'good' },
  out: { symbol: '✕', style: 'attention' },
  'not-stated': { symbol: '?', style: 'warning' },
} as const;

const isRule: RuleView = {
  id: 'desk-sell-with',
  programme: 'Architecture Desk',
  text: 'Only for sell-with opportunities (there should be a customer)',
};
const isNotRule: RuleView = {
  id: 'desk-break-fix',
  programme: 'Architecture Desk',
  text: 'Break-fix or troubleshooting',
};

/** In, out or not stated: the verdict, the rule that decided, and the door. */
export const verdict = defineCard({
  name: 'verdict',
  actions: {},
  samples: {
    in: {
      verdict: 'in',
      rule: isRule,
      statement: {
        ...deskOverview,
        title: 'A design session for a customer',
        answer:
          'The Architecture Desk supports sell-with opportunities, and a design session for a customer is one of its services.',
      },
      next: [{ title: 'Request it', text: 'Request an Architecture Design Session' }],
    },
    'yes, in': {
      verdict: 'in',
      rule: { id: 'desk-remote', programme: 'Architecture Desk', text: 'Available remotely' },
      statement: {
        ...deskOverview,
        yesOrNo: 'yes',
        title: 'Available remotely',
        answer: 'The Architecture Desk’s support is available remotely.',
      },
      next: [],
    },
    out: {
      verdict: 'out',
      rule: isNotRule,
      statement: {
        ...deskOverview,
        yesOrNo: 'no',
        title: 'Break-fix or troubleshooting',
        answer: 'The Architecture Desk doesn’t do break-fix or troubleshooting.',
        door: supportContract,
      },
      next: [
        {
          title: 'What does the Architecture Desk do?',
          text: 'What’s in scope for the Architecture Desk, and what isn’t?',
        },
      ],
    },
    'not stated': {
      verdict: 'not-stated',
      rule: null,
      statement: {
        ...deskOverview,
        title: 'Workshops for several customers at once',
        answer: 'It isn’t documented whether this is in scope.',
        provenance: null,
        door: pdmOrPts,
      },
      next: [],
    },
    longest: {
      verdict: 'out',
      rule: { id: 'long', programme: 'Technical Presales and Deployment', text: longest.title },
      statement: longest,
      next: longNext,
    },
  },
  render: (model: VerdictModel, words) => {
    const { symbol, style } = bands[model.verdict];
    const { statement, rule } = model;
    const band = words.verdict[statement.yesOrNo ?? model.verdict];
    const heading =
      model.verdict === 'not-stated' && statement.programme !== null
        ? words.verdict.notListed(statement.programme)
        : statement.title;
    return drawCard({
      summary: words.verdict.summary(band, withoutMarkdown(sayPlainly(statement))),
      body: [
        box(
          [
            text(
              [`${symbol} ${band}`, ...(statement.programme === null ? [] : [statement.programme])].join(
                ' · ',
              ),
              {
                bolder: true,
              },
            ),
          ],
          { style, bleed: true },
        ),
        title(heading, { spacing: 'Medium' }),
        text(sayPlainly(statement), { spacing: 'Small' }),
        rule === null ? null : note(words.statement.rule(rule.text, rule.programme)),
        flagLine(statement.flag),
        doorBox(statement.door, words),
        ...statementFolds(statement, 'statement', words),
        sourceLine(statement, words),
        suggestions(words.layout.next, model.next),
      ],
    });
  },
});

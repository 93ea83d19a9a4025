import type { RuleView, Statement, Suggestion } from '../src/answering/reply';
import { defineCard } from './define-card';
import { button } from './elements/actions';
import { IntakeValues } from './elements/intake-values';
import { box, drawCard } from './elements/layout';
import { desk, deskOverview, hostile, longest, longName, longNext, pdmOrPts } from './elements/samples';
import { doorBox, flagLine, sayPlainly, sourceLine, statementFolds } from './elements/statement';
import { suggestions } from './elements/suggestions';
import { note, text, title, withoutMarkdown } from './elements/text';

export interface NeedModel {
  readonly verdict: 'in' | 'out' | 'depends';
  readonly rule: RuleView | null;
  readonly statement: Statement;
  /** The form's content for the next step; null where nothing can be requested here. */
  readonly request: IntakeValues | null;
  readonly next: readonly Pick<Suggestion, 'title' | 'text'>[];
}

const bands = {
  in: { symbol: '✓', style: 'good' },
  out: { symbol: '✕', style: 'attention' },
  depends: { symbol: '?', style: 'warning' },
} as const;

const values: IntakeValues = {
  formId: 'f-1',
  serviceId: 'architecture-design-session',
  customer: 'Contoso',
  confidential: false,
  solutionAreaId: null,
  wantedBy: null,
  role: null,
  person: null,
  details: 'They want to leave their own datacentre and asked for a target architecture.',
  asked: null,
  drawnAtMs: null,
  fields: {},
};

const inScope: NeedModel = {
  verdict: 'in',
  rule: {
    id: 'r-1',
    programme: 'Architecture Desk',
    text: 'Only for sell-with opportunities (there should be a customer)',
  },
  statement: {
    ...deskOverview,
    title: 'Design help for a customer opportunity',
    yesOrNo: 'yes',
    answer: 'The Architecture Desk helps with customer opportunities. You engage it through your PDM or PTS.',
    door: desk,
  },
  request: values,
  next: [],
};

/** The answer to a need: in, out or it depends, the rule that decided, the door, and the next step. */
export const need = defineCard({
  name: 'need',
  actions: { request: IntakeValues },
  samples: {
    in: inScope,
    'advised against': {
      ...inScope,
      verdict: 'out',
      rule: { id: 'r-2', programme: 'Architecture Desk', text: 'Staff augmentation' },
      statement: {
        ...inScope.statement,
        yesOrNo: 'no',
        title: 'People to join your team',
        answer: 'The Architecture Desk doesn’t do staff augmentation. Ask your PDM or PTS.',
        door: pdmOrPts,
      },
    },
    'at another door': { ...inScope, rule: null, request: null },
    longest: {
      verdict: 'depends',
      rule: { id: 'long', programme: 'Technical Presales and Deployment', text: longest.title },
      statement: longest,
      request: {
        ...values,
        customer: longName,
        person: longName,
        details: hostile.repeat(16).slice(0, 2000),
      },
      next: longNext,
    },
  },
  render: ({ verdict, rule, statement, request, next }: NeedModel, words) => {
    const { symbol, style } = bands[verdict];
    const band = words.need[statement.yesOrNo ?? verdict];
    const press = verdict === 'out' ? words.need.requestInstead : words.need.request;
    return drawCard({
      summary: words.need.summary(band, withoutMarkdown(sayPlainly(statement))),
      body: [
        box([text(`${symbol} ${band}`, { bolder: true })], { style, bleed: true }),
        title(statement.title, { spacing: 'Medium' }),
        text(sayPlainly(statement), { spacing: 'Small' }),
        rule === null ? null : note(words.statement.rule(rule.text, rule.programme)),
        flagLine(statement.flag),
        doorBox(statement.door, words),
        ...statementFolds(statement, 'statement', words),
        sourceLine(statement, words),
        suggestions(words.layout.next, next),
      ],
      actions:
        request === null ? [] : [button(press, 'need.request', request, { primary: verdict === 'in' })],
    });
  },
});

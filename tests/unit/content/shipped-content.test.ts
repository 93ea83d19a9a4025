import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readLabelledLines } from '../../../src/cli/develop/labelled-lines';
import { createStatements } from '../../../src/answering/replying/statements';
import type { Rule } from '../../../src/knowledge/model/content';
import { findOverdue } from '../../../src/knowledge/model/find-overdue';
import { findProjectRoot } from '../../../src/shared/project-root';
import { requireItem } from '../../support/require-item';
import { content } from '../../support/shared';

const rulesOf = (programme: string, side: Rule['side']): Record<string, string> =>
  Object.fromEntries(
    content.rules
      .filter((rule) => rule.programme === programme && rule.side === side)
      .map(({ id, text }) => [id, text]),
  );

describe('the owner’s lists, item by item', () => {
  it('has what the Architecture Desk is', () => {
    expect(rulesOf('desk', 'is')).toEqual({
      'desk-needs-customer': expect.stringMatching(/only for sell-with opportunities.*customer/i),
      'desk-local-csa': expect.stringMatching(/local CSA.*solution areas/),
      'desk-sell-with-services': expect.stringMatching(/sell-with technical services/),
      'desk-response-time': expect.stringMatching(/better response times for key areas/i),
      'desk-remote': expect.stringMatching(/remotely/),
      'desk-pst-csa': expect.stringMatching(/PST Solution Area CSAs when needed/),
    });
  });

  it('has what the Architecture Desk is not, free of charge and of an hour limit among it', () => {
    expect(rulesOf('desk', 'is-not')).toEqual({
      'desk-build-with': expect.stringMatching(/build-with support for your practice or solution/i),
      'desk-attest-architecture': expect.stringMatching(/attestation of your architecture/i),
      'desk-break-fix': expect.stringMatching(/break-fix or troubleshooting/i),
      'desk-implementation': expect.stringMatching(/implementation support/i),
      'desk-sustained': expect.stringMatching(/strategic.*sustained effort/i),
      'desk-generic-qa': expect.stringMatching(/generic Q&A without customer context/i),
      'desk-dedicated-csa': expect.stringMatching(/dedicated CSA/i),
      'desk-paid': 'No charge, and no fixed limit on hours',
      'desk-staff-aug': expect.stringMatching(/staff augmentation/i),
      'desk-scale-training': expect.stringMatching(/scale training/i),
      'desk-sourcing-deals': expect.stringMatching(/sourcing deals/i),
    });
  });

  it('has every exclusion of TPD, training delivery once', () => {
    expect(rulesOf('tpd', 'is-not')).toEqual({
      'tpd-pipeline': expect.stringMatching(/sales pipeline planning/i),
      'tpd-end-customer': expect.stringMatching(/end-customer discussions/i),
      'tpd-direct-support': expect.stringMatching(/direct-to-customer support/i),
      'tpd-training-delivery': expect.stringMatching(/training delivery/i),
      'tpd-pricing-licensing': expect.stringMatching(/licensing, pricing and price lists/i),
      'tpd-break-fix': expect.stringMatching(/break-fix support and troubleshooting/i),
      'tpd-hotfixes': expect.stringMatching(/hotfixes/i),
      'tpd-on-site': expect.stringMatching(/on-site/i),
      'tpd-hours-limit': expect.stringMatching(/long-term consulting \(over 25 hours per engagement\)/i),
      'tpd-production-hands-on': expect.stringMatching(/hands-on support in a production environment/i),
      'tpd-code-review': expect.stringMatching(/code reviews, troubleshooting and performance tuning/i),
      'tpd-app-dev': expect.stringMatching(/application development beyond light proofs of concept/i),
    });
  });

  it('has GPS refuse technical support and troubleshooting', () => {
    expect(rulesOf('gps', 'is-not')).toEqual({
      'gps-no-troubleshooting': expect.stringMatching(
        /technical support or troubleshooting.*delivery or operations/i,
      ),
    });
  });

  it.each([
    [
      'desk',
      [
        'RFP/RFI Advice',
        'Technical Briefing',
        'Technical Skills Enablement',
        'Architecture Design Session',
        'Proof of Concept',
        'Deployment Review',
      ],
    ],
    [
      'gps',
      [
        'Envisioning Briefing',
        'Technical Briefing',
        'Roadmap Planning',
        'Architecture Design Session',
        'Build and Assist',
        'Hackathon',
        'Proof of Concept',
        'Technical Skills Enablement',
        'Sales Skills Enablement',
        'Sales Deal Enablement',
        'Solution Technical Review',
        'Deployment Review',
      ],
    ],
  ])('lists the services of %s, each requestable and with an entry of its own', (programme, names) => {
    const services = content.services.filter(({ programmes }) => programmes.includes(programme));
    expect(services.map(({ name }) => name).sort()).toEqual([...names].sort());
    expect(services.filter(({ stored }) => !stored)).toEqual([]);
    const entries = content.entries.filter(
      (entry) => entry.programme === programme && entry.aspect === 'services',
    );
    for (const name of names)
      expect(
        entries.filter(
          ({ id, title }) =>
            id !== 'desk-services' && title.includes(name.replace('Deployment Review', 'Review')),
        ),
      ).not.toEqual([]);
  });

  it('links to each rule with a question', () => {
    const titles = content.rules.map(({ id }) => createStatements(content).suggest([id], 1)[0]?.title);
    expect(titles.filter((title) => title?.endsWith('?') !== true)).toEqual([]);
  });

  it('names every service in the overview of its programme', () => {
    const { answer: gps } = requireItem(content.entries, 'gps-team');
    for (const words of [
      /Envisioning Briefing/,
      /Assessment – Technical Briefing/,
      /Roadmap Planning/,
      /Architecture Design Session/,
      /Build and Assist/,
      /Hackathon/,
      /Proof of Concept/,
      /Technical and Sales Skills Enablement/,
      /Sales Deal Enablement \(first 3 deals\)/,
      /Solution Technical Review/,
      /Deployment \/ Practice Review/,
    ])
      expect(gps).toMatch(words);
    const { answer: desk } = requireItem(content.entries, 'desk-services');
    for (const { name } of content.services.filter(({ programmes }) => programmes[0] === 'desk'))
      expect(desk).toContain(name);
  });

  it.each([
    ['faq-ea-asfp', [/can open/, /ASfP/, /request a relationship/, /proper affiliation/]],
    ['faq-which-contract', [/depends/, /ASfP or PSfP/, /hours or incidents/]],
    ['faq-incident-limits', [/ASfP has unlimited/, /PSfP may have incidents or time deducted/]],
    ['faq-end-customer-entitlement', [/can't contact/, /between Microsoft and the partner/]],
    [
      'support-options',
      [/Microsoft Partner Network/, /Advanced/, /Premier/, /CSP partners and hosters/, /several/],
    ],
    ['break-fix-routing', [/ticket/, /GPS, the Architecture Desk and TPD don't do break-fix/]],
    ['desk-overview', [/centralised/, /experienced and qualified architects/, /engagement model/]],
    ['desk-how-to-engage', [/Partner Development Manager/, /Partner Technology Strategist/]],
    ['desk-defined-hours', [/no fixed limit on hours/, /25-hour limit .*TPD/]],
    [
      'tpd-overview',
      [/remote, personalised, one-to-one/, /increase sales, deploy more effectively and accelerate app/],
    ],
    ['tpd-how-to', [/Sign in to Partner Center/, /ticket/]],
    ['msrc-report', [/Microsoft Security Response Center/]],
    ['msrc-track-status', [/track the status/]],
    ['msrc-cvd', [/single process/, /Coordinated Vulnerability Disclosure/]],
  ])('answers %s with the fact first', (id, facts) => {
    const { answer } = requireItem(content.entries, id);
    for (const fact of facts) expect(answer).toMatch(fact);
  });
});

describe('the right door', () => {
  it.each([
    ['desk-build-with', 'gps', 'build-with'],
    ['desk-break-fix', 'support', 'break-fix'],
    ['desk-generic-qa', 'tpd', 'generic-qa'],
    ['tpd-break-fix', 'support', 'break-fix'],
    ['tpd-hotfixes', 'support', 'break-fix'],
    ['tpd-end-customer', 'desk', 'end-customer'],
    ['tpd-app-dev', 'gps', 'app-development'],
    ['gps-no-troubleshooting', 'support', 'break-fix'],
  ])('of %s is %s', (id, door, reason) => {
    expect(requireItem(content.rules, id)).toMatchObject({ door, refuses: reason });
  });

  it('is never refused by what is good news: no charge, remote, response time', () => {
    for (const id of ['desk-paid', 'desk-remote', 'desk-response-time', 'desk-local-csa', 'desk-pst-csa'])
      expect(requireItem(content.rules, id).refuses).toBeUndefined();
  });

  it('has a reason behind every other is-not rule', () => {
    const silent = content.rules.filter(({ side, refuses }) => side === 'is-not' && refuses === undefined);
    expect(silent.map(({ id }) => id)).toEqual(['desk-paid']);
  });
});

describe('what is claimed', () => {
  const statements = (): readonly { id: string; answer: string }[] => [
    ...content.entries,
    ...content.rules,
    ...content.notCovered,
  ];

  it('has no number but those of the owner’s document', () => {
    const allowed = new Set(['25', '3', '365', '24', '7']);
    const numbers = statements().flatMap(({ id, answer }) =>
      (answer.match(/\d+/g) ?? [])
        .filter((number) => !allowed.has(number))
        .map((number) => `${id}: ${number}`),
    );
    expect(numbers).toEqual([]);
  });

  it('keeps public facts out of the answers, and shows each with a page that was read', () => {
    for (const item of [...content.entries, ...content.rules])
      for (const fact of item.goodToKnow) {
        expect(item.answer).not.toContain(fact.text);
        expect(requireItem(content.sources, fact.source)).toMatchObject({
          url: expect.stringMatching(/^https:/),
          read: expect.any(String),
        });
      }
    const used = new Set(
      [...content.entries, ...content.rules].flatMap(({ goodToKnow }) => goodToKnow.map(({ id }) => id)),
    );
    expect(content.facts.filter(({ id }) => !used.has(id))).toEqual([]);
  });

  it('does not begin with a bare yes or no, which a negated question would turn round', () => {
    const needs = (content.needs?.rows ?? []).flatMap(({ id, answer }) =>
      answer === undefined ? [] : { id, answer },
    );
    const bare = [...statements(), ...needs].filter(({ answer }) => /^(yes|no)\b[^ a-z]/i.test(answer));
    expect(bare).toEqual([]);
  });

  it('flags what only the owner’s document claims about support plans', () => {
    for (const id of ['faq-ea-asfp', 'faq-which-contract', 'faq-incident-limits'])
      expect(requireItem(content.entries, id).flag).toBe('Confirm with your PDM');
    const claiming = [...content.entries, ...content.rules, ...content.terms, ...content.notCovered].filter(
      (item) => /unlimited/.test(JSON.stringify({ ...item, asks: [], yesOrNo: [] })),
    );
    expect(claiming.map(({ id }) => id).sort()).toEqual([
      'faq-ea-asfp',
      'faq-incident-limits',
      'faq-which-contract',
    ]);
  });

  it('does not spell out PST, which nobody did for us', () => {
    expect(requireItem(content.terms, 'pst').expansion).toBeUndefined();
    expect(requireItem(content.terms, 'pst').meaning).toMatch(/isn't documented/);
    const shown = [...content.entries, ...content.rules, ...content.notCovered].map((item) =>
      JSON.stringify({ ...item, asks: [] }),
    );
    expect(shown.filter((text) => /PST \(|Partner Solutions? T|Partner Success T/.test(text))).toEqual([]);
  });

  it('has no link to the offerings page that the owner names without one', () => {
    expect(requireItem(content.sources, 'compare-offerings').url).toBeUndefined();
  });

  it('has roles as owners and the owner’s document, as verification', () => {
    for (const { owner, verified, source } of [...content.entries, ...content.rules]) {
      expect(['GPS Technical Team', 'Partner Architecture Desk']).toContain(owner);
      expect(verified).toBe("2026-11-23, from the owner's document");
      expect(source).toBe('owner-document');
    }
    expect(findOverdue(content, Date.parse('2026-11-23'))).toEqual([]);
  });
});

describe('wordings', () => {
  const askable = (): readonly { id: string; topic: string; asks: readonly string[] }[] => [
    ...content.entries,
    ...content.rules,
    ...content.terms,
    ...content.notCovered,
    ...content.intents,
  ];

  it('are at least 25 a topic, and three an item', () => {
    const counts = new Map<string, number>();
    for (const { topic, asks } of askable()) counts.set(topic, (counts.get(topic) ?? 0) + asks.length);
    expect([...counts].filter(([, count]) => count < 25)).toEqual([]);
    expect(askable().filter(({ asks }) => asks.length < 3)).toEqual([]);
  });

  it('are as many for every topic that the labelled questions know', () => {
    const known = new Map<string, number>();
    for (const { topic, asks } of askable()) known.set(topic, (known.get(topic) ?? 0) + asks.length);
    const folder = path.join(findProjectRoot(), 'tests', 'eval');
    const files = readdirSync(folder).filter((name) => name.endsWith('questions.jsonl'));
    const topics = new Set(
      files.flatMap((name) => readLabelledLines(path.join(folder, name)).map(({ label }) => label)),
    );
    expect(topics.size).toBeGreaterThan(50);
    expect([...topics].filter((topic) => (known.get(topic) ?? 0) < 25)).toEqual([]);
    expect(known.get('out-of-scope')).toBeGreaterThan(500);
    expect(known.get('unknown-detail')).toBeGreaterThan(300);
  });

  it('of near misses lead to an honest no of one of two kinds', () => {
    expect(new Set(content.notCovered.map(({ topic }) => topic))).toEqual(
      new Set(['out-of-scope', 'unknown-detail']),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { findContentDir, loadContent } from '../../../src/knowledge/load-content';
import { createEligibility, type RequestFacts } from '../../../src/scope/eligibility';

const content = loadContent({ dir: findContentDir() });
const judge = createEligibility(content);

const request: RequestFacts = {
  serviceId: 'architecture-design-session',
  hasCustomer: true,
  isForPartnerItself: false,
  programmes: [],
  hours: null,
  candidates: [],
};
const about = (id: string, topic: string, probability: number) => ({
  topic,
  unit: { id, topic, programme: null, asks: [] },
  probability,
  likeness: 0.7,
});

describe('a request', () => {
  const refusing = content.rules.filter((rule) => rule.refuses !== undefined);

  it.each(refusing.map((rule) => [rule.id, rule.refuses, rule] as const))(
    'that runs into %s is refused as %s, with its door',
    (id, reason, rule) => {
      const hasCustomer = rule.side === 'is-not';
      const judgement = judge({ ...request, hasCustomer, candidates: [about(id, rule.topic, 0.8)] });
      expect(judgement).toMatchObject({ eligible: false, reason, rule: id });
      expect(judgement.door).toBe(content.reasons.find((known) => known.id === reason)?.door);
    },
  );

  it.each([
    [26, { eligible: false, reason: 'over-25-hours', rule: 'tpd-hours-limit' }],
    [25, { eligible: true, reason: 'ok-tpd' }],
  ])('for %i hours of TPD is judged by the figure, whatever the words are like', (hours, expected) => {
    const candidates = hours > 25 ? [] : [about('tpd-hours-limit', 'tpd-hours-limit', 0.9)];
    const facts = { ...request, serviceId: 'tpd-consultation', programmes: ['tpd'], hours, candidates };
    expect(judge(facts)).toMatchObject(expected);
  });

  it('is not refused at the place to which the rule sends it', () => {
    const candidates = [about('desk-build-with', 'desk-build-with', 0.9)];
    const facts = { ...request, hasCustomer: false, serviceId: 'hackathon', programmes: ['gps'], candidates };
    expect(judge(facts)).toMatchObject({ eligible: true, reason: 'ok-gps-engagement' });
  });

  it('is not refused by a rule that is less likely than that it is just a request', () => {
    const candidates = [
      about('request-engagement', 'request-engagement', 0.7),
      about('desk-implementation', 'desk-implementation', 0.2),
    ];
    expect(judge({ ...request, candidates })).toMatchObject({ eligible: true, reason: 'ok-desk-service' });
  });

  it('that names a customer is not refused for having none', () => {
    const candidates = [about('desk-needs-customer', 'desk-needs-customer', 0.9)];
    expect(judge({ ...request, candidates }).eligible).toBe(true);
  });

  it('for the partner itself is refused where there should be a customer', () => {
    const judgement = judge({
      ...request,
      hasCustomer: false,
      isForPartnerItself: true,
      programmes: ['desk'],
    });
    expect(judgement).toMatchObject({ eligible: false, reason: 'no-customer' });
  });

  it('that names a programme with one service means that service', () => {
    const judgement = judge({ ...request, serviceId: null, programmes: ['tpd'] });
    expect(judgement).toMatchObject({ eligible: true, serviceId: 'tpd-consultation', door: 'tpd' });
  });

  it('for something broken goes to the support contract', () => {
    const candidates = [about('break-fix-routing', 'break-fix-routing', 0.9)];
    expect(judge({ ...request, serviceId: null, candidates })).toMatchObject({
      eligible: false,
      reason: 'break-fix',
      door: 'support',
      serviceId: 'support-ticket',
    });
  });
});

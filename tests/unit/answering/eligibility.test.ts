import { describe, expect, it } from '@jest/globals';
import {
  createEligibility,
  type RequestFacts,
  type RequestReading,
} from '../../../src/answering/intake/eligibility';
import { content } from '../../support/shared';

const { judge } = createEligibility(content);

const request: RequestFacts = {
  serviceId: 'architecture-design-session',
  hasCustomer: true,
  isForPartnerItself: false,
  programmes: [],
  hours: null,
  readings: [],
  excepted: new Set(),
  isSupported: false,
  isNamed: false,
};
const about = (id: string, topic: string, probability: number) => ({
  topic,
  unit: { id, topic, programme: null, asks: [] },
  probability,
  likeness: 0.7,
});

const readAs = (...candidates: RequestReading['candidates']): Pick<RequestFacts, 'readings'> => ({
  readings: [{ least: { probability: 0.4, likeness: 0.35 }, candidates }],
});

describe('a request', () => {
  const refusing = content.rules.filter((rule) => rule.refuses !== undefined);

  it.each(refusing.map((rule) => [rule.id, rule.refuses, rule] as const))(
    'that runs into %s is refused as %s, with its door',
    (id, reason, rule) => {
      const hasCustomer = rule.side === 'is-not';
      const judgement = judge({ ...request, hasCustomer, ...readAs(about(id, rule.topic, 0.8)) });
      expect(judgement).toMatchObject({ eligible: false, reason, rule: id });
      expect(judgement.door).toBe(content.reasons.find((known) => known.id === reason)?.door);
    },
  );

  it.each([
    [26, { eligible: false, reason: 'over-25-hours', rule: 'tpd-hours-limit' }],
    [25, { eligible: true, reason: 'ok-tpd' }],
  ])('for %i hours of TPD is judged by the figure, whatever the words are like', (hours, expected) => {
    const reading = readAs(...(hours > 25 ? [] : [about('tpd-hours-limit', 'tpd-hours-limit', 0.9)]));
    const facts = { ...request, serviceId: 'tpd-consultation', programmes: ['tpd'], hours, ...reading };
    expect(judge(facts)).toMatchObject(expected);
  });

  it('is too long by the figure, though the words resemble another rule', () => {
    const reading = readAs(about('product-prices', 'product-prices', 0.8));
    const facts = { ...request, serviceId: 'tpd-consultation', programmes: ['tpd'], hours: 40, ...reading };
    expect(judge(facts)).toMatchObject({ eligible: false, reason: 'over-25-hours' });
  });

  it('for a support ticket is not sent to a support ticket', () => {
    const broken = readAs(about('desk-break-fix', 'desk-break-fix', 0.9));
    const ticket = { ...request, serviceId: 'support-ticket' };
    expect(judge({ ...ticket, ...broken })).toMatchObject({ eligible: true, reason: 'ok-support-ticket' });
    const entitlement = readAs(about('faq-end-customer-entitlement', 'faq-end-customer-entitlement', 0.9));
    expect(judge({ ...ticket, ...entitlement })).toMatchObject({ eligible: false });
  });

  it('is not refused at the place to which the rule sends it', () => {
    const reading = readAs(about('desk-build-with', 'desk-build-with', 0.9));
    const facts = { ...request, hasCustomer: false, serviceId: 'hackathon', programmes: ['gps'], ...reading };
    expect(judge(facts)).toMatchObject({ eligible: true, reason: 'ok-gps-engagement' });
  });

  it('is not refused by a rule that is less likely than that it is just a request', () => {
    const reading = readAs(
      about('request-engagement', 'request-engagement', 0.55),
      about('desk-implementation', 'desk-implementation', 0.45),
    );
    expect(judge({ ...request, ...reading })).toMatchObject({ eligible: true, reason: 'ok-desk-service' });
  });

  it('is refused by what one of its readings says for sure, and not by what a reading only suspects', () => {
    const fine = { least: { probability: 0.4, likeness: 0.35 }, candidates: [] };
    const against = (probability: number): RequestReading => ({
      least: { probability: 0.8, likeness: 0.35 },
      candidates: [about('desk-implementation', 'desk-implementation', probability)],
    });
    expect(judge({ ...request, readings: [fine, against(0.7)] }).eligible).toBe(true);
    expect(judge({ ...request, readings: [fine, against(0.9)] }).reason).toBe('implementation');
  });

  it('is not refused by a rule that leaves allowed what it names', () => {
    const reading = readAs(about('tpd-app-dev', 'tpd-app-dev', 0.9));
    const facts = { ...request, serviceId: 'tpd-consultation', programmes: ['tpd'], ...reading };
    expect(judge(facts).eligible).toBe(false);
    expect(judge({ ...facts, excepted: new Set(['tpd-app-dev']) }).eligible).toBe(true);
  });

  it('that names a customer is not refused for having none', () => {
    const reading = readAs(about('desk-needs-customer', 'desk-needs-customer', 0.9));
    expect(judge({ ...request, ...reading }).eligible).toBe(true);
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
    const reading = readAs(about('break-fix-routing', 'break-fix-routing', 0.9));
    expect(judge({ ...request, serviceId: null, ...reading })).toMatchObject({
      eligible: false,
      reason: 'break-fix',
      door: 'support',
      serviceId: 'support-ticket',
    });
  });
});

/** The real model over what people write into a form. */
import { describe, expect, it } from '@jest/globals';
import { useUnderstanding } from '../support/understanding';

const warm = useUnderstanding();

function judge(details: string) {
  const form = {
    serviceId: 'architecture-design-session',
    motion: 'sell-with',
    customer: 'Contoso',
  } as const;
  return warm.answerer.judgeForm({ ...form, details });
}

describe('a sent form', () => {
  it.each([
    'Two-day workshop on landing zones; the customer’s platform team takes part.',
    'They had two outages last year and look for high availability.',
    'AKS cluster went live in September. We would like a second look at networking.',
  ])('may describe the customer: %s', async (details) => {
    const { eligibility, scope } = await judge(details);
    expect(eligibility.eligible).toBe(true);
    expect(scope).toContain('In scope for the Partner Architecture Desk');
  });

  it.each([
    ['Actually we need two architects for six months as staff augmentation.', 'staff-augmentation'],
    ['Please fix the broken AKS cluster in production, it is down since Friday.', 'break-fix'],
  ])(
    'may ask for what a rule speaks against, with the doubt for the people who decide: %s',
    async (details, reason) => {
      const { eligibility, scope, confidential } = await judge(details);
      expect(confidential).toBe(false);
      expect(scope).toContain('May not be in scope');
      expect(eligibility).toMatchObject({ eligible: false, reason });
      expect(eligibility.rule).not.toBeNull();
    },
  );

  it('that may report a vulnerability is refused and marked', async () => {
    const verdict = await judge('We found a vulnerability in Exchange Online that lets us read mail.');
    expect(verdict).toMatchObject({ confidential: true, eligibility: { reason: 'security-vulnerability' } });
  });
});

describe('words for a request', () => {
  it.each([
    'We found a vulnerability in Exchange Online that lets us read mail of other companies.',
    'FYI there is an XSS in the admin portal, payload attached',
    'Background for the session. The customer runs three regions. Their red team bypassed conditional access with a replayed cookie and it looks like a flaw in the product.',
    'a user of one company can open the records of another company in Dynamics',
    'Remote code execution in the sync agent with a crafted header',
    'we can see data that belongs to somebody else’s tenant when we change the id in the address',
  ])('that report a vulnerability are refused with the door for them: %s', async (words) => {
    const refusal = await warm.answerer.findReport(words);
    expect(refusal).toMatchObject({ eligible: false, door: { id: 'msrc' } });
    expect(refusal?.explanation).toContain('MSRC');
  });

  it.each([
    'We would like a security assessment of the customer’s landing zone.',
    'Customer asks for a review of their security architecture with Defender and Sentinel.',
    'Penetration test planned for May, the design should be ready before.',
    'They want zero trust for forty shops.',
    'The customer had a breach last year and now looks for better identity protection.',
    'Which region, and how many users?',
    'Please use the second date, the first one is a holiday.',
    'Contoso',
    'Priya Nair',
    'Delivered as planned. Landing zone design handed over.',
    'Vulnerability management with Defender is part of the scope.',
    'Compliance team needs NIS2 evidence.',
  ])('may speak of security: %s', async (words) => {
    expect(await warm.answerer.findReport(words)).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import { getSafety } from '../../support/shared';

const safety = getSafety();

describe('a report of a vulnerability', () => {
  it.each([
    'We found an XSS in the admin portal',
    'remote code execution in the sync agent, who takes it?',
    'someone can bypass MFA',
    'ZERO-DAY in the mail server',
    "we found a way to read other people's mail",
    'I can sign in as someone else in the portal',
    'there is a security flaw in your product',
  ])('is recognised by words alone: %s', (text) => {
    expect(safety.findVulnerability(text)).toBe('msrc-report');
  });

  it.each([
    'our server is down',
    'what does the security team do',
    'how secure is the desk',
    'exploration workshop',
  ])('is not seen in: %s', (text) => {
    expect(safety.findVulnerability(text)).toBeNull();
  });

  it.each(['is this a vulnerability in Windows', 'a weakness in the sign-in', 'security flaws'])(
    'may be meant by: %s',
    (text) => {
      expect(safety.hints(text)).toBe(true);
    },
  );
  it.each(['does the desk run vulnerability scans', 'our server is down'])('is not meant by: %s', (text) => {
    expect(safety.hints(text)).toBe(false);
  });

  it("of another maker's product is not sent to the place for one's own", () => {
    expect(safety.findVulnerability('remote code execution in our Cisco router')).toBeNull();
    expect(safety.namesOtherMaker('remote code execution in our Cisco router')).toBe(true);
  });
});

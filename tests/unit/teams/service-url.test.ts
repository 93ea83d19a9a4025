import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../../src/config';
import { findProjectRoot } from '../../../src/shared/project-root';
import { createLocalAdapter, createLocalCourier } from '../../support/adapter';
import { personalAddress } from '../../support/desk';
import { createServiceUrlTrust } from '../../../src/teams/outbound/service-url';

const credentials = { BOT_ID: 'a', BOT_TENANT_ID: 'b', BOT_PASSWORD: 'c' };
const trustOf = (env: Record<string, string>) =>
  createServiceUrlTrust(parseConfig(findProjectRoot(), { ...credentials, ...env }).trustedHosts);

describe('a service URL', () => {
  it.each([
    'https://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net/amer/0a1b/',
    'https://webchat.botframework.com/',
    'https://SMBA.trafficmanager.NET/teams',
  ])('of Teams is trusted: %s', (url) => {
    expect(trustOf({})(url)).toBe(true);
  });

  it.each([
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net:8443/emea/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil-smba.trafficmanager.net/',
    'https://evil.example/smba.trafficmanager.net',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:password@smba.trafficmanager.net/',
    'https://evil.example#smba.trafficmanager.net',
    'https://botframework.com/',
    'https://.botframework.com/',
    'https://evilbotframework.com/',
    'https://127.0.0.1/',
    'http://169.254.169.254/metadata',
    'https://[::1]/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'not a url',
    '',
  ])('of anybody else is not: %s', (url) => {
    expect(trustOf({})(url)).toBe(false);
  });

  it('of another cloud is trusted where that is configured, and then the public one is not', () => {
    const trust = trustOf({ TRUSTED_SERVICE_HOSTS: 'smba.infra.gov.teams.microsoft.us, *.botframework.us' });
    expect(trust('https://smba.infra.gov.teams.microsoft.us/teams/')).toBe(true);
    expect(trust('https://a.b.botframework.us/')).toBe(true);
    expect(trust('https://smba.trafficmanager.net/emea/')).toBe(false);
  });

  it('of this machine is trusted in local mode alone, and where it is named', () => {
    const urls = ['http://127.0.0.1:56150/', 'http://localhost:1/', 'http://[::1]:1/'];
    const local = trustOf({ PARTNER_DESK_LOCAL: '1' });
    expect(urls.map(local)).toEqual([true, true, true]);
    expect(local('https://smba.trafficmanager.net/emea/')).toBe(false);
    expect(local('http://127.0.0.1.evil.example/')).toBe(false);
    expect(urls.map(trustOf({ TRUSTED_SERVICE_HOSTS: '127.0.0.1' }))).toEqual([true, false, false]);
  });
});

describe('a stored address', () => {
  it('of a host that is not trusted any more is not sent to, and stays for when it is', async () => {
    const courier = createLocalCourier(createLocalAdapter());
    const address = { ...personalAddress('29:maya'), serviceUrl: 'https://evil.example/' };
    const problem = expect.objectContaining({ code: 'config-invalid' }) as unknown;
    const refused = { outcome: 'refused', status: null, problem };
    expect(await courier.post(address, { text: 'x' })).toEqual(refused);
    expect(await courier.update(address, 'act-1', { text: 'x' })).toEqual(refused);
  });
});

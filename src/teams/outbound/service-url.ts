/** Checks whether a service URL belongs to Teams. This matters because requests to it carry our token. */
export type TrustServiceUrl = (serviceUrl: string) => boolean;

const THIS_MACHINE = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * `trustedHosts` are host names; a leading `*.` includes all subdomains. Null (local mode) allows only this machine.
 * Otherwise the URL must use https on its default port, except for this machine if it's listed.
 */
export function createServiceUrlTrust(trustedHosts: readonly string[] | null): TrustServiceUrl {
  return (serviceUrl) => {
    if (!URL.canParse(serviceUrl)) return false;
    const { protocol, hostname, port, username, password } = new URL(serviceUrl);
    if (username !== '' || password !== '') return false;
    if (trustedHosts === null) return isHttp(protocol) && THIS_MACHINE.includes(hostname);
    if (!trustedHosts.some((trusted) => isHost(trusted, hostname))) return false;
    return THIS_MACHINE.includes(hostname) ? isHttp(protocol) : protocol === 'https:' && port === '';
  };
}

function isHttp(protocol: string): boolean {
  return protocol === 'http:' || protocol === 'https:';
}

function isHost(trusted: string, hostname: string): boolean {
  if (!trusted.startsWith('*.')) return hostname === trusted;
  const below = hostname.slice(0, -trusted.length + 1);
  return hostname.endsWith(trusted.slice(1)) && below !== '';
}

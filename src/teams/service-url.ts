/** Says whether what Teams is said to be reached at is one of Teams' own addresses: what is sent there bears our token. */
export type TrustServiceUrl = (serviceUrl: string) => boolean;

const THIS_MACHINE = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * `trustedHosts` are host names, `*.` before one for all below it; null is local mode, where only services of this
 * machine are answered. Everywhere else it is https at its usual port, but for this machine where it is listed.
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

import freeMailDomains from 'free-email-domains';

const CONSUMER_DOMAINS: ReadonlySet<string> = new Set(freeMailDomains);

/** Whether anyone can get an address there. Some companies' own domains are on the list, too. */
export function isConsumerDomain(domain: string): boolean {
  return CONSUMER_DOMAINS.has(domain);
}

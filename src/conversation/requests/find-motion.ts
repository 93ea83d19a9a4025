import type { Motion } from '../../engagement/request';
import type { Content, Service } from '../../knowledge/model/content';

/**
 * Sell-with if there's a customer and the service is offered that way; build-with if there's none; null if neither
 * fits.
 */
export function findMotion(service: Service, customer: string | null, content: Content): Motion | null {
  const offered = content.programmes
    .filter(({ id }) => service.programmes.includes(id))
    .map(({ motion }) => motion);
  if (customer !== null && offered.includes('sell-with')) return 'sell-with';
  return offered.includes('build-with') ? 'build-with' : null;
}

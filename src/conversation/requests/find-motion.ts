import type { Motion } from '../../engagement/request';
import type { Content, Service } from '../../knowledge/model/content';

/** Sell-with when there is a customer and it is offered so; build-with when there is none; null when neither fits. */
export function findMotion(service: Service, customer: string | null, content: Content): Motion | null {
  const offered = content.programmes
    .filter(({ id }) => service.programmes.includes(id))
    .map(({ motion }) => motion);
  if (customer !== null && offered.includes('sell-with')) return 'sell-with';
  return offered.includes('build-with') ? 'build-with' : null;
}

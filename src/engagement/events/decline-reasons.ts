import type { DeclineReason } from '../../knowledge/model/content';
import type { Motion } from '../request';

/** Whether what the partner would read is true of the request. */
export function fits(
  { onlyFor }: Pick<DeclineReason, 'onlyFor'>,
  { hasCustomer, motion }: { readonly hasCustomer: boolean; readonly motion: Motion },
): boolean {
  switch (onlyFor) {
    case 'no-customer':
      return !hasCustomer;
    case 'sell-with':
      return motion === 'sell-with';
    case undefined:
      return true;
  }
}

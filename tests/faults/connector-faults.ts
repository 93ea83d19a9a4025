import type { Fault } from '../support/fake-connector';
import type { Chance } from './seeded';

/** How often a call goes wrong in which way; a lost answer may or may not have been preceded by the message. */
const FAULTS: readonly { readonly share: number; readonly draw: (chance: Chance) => Fault }[] = [
  { share: 0.03, draw: () => ({ status: 429, headers: { 'retry-after': '1' } }) },
  { share: 0.03, draw: (chance) => ({ status: 500, isTaken: chance.happens(0.5) }) },
  { share: 0.01, draw: () => ({ status: 412 }) },
  { share: 0.02, draw: (chance) => ({ status: 502, isTaken: chance.happens(0.5) }) },
  { share: 0.02, draw: (chance) => ({ status: 504, isTaken: chance.happens(0.5) }) },
  { share: 0.02, draw: (chance) => ({ status: 503, isTaken: chance.happens(0.3) }) },
  { share: 0.03, draw: (chance) => ({ status: 'reset', isTaken: chance.happens(0.5) }) },
  { share: 0.005, draw: (chance) => ({ status: 'stall', isTaken: chance.happens(0.5) }) },
  { share: 0.004, draw: () => ({ status: 403 }) },
];

/** What the connector does with the next call; nothing out of the way most often. */
export function drawFault(chance: Chance): Fault | undefined {
  let left = chance.next();
  for (const { share, draw } of FAULTS) {
    left -= share;
    if (left < 0) return draw(chance);
  }
  return undefined;
}

export function nameFault(fault: Fault): string {
  const { status, isTaken = false } = fault === 'reset' ? { status: fault } : fault;
  return `${String(status)}${isTaken ? ', taken' : ''}`;
}

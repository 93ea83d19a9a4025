import type { Outgoing } from '../../src/conversation/message';
import { textOfAll } from './conversation';

/** The values of the inputs in a reply's forms. */
export function valuesOf(outgoing: readonly Outgoing[]): Readonly<Record<string, string>> {
  const found = [...textOfAll(outgoing).matchAll(/\{"type":"Input\.[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g)].map(
    ([input]) => input,
  );
  return Object.fromEntries(
    found.flatMap((input) => {
      const id = /"id":"([^"]+)"/.exec(input)?.[1];
      const value = /"value":"([^"]*)"(?:[^[\]]*)$/.exec(input)?.[1];
      return id === undefined || value === undefined ? [] : [[id, value]];
    }),
  );
}

import { describe, expect, it } from '@jest/globals';
import { LIFECYCLE, stateAfter } from '../../../src/engagement/events/lifecycle';
import { mayDo, mayEverDo, mayLook, maySee } from '../../../src/engagement/permissions';
import { RELATIONS, type Relation } from '../../../src/engagement/relations';
import { STATES } from '../../../src/engagement/request';
import { designAllows, designTarget, DESIGN_TABLE } from '../../support/design-table';

const events = [...new Set(DESIGN_TABLE.map(({ event }) => event))];

/** Every set of relations that someone can have, including none. */
const everyone = Array.from(
  { length: 2 ** RELATIONS.length },
  (_, bits) => new Set(RELATIONS.filter((_relation, index) => (bits >> index) % 2 === 1)),
);

describe('who may do what', () => {
  it.each(events)('%s is allowed only to the people in the table, in each state', (event) => {
    for (const state of STATES) {
      for (const relations of everyone) {
        const allowed = mayDo(relations, event, state) !== null;
        expect({ state, relations, allowed }).toEqual({
          state,
          relations,
          allowed: designAllows(relations, event, state, { agreed: true, proposed: true }),
        });
      }
    }
  });

  it('is recorded as an operator’s only where nothing else gave the right', () => {
    expect(mayDo(new Set<Relation>(['operator']), 'decline', 'submitted')).toBe('operator');
    expect(mayDo(new Set<Relation>(['operator', 'owner']), 'decline', 'claimed')).toBe('owner');
    expect(mayDo(new Set<Relation>(['operator']), 'claim', 'submitted')).toBeNull();
  });

  it('tells "not now" from "not you"', () => {
    expect(mayEverDo(new Set<Relation>(['member']), 'claim')).toBe(true);
    expect(mayEverDo(new Set<Relation>(['requester']), 'claim')).toBe(false);
  });

  it.each(everyone.map((relations) => [[...relations].join(' and ') || 'nobody', relations] as const))(
    'shows %s only what belongs to them',
    (_, relations) => {
      const has = (...some: Relation[]) => some.some((relation) => relations.has(relation));
      expect(mayLook(relations, 'see') !== null).toBe(
        has('requester', 'owner', 'member', 'lead', 'operator'),
      );
      expect(maySee(relations) !== null).toBe(
        has('requester', 'colleague', 'owner', 'member', 'lead', 'operator'),
      );
      expect(mayLook(relations, 'see-confidential-customer') !== null).toBe(has('requester', 'owner'));
      expect(mayLook(relations, 'nudge') !== null).toBe(has('requester'));
      expect(mayLook(relations, 'list-queue') !== null).toBe(has('member', 'lead', 'operator'));
      expect(mayLook(relations, 'register-queue') !== null).toBe(has('lead', 'operator'));
      expect(mayLook(relations, 'export-queue') !== null).toBe(has('lead', 'operator'));
      expect(mayLook(relations, 'read-insights') !== null).toBe(has('lead', 'operator'));
    },
  );
});

describe('the lifecycle', () => {
  it('leads to the state in the table, from each state', () => {
    for (const line of LIFECYCLE.filter(({ event }) => event !== 'submit')) {
      for (const state of line.from) {
        const askedFrom = state === 'needs-info' ? 'accepted' : null;
        expect([line.event, state, stateAfter(line, state, askedFrom)]).toEqual([
          line.event,
          state,
          designTarget(line.event, state, askedFrom),
        ]);
      }
    }
  });

  it('has the same lines as the table', () => {
    const arrows = (lines: readonly { event: string; from: readonly string[] }[]) =>
      lines.flatMap(({ event, from }) => from.map((state) => `${event} from ${state}`)).sort();
    expect(arrows(LIFECYCLE)).toEqual(arrows(DESIGN_TABLE));
  });
});

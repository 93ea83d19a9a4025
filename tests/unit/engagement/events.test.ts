import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, languages } from '../../../cards/words/languages';
import { CHANGE_NAMES, events } from '../../../src/engagement/events';
import type { EventDefinition } from '../../../src/engagement/events/define-event';
import { STATES } from '../../../src/engagement/request';
import { DESIGN_TABLE } from '../../support/design-table';

const folder = path.join(__dirname, '../../../src/engagement/events');
const definitions = Object.entries<EventDefinition>(events);

describe('the registry of events', () => {
  it('holds every file that defines an event, each by its own name', () => {
    const files = readdirSync(folder).filter((file) =>
      readFileSync(path.join(folder, file), 'utf8').includes('= defineEvent('),
    );
    expect(definitions.map(([name]) => `${name}.ts`).sort()).toEqual(files.sort());
    for (const [name, { name: own }] of definitions) expect(own).toBe(name);
  });

  it.each(definitions)(
    '%s happens in at least one state, for somebody, and in each state one way',
    (_, event) => {
      const states = event.transitions.flatMap(({ from }) => from);
      expect(states.length).toBeGreaterThan(0);
      expect(new Set(states).size).toBe(states.length);
      for (const state of states) expect(STATES).toContain(state);
      for (const { who } of event.transitions) expect(who.length).toBeGreaterThan(0);
    },
  );

  it('holds the events of the table in tests/support/design-table.ts', () => {
    expect([...new Set(DESIGN_TABLE.map(({ event }) => event))].sort()).toEqual([...CHANGE_NAMES].sort());
  });

  it.each(LANGUAGES)('has words for each event and the person who did it, in "%s"', (language) => {
    const words = languages[language];
    expect(Object.keys(words.did).sort()).toEqual([...CHANGE_NAMES].sort());
    expect(Object.keys(words.events).sort()).toEqual(['submit', ...CHANGE_NAMES].sort());
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describeRoute } from '../../../cards/elements/route-reason';
import { languages } from '../../../cards/words/languages';
import { describe, expect, it } from '@jest/globals';
import { checkDirectory } from '../../../src/directory/check';
import { parseDirectory } from '../../../src/directory/csv';
import { createOrganisation, type Organisation } from '../../../src/directory/organisation';
import {
  findUnknownQueues,
  parseRoutingRules,
  type RoutingExample,
} from '../../../src/engagement/routing/routing-rules';
import { route, type RoutingFacts } from '../../../src/engagement/routing/route';
import { CONTENT, SAMPLE } from '../../support/desk';

const yaml = readFileSync(path.join(CONTENT, 'routing.yaml'), 'utf8');
const rules = parseRoutingRules(yaml);
const nowMs = Date.UTC(2026, 10, 23, 10);

function readOrganisation(change: (people: string) => string = (people) => people): Organisation {
  const read = (name: string) => readFileSync(path.join(SAMPLE, name), 'utf8');
  const parsed = parseDirectory({
    partners: read('partners.csv'),
    people: change(read('people.csv')),
    queues: read('queues.csv'),
    holidays: read('holidays.csv'),
  });
  expect(checkDirectory(parsed)).toEqual([]);
  return createOrganisation(parsed.content, { version: 1, isSample: true });
}

function factsOf(example: Omit<RoutingExample, 'expect'>, organisation: Organisation): RoutingFacts {
  const partner = example.partner === null ? null : organisation.findPartner(example.partner);
  if (partner === undefined) throw new Error(`No partner ${String(example.partner)}`);
  return {
    partner,
    region: example.region ?? partner?.region ?? null,
    choice: example.choice ?? { role: null, person: null },
    motion: example.motion,
    service: { id: example.service ?? 'any', name: example.service ?? 'any' },
    area: example.area === null ? null : { id: example.area, name: example.area },
  };
}

const northwind: Omit<RoutingExample, 'expect'> = {
  partner: 'northwind-traders',
  motion: 'sell-with',
  service: 'architecture-design-session',
  area: null,
};

function routeIn(organisation: Organisation, changes: Partial<RoutingExample> = {}) {
  return route(factsOf({ ...northwind, ...changes }, organisation), { organisation, rules, nowMs });
}

describe('each routing rule', () => {
  const organisation = readOrganisation();
  it.each(rules.flatMap((rule) => (rule.example === undefined ? [] : [[rule.id, rule.example] as const])))(
    '%s takes its own example through the whole list',
    (id, example) => {
      const routed = route(factsOf(example, organisation), { organisation, rules, nowMs });
      expect({ rule: routed.ruleId, queue: routed.queueId, person: routed.personId }).toEqual({
        rule: id,
        ...example.expect,
      });
      for (const words of Object.values(languages)) expect(describeRoute(routed, words)).not.toMatch(/[{}]/);
      expect(describeRoute(routed, languages.de)).not.toBe(describeRoute(routed, languages.en));
    },
  );

  it('finds the region that it names in any case', () => {
    const [example, last] = [rules.find(({ id }) => id === 'assigned-pdm')!, rules.at(-1)!];
    const ofRegion = (region: string) => [{ ...example, id: 'ours', when: { regions: [region] } }, last];
    const routeBy = (region: string) =>
      route(factsOf(northwind, organisation), { organisation, rules: ofRegion(region), nowMs }).ruleId;
    expect(routeBy('emea')).toBe('ours');
    expect(routeBy('Americas')).toBe(last.id);
  });

  it('leaves nothing over: whatever no rule names goes to the catch-all', () => {
    const last = rules.at(-1)!;
    const routed = route(factsOf(northwind, organisation), { organisation, rules: [last], nowMs });
    expect(routed).toMatchObject({ ruleId: last.id, queueId: 'catch-all', personId: null });
  });
});

describe('a person who is away', () => {
  const away = (id: string) => (people: string) =>
    people.replace(new RegExp(`^(${id},.*),,$`, 'm'), '$1,2026-11-20,2026-11-30');

  it('is stood in for by the backup, and the card says so', () => {
    const routed = routeIn(readOrganisation(away('priya-nair')));
    expect(routed).toMatchObject({
      ruleId: 'assigned-pdm',
      queueId: 'pdm-emea',
      personId: 'tom-okafor',
    });
    expect([languages.en, languages.de].map((words) => describeRoute(routed, words))).toEqual([
      'Priya Nair is the PDM of Northwind Traders; Priya Nair is away, and Tom Okafor is the backup',
      'Priya Nair ist PDM von Northwind Traders; Priya Nair ist abwesend, Vertretung ist Tom Okafor',
    ]);
  });

  it('with every backup away leaves it to the whole queue', () => {
    const organisation = readOrganisation((people) => away('tom-okafor')(away('priya-nair')(people)));
    expect(routeIn(organisation)).toMatchObject({ queueId: 'pdm-emea', personId: null });
  });
});

describe('a partner’s own choice', () => {
  const organisation = readOrganisation();
  const choose = (person: string | null, role: 'PDM' | 'PTS' | null = null) =>
    routeIn(organisation, { choice: { role, person } });

  it('by first name is understood of its own people', () => {
    expect(choose('lena')).toMatchObject({ ruleId: 'partner-names-a-person', personId: 'lena-fischer' });
  });

  it('by full name is understood of anyone', () => {
    expect(choose('Jonas Weber')).toMatchObject({
      ruleId: 'partner-names-a-person',
      personId: 'jonas-weber',
    });
  });

  it.each(['Jonas', 'Amara Diallo', 'Nobody Atall', '.*'])('"%s" falls back to the assigned PDM', (name) => {
    expect(choose(name)).toMatchObject({ ruleId: 'assigned-pdm', personId: 'priya-nair' });
  });
});

describe('a route', () => {
  it('names the other people that the owner could ask, nobody twice and not the chosen one', () => {
    const { alternates } = routeIn(readOrganisation());
    expect(alternates).toEqual([
      { id: 'lena-fischer', name: 'Lena Fischer', as: 'PTS' },
      { id: 'tom-okafor', name: 'Tom Okafor', as: 'backup' },
    ]);
  });

  it('for a PDM who is in no queue goes to the catch-all, with the PDM named', () => {
    expect(routeIn(readOrganisation(), { partner: 'adventure-works' })).toMatchObject({
      queueId: 'catch-all',
      personId: 'marcus-reed',
    });
  });

  it('takes no offence at a stranger', () => {
    expect(routeIn(readOrganisation(), { partner: null })).toMatchObject({
      queueId: 'catch-all',
      personId: null,
    });
  });
});

describe('routing.yaml', () => {
  it.each([
    [
      'without an end for everything',
      yaml.replace('- id: nobody-else\n  to: catch-all', '- id: nobody-else\n  to: queue-of-PDM'),
      'the last rule must send everything',
    ],
    [
      'with a rule twice',
      yaml.replace('- id: assigned-pts', '- id: assigned-pdm'),
      '"assigned-pdm" is used twice',
    ],
    [
      'with an unknown word in braces',
      yaml.replace('{person} is the PDM', '{manager} is the PDM'),
      'may name only',
    ],
    [
      'with a rule that has no example',
      yaml.replace(/ {2}example:\n {4}partner: tailspin-toys\n.*\n/, ''),
      'each rule needs an example',
    ],
    ['with an unknown goal', yaml.replace('to: assigned-PTS', 'to: assigned-CEO'), 'Invalid input'],
  ])('%s is refused', (_, changed, message) => {
    expect(changed).not.toBe(yaml);
    expect(() => parseRoutingRules(changed)).toThrow(message);
  });

  it('that names a queue which the directory lacks is reported', () => {
    const changed = parseRoutingRules(yaml.replace('to: assigned-PTS', 'to: queue:gone'));
    expect(findUnknownQueues(changed, readOrganisation())).toEqual([
      'routing rule "partner-chose-its-pts" uses queue:gone, which isn\'t in the directory',
    ]);
    expect(findUnknownQueues(rules, readOrganisation())).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { languages } from '../../../cards/words/languages';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  checkFilter,
  describeFilter,
  NO_FILTER,
  readListWords,
  statesOf,
  typeFilter,
} from '../../../src/conversation/requests/list-filter';
import { parseDirectory } from '../../../src/directory/csv';
import { createOrganisation } from '../../../src/directory/organisation';
import { STATES } from '../../../src/engagement/request';
import { SAMPLE } from '../../support/desk';
import { content } from '../../support/shared';

const read = (file: string) => readFileSync(path.join(SAMPLE, `${file}.csv`), 'utf8');
const { content: directory } = parseDirectory({
  partners: read('partners'),
  people: read('people'),
  queues: read('queues'),
});
const { solutionAreas } = content;
const sources = {
  solutionAreas,
  organisation: createOrganisation(directory, { version: 1, isSample: true }),
};

const whole = { filter: NO_FILTER, queueId: null, before: null };
const filtered = (filter: Partial<typeof NO_FILTER | Record<string, string>>) => ({
  ...whole,
  filter: { ...NO_FILTER, ...filter },
});

describe('a list narrowed in words', () => {
  it.each([
    ['', whole],
    ['accepted', filtered({ state: 'accepted' })],
    ['needs info', filtered({ state: 'needs-info' })],
    ['Waiting for partner', filtered({ state: 'needs-info' })],
    ['waiting', filtered({ state: 'submitted' })],
    ['unclaimed requests in EMEA', filtered({ state: 'submitted', region: 'EMEA' })],
    ['closed, Security', filtered({ state: 'closed', areaId: 'security' })],
    ['data & ai', filtered({ areaId: 'data-ai' })],
    ['emea', filtered({ region: 'EMEA' })],
    ['pdm-emea', { ...whole, queueId: 'pdm-emea' }],
    ['PDM EMEA accepted', { ...filtered({ state: 'accepted' }), queueId: 'pdm-emea' }],
    ['accepted before PD-0042', { ...filtered({ state: 'accepted' }), before: 42 }],
  ])('%s', (words, expected) => {
    expect(readListWords(words, sources)).toEqual(expected);
  });

  it.each(['are not answered', 'accpeted', 'accepted by whom', 'accepted declined', 'before yesterday'])(
    'is no list when the words say something else: %s',
    (words) => {
      expect(readListWords(words, sources)).toBeNull();
    },
  );

  it('is typed again as it was read', () => {
    const typed = typeFilter({ state: 'needs-info', areaId: 'data-ai', region: 'Americas' });
    expect(readListWords(typed, sources)).toEqual(
      filtered({ state: 'needs-info', areaId: 'data-ai', region: 'Americas' }),
    );
  });

  it('says what it is narrowed to', () => {
    expect(describeFilter(NO_FILTER, sources, 'staff', languages.en)).toBeNull();
    const filter = { state: 'needs-info', areaId: 'security', region: 'EMEA' } as const;
    expect(describeFilter(filter, sources, 'partner', languages.en)).toBe(
      'Waiting for you · Security · EMEA',
    );
  });

  it('lets open and closed states through, and both make all', () => {
    const states = (state: 'open' | 'closed') => statesOf({ ...NO_FILTER, state }) ?? [];
    expect([...states('open'), ...states('closed')].sort()).toEqual([...STATES].sort());
  });
});

describe('a filter in a button’s data', () => {
  it('is taken when all of it is known', () => {
    const filter = { state: 'all', areaId: 'security', region: 'EMEA' };
    expect(checkFilter(filter, sources)).toEqual(filter);
  });

  it.each([{ state: 'burnt' }, { areaId: 'nowhere' }, { region: "EMEA' or 1=1" }])(
    'is refused: %j',
    (forged) => {
      expect(checkFilter({ ...NO_FILTER, ...forged }, sources)).toBeNull();
    },
  );
});

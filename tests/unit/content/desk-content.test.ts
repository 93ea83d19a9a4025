import path from 'node:path';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseDirectory } from '../../../src/directory/csv';
import { readDirectoryFiles } from '../../../src/directory/files';
import { parseRoutingRules } from '../../../src/engagement/routing/routing-rules';
import { CONTENT, SAMPLE } from '../../support/desk';
import { content } from '../../support/shared';

const ids = (items: readonly { readonly id: string }[]) => new Set(items.map(({ id }) => id));

describe('the desk’s own content', () => {
  it('routes by services and solution areas that exist', () => {
    const rules = parseRoutingRules(readFileSync(path.join(CONTENT, 'routing.yaml'), 'utf8'));
    const [services, areas] = [ids(content.services), ids(content.solutionAreas)];
    for (const { when, example } of rules) {
      const named = [...(when.services ?? []), ...(example?.service === undefined ? [] : [example.service])];
      expect(named.filter((id) => !services.has(id))).toEqual([]);
      expect((when.areas ?? []).filter((id) => !areas.has(id))).toEqual([]);
    }
  });

  it('has a sample organisation whose people know solution areas that exist', async () => {
    const areas = ids(content.solutionAreas);
    const { people, queues } = parseDirectory(await readDirectoryFiles(SAMPLE)).content;
    const named = [
      ...people.flatMap(({ solutionAreas }) => solutionAreas),
      ...queues.flatMap((q) => q.solutionArea ?? []),
    ];
    expect(named.filter((id) => !areas.has(id))).toEqual([]);
  });
});

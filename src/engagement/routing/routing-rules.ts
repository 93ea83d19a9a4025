/** routing.yaml as data. route.ts decides which rule applies. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import type { Organisation } from '../../directory/organisation';
import { sayIssue } from '../../shared/say-issue';
import { localised } from '../../knowledge/fields/service-field';
import { ROUTE_FACTS } from '../request';
import { AppError } from '../../shared/app-error';

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const RoleChoice = z.enum(['PDM', 'PTS']);

const LONGEST_BECAUSE = 200;
const Because = localised(LONGEST_BECAUSE).refine(
  (texts) =>
    Object.values(texts).every((text) =>
      [...text.matchAll(/\{([^}]*)\}/g)].every(([, name]) =>
        (ROUTE_FACTS as readonly unknown[]).includes(name),
      ),
    ),
  `may name only ${ROUTE_FACTS.map((name) => `{${name}}`).join(', ')}`,
);

/** A request that the rule must take, over the sample organisation, when all rules are asked in order. */
export const RoutingExample = z.strictObject({
  partner: Id.nullable(),
  region: z.string().optional(),
  choice: z.strictObject({ role: RoleChoice.nullable(), person: z.string().nullable() }).optional(),
  motion: z.enum(['sell-with', 'build-with']).default('sell-with'),
  service: Id.optional(),
  area: Id.nullable().default(null),
  expect: z.strictObject({ queue: Id, person: Id.nullable() }),
});
export type RoutingExample = z.infer<typeof RoutingExample>;

export const RoutingRule = z.strictObject({
  id: Id,
  when: z
    .strictObject({
      choice: z.enum(['person', 'PDM', 'PTS']).optional(),
      managed: z.boolean().optional(),
      motion: z.enum(['sell-with', 'build-with']).optional(),
      services: z.array(Id).optional(),
      areas: z.array(Id).optional(),
      regions: z.array(z.string()).optional(),
    })
    .default({}),
  to: z.union([
    z.enum(['chosen-person', 'assigned-PDM', 'assigned-PTS', 'queue-of-PDM', 'queue-of-PTS', 'catch-all']),
    z.templateLiteral(['queue:', Id]),
  ]),
  because: Because,
  example: RoutingExample.optional(),
});
export type RoutingRule = z.infer<typeof RoutingRule>;

const RoutingRules = z
  .array(RoutingRule)
  .min(1)
  .check(({ value: rules, issues }) => {
    const report = (message: string, path: (string | number)[] = []) => {
      issues.push({ code: 'custom', input: rules, message, path });
    };
    const last = rules.at(-1);
    if (last !== undefined && (last.to !== 'catch-all' || Object.keys(last.when).length > 0)) {
      report('the last rule must send everything to the catch-all');
    }
    for (const [index, rule] of rules.entries()) {
      if (rule.example === undefined && rule !== last)
        report('each rule needs an example', [index, 'example']);
      const isSecond = rules.findIndex((other) => other.id === rule.id) !== index;
      if (isSecond) report(`"${rule.id}" is used twice`, [index, 'id']);
    }
  });

/** Reads the rules. Throws `content-invalid` with every problem. */
export function parseRoutingRules(yaml: string): readonly RoutingRule[] {
  const parsed = RoutingRules.safeParse(parse(yaml), { error: sayIssue });
  if (parsed.success) return parsed.data;
  throw new AppError('content-invalid', `routing.yaml:\n${z.prettifyError(parsed.error)}`);
}

export async function loadRoutingRules(file: string): Promise<readonly RoutingRule[]> {
  return parseRoutingRules(await readFile(file, 'utf8'));
}

/** Queues that a rule names but the directory doesn't have, so the rule never applies. One sentence per line. */
export function findUnknownQueues(rules: readonly RoutingRule[], organisation: Organisation): string[] {
  const named = rules.filter(({ to }) => to.startsWith('queue:'));
  const dangling = named.filter(({ to }) => organisation.findQueue(to.slice('queue:'.length)) === undefined);
  return dangling.map(({ id, to }) => `routing rule "${id}" uses ${to}, which isn't in the directory`);
}

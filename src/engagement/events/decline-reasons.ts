/** Reads decline-reasons.yaml: why a request is declined, in words for the partner, and a better door. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { sayIssue } from '../../shared/say-issue';
import { AppError } from '../../shared/app-error';
import type { Motion } from '../request';

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const DeclineReason = z.strictObject({
  id: Id,
  /** On the owner's list. */
  title: z.string().min(1).max(80),
  /** What the partner reads. */
  text: z.string().min(1),
  /** A door of the knowledge base; null if no other door fits better. */
  door: Id.nullable(),
  /** The owner has to write why. */
  needsWords: z.boolean().default(false),
  /** The kind of request of which the text is true. */
  onlyFor: z.enum(['no-customer', 'sell-with']).optional(),
});
export type DeclineReason = z.infer<typeof DeclineReason>;

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

const DeclineReasons = z
  .array(DeclineReason)
  .min(1)
  .refine((reasons) => new Set(reasons.map(({ id }) => id)).size === reasons.length, 'an id is used twice');

/** Throws `content-invalid` with every problem. */
export async function loadDeclineReasons(file: string): Promise<readonly DeclineReason[]> {
  const parsed = DeclineReasons.safeParse(parse(await readFile(file, 'utf8')), { error: sayIssue });
  if (parsed.success) return parsed.data;
  throw new AppError('content-invalid', `decline-reasons.yaml:\n${z.prettifyError(parsed.error)}`);
}

/** decline-reasons.yaml: why a request is declined, in words for the partner, and the door that fits instead. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { AppError } from '../shared/app-error';

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const DeclineReason = z.strictObject({
  id: Id,
  /** On the owner's list. */
  title: z.string().min(1).max(80),
  /** What the partner reads. */
  text: z.string().min(1),
  /** A door of the knowledge base; null where no other door would do better. */
  door: Id.nullable(),
  /** The owner has to write why. */
  needsWords: z.boolean().default(false),
});
export type DeclineReason = z.infer<typeof DeclineReason>;

const DeclineReasons = z
  .array(DeclineReason)
  .min(1)
  .refine((reasons) => new Set(reasons.map(({ id }) => id)).size === reasons.length, 'an id is used twice');

/** Throws `content-invalid` with every problem. */
export async function loadDeclineReasons(file: string): Promise<readonly DeclineReason[]> {
  const parsed = DeclineReasons.safeParse(parse(await readFile(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new AppError('content-invalid', `decline-reasons.yaml:\n${z.prettifyError(parsed.error)}`);
}

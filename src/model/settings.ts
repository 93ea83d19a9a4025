/** Where the model is and how much the bot may use it. Without `MODEL_URL`, there's no model. */
import { z } from 'zod/v4';
import { wholeNumber } from '../shared/whole-number';

export const ModelVariables = z.object({
  MODEL_URL: z
    .string()
    .trim()
    .refine(isHttp, 'must be the https:// or http:// address of an OpenAI-compatible API, or empty for none')
    .optional(),
  MODEL_NAME: z.string().trim().default(''),
  MODEL_KEY: z.string().trim().default(''),
  MODEL_AUTH: z.enum(['key', 'managed-identity'], 'must be key or managed-identity').default('key'),
  MODEL_WHEN: z.enum(['unsure', 'always'], 'must be unsure or always').default('unsure'),
  MODEL_CALLS_PER_MINUTE: wholeNumber(1, 100_000).default(60),
  MODEL_CALLS_PER_DAY: wholeNumber(1, 10_000_000).default(5_000),
  MODEL_OFF_TENANTS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((item) => item.trim().toLowerCase())
        .filter((item) => item !== ''),
    ),
});

export interface ModelSettings {
  readonly url: string;
  readonly name: string;
  readonly auth: { readonly kind: 'key'; readonly key: string } | ManagedIdentity;
  /** Whether to ask about every message or only if the local engine is unsure. */
  readonly when: 'unsure' | 'always';
  readonly callsPerMinute: number;
  readonly callsPerDay: number;
  /** Tenants whose messages the model never sees, in lower case. */
  readonly offTenants: readonly string[];
}

export interface ManagedIdentity {
  readonly kind: 'managed-identity';
  /** The client ID of a user-assigned identity; null for the system-assigned one. */
  readonly clientId: string | null;
}

/** Null if no model is set. `clientId` is the bot's own user-assigned identity, if it has one. */
export function readModelSettings(
  variables: z.output<typeof ModelVariables>,
  clientId: string | null,
): ModelSettings | null {
  if (variables.MODEL_URL === undefined) return null;
  return {
    url: variables.MODEL_URL,
    name: variables.MODEL_NAME,
    auth:
      variables.MODEL_AUTH === 'key'
        ? { kind: 'key', key: variables.MODEL_KEY }
        : { kind: 'managed-identity', clientId },
    when: variables.MODEL_WHEN,
    callsPerMinute: variables.MODEL_CALLS_PER_MINUTE,
    callsPerDay: variables.MODEL_CALLS_PER_DAY,
    offTenants: variables.MODEL_OFF_TENANTS,
  };
}

function isHttp(url: string): boolean {
  return URL.canParse(url) && ['https:', 'http:'].includes(new URL(url).protocol);
}

/**
 * Gets tokens for Azure's managed identity. They come from the endpoint of App Service or Container Apps if the
 * environment names one, otherwise from the virtual machine's metadata service.
 */
import { z } from 'zod/v4';
import type { Clock } from '../shared/clock';
import type { ManagedIdentity } from './settings';

const METADATA_URL = 'http://169.254.169.254/metadata/identity/oauth2/token';
/** How long before its expiry a token is replaced. */
const SPARE_MS = 5 * 60_000;

const TokenReply = z.object({
  access_token: z.string().min(1),
  /** Seconds since the epoch. Both endpoints send them as text. */
  expires_on: z.coerce.number(),
});

export type Environment = Readonly<Record<string, string | undefined>>;
export type FindToken = (signal: AbortSignal) => Promise<string>;

export interface TokenDependencies {
  readonly identity: ManagedIdentity;
  /** The model's address. Its cloud decides whose tokens it accepts. */
  readonly url: string;
  readonly env: Environment;
  readonly clock: Clock;
  readonly metadataUrl?: string;
}

/** The returned function rejects if it can't get a token. */
export function createTokenFinder({
  identity: { clientId },
  url,
  env,
  clock,
  metadataUrl = METADATA_URL,
}: TokenDependencies): FindToken {
  const [endpoint, header] = [env['IDENTITY_ENDPOINT'], env['IDENTITY_HEADER']];
  const isService = endpoint !== undefined && header !== undefined;
  const address = new URL(isService ? endpoint : metadataUrl);
  address.searchParams.set('api-version', isService ? '2019-08-01' : '2018-02-01');
  address.searchParams.set('resource', findResource(url));
  if (clientId !== null) address.searchParams.set('client_id', clientId);
  const headers: Record<string, string> = isService ? { 'x-identity-header': header } : { metadata: 'true' };

  let known: { readonly token: string; readonly untilMs: number } | null = null;
  return async (signal) => {
    if (known !== null && clock.nowMs() < known.untilMs) return known.token;
    const response = await fetch(address, { headers, signal, redirect: 'error' });
    if (!response.ok) throw new Error(`no token: ${String(response.status)}`);
    const { access_token: token, expires_on: expiresOn } = TokenReply.parse(await response.json());
    known = { token, untilMs: expiresOn * 1_000 - SPARE_MS };
    return token;
  };
}

/** The audience of Azure's model services in the model's own cloud. */
function findResource(url: string): string {
  const suffix = /\.azure\.(us|cn)$/.exec(new URL(url).hostname)?.[1] ?? 'com';
  return `https://cognitiveservices.azure.${suffix}`;
}

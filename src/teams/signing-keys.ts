import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { z } from 'zod/v4';
import type { Clock } from '../shared/clock';
import { isHeld } from '../shared/hold';

/** Microsoft asks for a fresh look once a day. */
const REFRESH_AFTER_MS = 24 * 60 * 60 * 1000;
/** While the issuer is away its last keys are still believed, for a day more. */
const BELIEVED_FOR_MS = 48 * 60 * 60 * 1000;
/** A key that is not known may be a new one, or anybody's invention: so often it is asked for at most. */
const LOOK_FOR_NEW_AFTER_MS = 5 * 60 * 1000;
/** After a failure, for so long nothing is asked: who waits for an issuer that is away waits in vain. */
const TRY_AGAIN_AFTER_MS = 10 * 1000;
const FETCH_WITHIN_MS = 5 * 1000;

const Metadata = z.object({ jwks_uri: z.url() });
const Keys = z.object({ keys: z.array(z.unknown()) });
const RsaKey = z.looseObject({
  kid: z.string(),
  kty: z.literal('RSA'),
  endorsements: z.array(z.string()).default([]),
});

/** As botframework-connector's token extractor takes a key. */
export interface SigningKey {
  readonly key: string;
  readonly endorsements: string[];
}

/** The issuer cannot be reached, and what is known of its keys does not decide. It may be tried again. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

export interface SigningKeysParts {
  /** Where the issuer's OpenID metadata is. */
  readonly metadataUrl: string;
  readonly clock: Clock;
  /** Once for each attempt that failed. */
  readonly onProblem: (error: unknown) => void;
}

/**
 * The keys that Teams' tokens are signed with, in place of the SDK's own cache.
 *
 * botframework-connector 4.23.3: that cache waits for an issuer without end, asks it once for each request at the same
 * time, looks for a new key once an hour, forgets good keys when a daily refresh fails, and takes a key without
 * endorsements to be endorsed for everything (what is here instead is tested by tests/integration/signing-keys.test.ts).
 */
export class SigningKeys {
  private keys: ReadonlyMap<string, SigningKey> = new Map();
  private fetchedAtMs = Number.NEGATIVE_INFINITY;
  private failedAtMs = Number.NEGATIVE_INFINITY;
  private refreshing: Promise<void> | null = null;

  constructor(private readonly parts: SigningKeysParts) {}

  /** Null when the issuer has no such key. Rejects with {@link KeysUnavailable} when that cannot be said. */
  async getKey(keyId: string): Promise<SigningKey | null> {
    const nowMs = this.parts.clock.nowMs();
    // The clock was set back: the keys are due for a fresh look, and are believed for another day meanwhile.
    if (nowMs < this.fetchedAtMs) this.fetchedAtMs = nowMs - REFRESH_AFTER_MS;
    const ageMs = () => this.parts.clock.nowMs() - this.fetchedAtMs;
    const isNew = !this.keys.has(keyId) && ageMs() >= LOOK_FOR_NEW_AFTER_MS;
    if (isNew || ageMs() >= REFRESH_AFTER_MS) await this.refresh();
    const key = ageMs() < BELIEVED_FOR_MS ? this.keys.get(keyId) : undefined;
    if (key === undefined && ageMs() >= LOOK_FOR_NEW_AFTER_MS)
      throw new KeysUnavailable('the keys of the token issuer cannot be fetched');
    return key ?? null;
  }

  /** One at a time, whoever asks. */
  private async refresh(): Promise<void> {
    if (isHeld(this.failedAtMs + TRY_AGAIN_AFTER_MS, TRY_AGAIN_AFTER_MS, this.parts.clock.nowMs())) return;
    this.refreshing ??= this.fetchKeys().finally(() => {
      this.refreshing = null;
    });
    await this.refreshing;
  }

  private async fetchKeys(): Promise<void> {
    try {
      const metadata = Metadata.parse(await fetchJson(this.parts.metadataUrl));
      const { keys } = Keys.parse(await fetchJson(metadata.jwks_uri));
      this.keys = new Map(keys.flatMap(readKey));
      this.fetchedAtMs = this.parts.clock.nowMs();
    } catch (error) {
      this.failedAtMs = this.parts.clock.nowMs();
      this.parts.onProblem(error);
    }
  }
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_WITHIN_MS) });
  if (!response.ok) throw Object.assign(new Error('not fetched'), { status: response.status });
  return response.json();
}

/** None of one that cannot be read: another one may still be good. */
function readKey(jwk: unknown): (readonly [string, SigningKey])[] {
  const { success, data } = RsaKey.safeParse(jwk);
  if (!success) return [];
  try {
    const key = createPublicKey({ key: data as JsonWebKey, format: 'jwk' });
    const pem = key.export({ type: 'spki', format: 'pem' }).toString();
    // The SDK takes an empty list for all channels: an endorsement that no channel asks for stands for none.
    const endorsements = data.endorsements.length > 0 ? data.endorsements : ['none'];
    return [[data.kid, { key: pem, endorsements }]];
  } catch {
    return [];
  }
}

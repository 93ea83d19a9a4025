import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { z } from 'zod/v4';
import type { Clock } from '../../shared/clock';
import { isHeld } from '../../shared/hold';

/** Microsoft asks for a daily refresh. */
const REFRESH_AFTER_MS = 24 * 60 * 60 * 1000;
/** If the issuer is unavailable, its last keys stay valid for another day. */
const BELIEVED_FOR_MS = 48 * 60 * 60 * 1000;
/** An unknown key may be new or made up, so the issuer is asked for one at most this often. */
const LOOK_FOR_NEW_AFTER_MS = 5 * 60 * 1000;
/** After a failure there's no new request for this long, because waiting for an unavailable issuer is pointless. */
const TRY_AGAIN_AFTER_MS = 10 * 1000;
const FETCH_WITHIN_MS = 5 * 1000;

const Metadata = z.object({ jwks_uri: z.url() });
const Keys = z.object({ keys: z.array(z.unknown()) });
const RsaKey = z.looseObject({
  kid: z.string(),
  kty: z.literal('RSA'),
  endorsements: z.array(z.string()).default([]),
});

/** A key in the format of botframework-connector's token extractor. */
export interface SigningKey {
  readonly key: string;
  readonly endorsements: string[];
}

/** The issuer is unreachable, and the known keys aren't enough to decide. A retry may help. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

export interface SigningKeysDependencies {
  /** The URL of the issuer's OpenID metadata. */
  readonly metadataUrl: string;
  readonly clock: Clock;
  /** Called for each failed attempt. */
  readonly onProblem: (error: unknown) => void;
}

/**
 * The keys that sign Teams' tokens. They replace the SDK's own cache.
 *
 * The cache of botframework-connector 4.23.3 waits forever for an issuer, asks once for each concurrent request, looks
 * for a new key only once an hour, forgets good keys if a daily refresh fails, and treats a key without endorsements as
 * endorsed for everything. tests/integration/signing-keys.test.ts tests the behaviour here.
 */
export class SigningKeys {
  private keys: ReadonlyMap<string, SigningKey> = new Map();
  private fetchedAtMs = Number.NEGATIVE_INFINITY;
  private failedAtMs = Number.NEGATIVE_INFINITY;
  private refreshing: Promise<void> | null = null;

  constructor(private readonly deps: SigningKeysDependencies) {}

  /** Null if the issuer has no such key. Rejects with {@link KeysUnavailable} if that's unknown. */
  async getKey(keyId: string): Promise<SigningKey | null> {
    const nowMs = this.deps.clock.nowMs();
    // If the clock was set back, this refreshes the keys and trusts the known ones for another day meanwhile.
    if (nowMs < this.fetchedAtMs) this.fetchedAtMs = nowMs - REFRESH_AFTER_MS;
    const ageMs = () => this.deps.clock.nowMs() - this.fetchedAtMs;
    const isNew = !this.keys.has(keyId) && ageMs() >= LOOK_FOR_NEW_AFTER_MS;
    if (isNew || ageMs() >= REFRESH_AFTER_MS) await this.refresh();
    const key = ageMs() < BELIEVED_FOR_MS ? this.keys.get(keyId) : undefined;
    if (key === undefined && ageMs() >= LOOK_FOR_NEW_AFTER_MS)
      throw new KeysUnavailable('the keys of the token issuer can’t be fetched');
    return key ?? null;
  }

  /** All callers share one request at a time. */
  private async refresh(): Promise<void> {
    if (isHeld(this.failedAtMs + TRY_AGAIN_AFTER_MS, TRY_AGAIN_AFTER_MS, this.deps.clock.nowMs())) return;
    this.refreshing ??= this.fetchKeys().finally(() => {
      this.refreshing = null;
    });
    await this.refreshing;
  }

  private async fetchKeys(): Promise<void> {
    try {
      const metadata = Metadata.parse(await fetchJson(this.deps.metadataUrl));
      const { keys } = Keys.parse(await fetchJson(metadata.jwks_uri));
      this.keys = new Map(keys.flatMap(readKey));
      this.fetchedAtMs = this.deps.clock.nowMs();
    } catch (error) {
      this.failedAtMs = this.deps.clock.nowMs();
      this.deps.onProblem(error);
    }
  }
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_WITHIN_MS) });
  if (!response.ok) throw Object.assign(new Error('not fetched'), { status: response.status });
  return response.json();
}

/** Skips an unreadable key; others may still be good. */
function readKey(jwk: unknown): (readonly [string, SigningKey])[] {
  const { success, data } = RsaKey.safeParse(jwk);
  if (!success) return [];
  try {
    const key = createPublicKey({ key: data as JsonWebKey, format: 'jwk' });
    const pem = key.export({ type: 'spki', format: 'pem' }).toString();
    // The SDK treats an empty list as all channels, so an endorsement that no channel uses means none.
    const endorsements = data.endorsements.length > 0 ? data.endorsements : ['none'];
    return [[data.kid, { key: pem, endorsements }]];
  } catch {
    return [];
  }
}

import { LRUCache } from 'lru-cache';
import { type ConnectorClient, ConnectorFactory, type UserTokenClient } from 'botframework-connector';
import { onTheWire, type Pipeline } from './connector-requests';

/**
 * Steps that the client's library adds to every request in case they're needed: multipart forms, Azure's tracer and
 * logger, older abort signals. Our calls to Teams are JSON, and we trace and log them ourselves.
 */
const UNUSED_POLICIES = [
  'formDataPolicy',
  'multipartPolicy',
  'tracingPolicy',
  'logPolicy',
  'wrapAbortSignalLikePolicy',
] as const;

/** Teams has a few service URLs, one per region. Beyond this number the least recently used is dropped. */
const MOST_CLIENTS = 20;

/**
 * Keeps the SDK's clients. For every turn, botbuilder-core 4.23.3 builds a connector client and a user token client,
 * each with its own pipeline, which takes a quarter of a turn's cost (pinned by tests/integration/sdk-traps.test.ts).
 * The clients hold no state of a turn, and their tokens renew themselves.
 */
export class KeptClients {
  readonly #connectors = new LRUCache<string, Promise<ConnectorClient>>({ max: MOST_CLIENTS });
  #userTokens: Promise<UserTokenClient> | undefined;

  /** The same factory, but its clients are reused, send once and have a timeout. */
  from(inner: ConnectorFactory): ConnectorFactory {
    return new KeepingFactory(inner, this.#connectors);
  }

  /** The bot has one identity, so it needs one such client. */
  async userTokenClient(create: () => Promise<UserTokenClient>): Promise<UserTokenClient> {
    this.#userTokens ??= create();
    try {
      return await this.#userTokens;
    } catch (error) {
      this.#userTokens = undefined;
      throw error;
    }
  }
}

class KeepingFactory extends ConnectorFactory {
  constructor(
    private readonly inner: ConnectorFactory,
    private readonly kept: LRUCache<string, Promise<ConnectorClient>>,
  ) {
    super();
  }

  override async create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    const key = `${audience} ${serviceUrl}`;
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const made = this.#make(serviceUrl, audience);
    this.kept.set(key, made);
    try {
      return await made;
    } catch (error) {
      this.kept.delete(key);
      throw error;
    }
  }

  /**
   * botframework-connector 4.23.3 posts up to four times on 429, 500, 503 and a reset, and ignores `noRetryPolicy`
   * (pinned by tests/integration/sdk-traps.test.ts). So this removes the policy from each client's pipeline.
   */
  async #make(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    const client = await this.inner.create(serviceUrl, audience);
    const { client: http } = client as unknown as { client: { pipeline: Pipeline } };
    for (const name of ['defaultRetryPolicy', ...UNUSED_POLICIES]) http.pipeline.removePolicy({ name });
    http.pipeline.addPolicy(onTheWire(), { afterPhase: 'Sign' });
    return client;
  }
}

import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import type { Activity } from 'botbuilder';
import {
  AuthenticationConstants,
  AuthenticationError,
  type AuthenticateRequestResult,
  type ConnectorFactory,
  GovernmentConstants,
} from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor';
import type { Cloud, Credentials } from '../../config';
import type { Clock } from '../../shared/clock';
import type { Log } from '../../shared/log';
import { KeptClients } from '../outbound/connector-clients';
import { SigningKeys } from './signing-keys';

/** The names of jsonwebtoken's errors. botframework-connector 4.23.3 lets them through, and they become HTTP 500. */
const TOKEN_ERRORS = new Set(['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError', 'SyntaxError']);

type Configuration = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[0];

/**
 * The SDK's authentication with fixes: every bad token gives an `AuthenticationError`, only Teams' own issuer is accepted,
 * and a connector client sends a request once, with a timeout. Retries belong to the outbox, which knows what may be
 * repeated.
 */
export class DeskAuthentication extends ConfigurationBotFrameworkAuthentication {
  /** The only accepted issuer; null without authentication. */
  issuer: string | null = null;
  readonly #clients = new KeptClients();

  override async authenticateRequest(
    activity: Activity,
    authHeader: string,
  ): Promise<AuthenticateRequestResult> {
    // The SDK would also accept tokens of other bots, the Emulator and App Service.
    if (this.issuer !== null) {
      const { iss, exp } = readClaims(authHeader);
      if (iss !== this.issuer)
        throw new AuthenticationError('The token wasn’t issued by the Bot Framework.', 401);
      // botframework-connector 4.23.3 accepts a token that never expires (pinned by tests/e2e/authentication.test.ts).
      if (typeof exp !== 'number') throw new AuthenticationError('The token has no expiry time.', 401);
    }
    try {
      const result = await super.authenticateRequest(activity, authHeader);
      return result.connectorFactory === undefined
        ? result
        : { ...result, connectorFactory: this.#clients.from(result.connectorFactory) };
    } catch (error) {
      if (error instanceof Error && TOKEN_ERRORS.has(error.name)) {
        throw new AuthenticationError('The token isn’t valid.', 401);
      }
      throw error;
    }
  }

  override createConnectorFactory(
    identity: Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>[0],
  ): ConnectorFactory {
    return this.#clients.from(super.createConnectorFactory(identity));
  }

  override createUserTokenClient(
    identity: Parameters<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>[0],
  ): ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']> {
    return this.#clients.userTokenClient(() => super.createUserTokenClient(identity));
  }
}

/** The claims aren't verified yet: anyone may have written them. */
function readClaims(authHeader: string): { readonly iss?: unknown; readonly exp?: unknown } {
  try {
    const payload = authHeader.split(' ')[1]?.split('.')[1] ?? '';
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? claims : {};
  } catch {
    return {};
  }
}

/** All token endpoints of another cloud or of a test's issuer, or none. */
export type TokenEndpoints = Extract<Cloud, object>;

export interface AuthenticationDependencies {
  /** Null (local mode) turns authentication off, as the SDK does for an empty app id. */
  readonly credentials: Credentials | null;
  readonly cloud: Cloud;
  readonly clock: Clock;
  readonly log: Log;
}

/** Authentication with these credentials in that cloud. */
export function createAuthentication(
  { credentials, cloud, clock, log }: AuthenticationDependencies,
  userAgent: string,
): DeskAuthentication {
  if (credentials === null) {
    const factory = new ConfigurationServiceClientCredentialFactory({});
    return new DeskAuthentication({}, factory, undefined, undefined, { userAgent });
  }
  const settings: Configuration = {
    ...settingsOf(cloud),
    MicrosoftAppId: credentials.appId,
    MicrosoftAppType: credentials.type,
    MicrosoftAppTenantId: credentials.tenantId,
    ...(credentials.password === '' ? {} : { MicrosoftAppPassword: credentials.password }),
  };
  const factory = new ConfigurationServiceClientCredentialFactory(settings);
  const authentication = new DeskAuthentication(settings, factory, undefined, undefined, { userAgent });
  const { issuer, metadataUrl } = inboundOf(cloud);
  authentication.issuer = issuer;
  const advice =
    'the keys of Teams’ token issuer couldn’t be fetched: check that this machine reaches issuerHost over https (DNS, firewall, proxy) and that its clock is right';
  useKeys(metadataUrl, {
    clock,
    onProblem: (error) => {
      log.error({ err: error, issuerHost: new URL(metadataUrl).host }, advice);
    },
  });
  return authentication;
}

function settingsOf(cloud: Cloud): Configuration {
  if (typeof cloud === 'object') return { ...cloud };
  return cloud === 'usgov' ? { ChannelService: GovernmentConstants.ChannelService } : {};
}

function inboundOf(cloud: Cloud): { readonly issuer: string; readonly metadataUrl: string } {
  const { ToBotFromChannelTokenIssuer: issuer, ToBotFromChannelOpenIdMetadataUrl: metadataUrl } =
    typeof cloud === 'object' ? cloud : cloud === 'usgov' ? GovernmentConstants : AuthenticationConstants;
  return { issuer, metadataUrl };
}

/** The SDK looks up its key caches by metadata URL in one map per process. This puts ours there first. */
function useKeys(
  metadataUrl: string,
  deps: Omit<ConstructorParameters<typeof SigningKeys>[0], 'metadataUrl'>,
) {
  const { openIdMetadataCache } = JwtTokenExtractor as unknown as {
    openIdMetadataCache: Map<string, Pick<SigningKeys, 'getKey'>>;
  };
  openIdMetadataCache.set(metadataUrl, new SigningKeys({ metadataUrl, ...deps }));
}

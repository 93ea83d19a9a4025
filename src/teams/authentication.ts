import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import type { Activity } from 'botbuilder';
import {
  AuthenticationError,
  type AuthenticateRequestResult,
  type ConnectorFactory,
} from 'botframework-connector';
import type { Credentials } from '../config';
import { KeptClients } from './kept-clients';

/** jsonwebtoken's own errors, by name: botframework-connector 4.23.3 lets them through, and they become HTTP 500. */
const TOKEN_ERRORS = new Set(['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError', 'SyntaxError']);

type Configuration = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[0];

/**
 * The SDK's authentication, mended in two places: whatever is wrong with a token is an `AuthenticationError`, and a
 * connector client sends a request once (retries belong to the outbox, which knows what may be repeated).
 */
export class DeskAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #clients = new KeptClients();

  override async authenticateRequest(
    activity: Activity,
    authHeader: string,
  ): Promise<AuthenticateRequestResult> {
    try {
      const result = await super.authenticateRequest(activity, authHeader);
      return result.connectorFactory === undefined
        ? result
        : { ...result, connectorFactory: this.#clients.from(result.connectorFactory) };
    } catch (error) {
      if (error instanceof Error && TOKEN_ERRORS.has(error.name)) {
        throw new AuthenticationError('The token is not valid.', 401);
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

/** Where tokens come from and go to, all of them or none: another cloud's, or a test's own issuer. */
export interface TokenEndpoints {
  readonly ChannelService: string;
  readonly ToBotFromChannelOpenIdMetadataUrl: string;
  readonly ToBotFromChannelTokenIssuer: string;
  readonly ToBotFromEmulatorOpenIdMetadataUrl: string;
  readonly ToChannelFromBotLoginUrl: string;
  readonly ToChannelFromBotOAuthScope: string;
  readonly OAuthUrl: string;
  readonly ValidateAuthority: string;
}

/**
 * Authentication for these credentials; null (local mode) turns it off, as the SDK does for an empty app id.
 * `endpoints` are those of the public cloud where none are given.
 */
export function createAuthentication(
  credentials: Credentials | null,
  userAgent: string,
  endpoints?: TokenEndpoints,
): DeskAuthentication {
  const settings: Configuration =
    credentials === null
      ? {}
      : {
          ...endpoints,
          MicrosoftAppId: credentials.appId,
          MicrosoftAppType: credentials.type,
          MicrosoftAppTenantId: credentials.tenantId,
          ...(credentials.password === '' ? {} : { MicrosoftAppPassword: credentials.password }),
        };
  const factory = new ConfigurationServiceClientCredentialFactory(settings);
  return new DeskAuthentication(settings, factory, undefined, undefined, { userAgent });
}

import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TokenEndpoints } from '../../src/teams/authentication';

export const ISSUER = 'https://api.botframework.com';

interface Key {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicPem: string;
  readonly jwk: Record<string, unknown>;
}

function makeKey(id: string, endorsements: readonly string[]): Key {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return {
    id,
    privateKey,
    publicPem,
    jwk: { ...publicKey.export({ format: 'jwk' }), kid: id, use: 'sig', endorsements },
  };
}

/** An OpenID issuer on loopback, as the Bot Framework's: metadata, keys, and tokens both good and forged. */
export class TokenIssuer {
  /** Known and endorsed for Teams. */
  readonly good = makeKey('good', ['msteams']);
  /** Known, but not for Teams. */
  readonly notEndorsed = makeKey('not-endorsed', ['webchat']);
  /** Not among the keys, under the id of one that is. */
  readonly forger = makeKey('good', ['msteams']);
  /** Not among the keys. */
  readonly unknown = makeKey('unknown', ['msteams']);

  private constructor(private readonly server: Server) {}

  static async start(): Promise<TokenIssuer> {
    const server = createServer();
    const issuer = new TokenIssuer(server);
    server.on('request', (request, response) => {
      response.setHeader('content-type', 'application/json');
      const metadata = {
        issuer: ISSUER,
        jwks_uri: `${issuer.url}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      };
      const keys = { keys: [issuer.good.jwk, issuer.notEndorsed.jwk] };
      response.end(JSON.stringify(request.url === '/keys' ? keys : metadata));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  get endpoints(): TokenEndpoints {
    return {
      ChannelService: 'https://channel.test',
      ToBotFromChannelOpenIdMetadataUrl: `${this.url}/metadata`,
      ToBotFromChannelTokenIssuer: ISSUER,
      ToBotFromEmulatorOpenIdMetadataUrl: `${this.url}/metadata`,
      ToChannelFromBotLoginUrl: `${this.url}/login`,
      ToChannelFromBotOAuthScope: ISSUER,
      OAuthUrl: this.url,
      ValidateAuthority: 'true',
    };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export function signToken(claims: Record<string, unknown>, key: Key): string {
  const content = `${encode({ alg: 'RS256', typ: 'JWT', kid: key.id })}.${encode(claims)}`;
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), key.privateKey).toString('base64url')}`;
}

/** A token without a signature, or signed with the public key as if it were a shared secret. */
export function forgeToken(claims: Record<string, unknown>, alg: 'none' | 'HS256', key: Key): string {
  const content = `${encode({ alg, typ: 'JWT', kid: key.id })}.${encode(claims)}`;
  const signature =
    alg === 'none' ? '' : createHmac('sha256', key.publicPem).update(content).digest('base64url');
  return `${content}.${signature}`;
}

export function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

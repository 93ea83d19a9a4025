import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TokenEndpoints } from '../../src/teams/inbound/authentication';

export const ISSUER = 'https://api.botframework.com';
/** Where an app with a client secret fetches its tokens. */
export const LOGIN_HOST = 'login.microsoftonline.com';

export interface Key {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicPem: string;
  readonly jwk: Record<string, unknown>;
}

export function makeKey(id: string, endorsements?: readonly string[]): Key {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return {
    id,
    privateKey,
    publicPem,
    jwk: {
      ...publicKey.export({ format: 'jwk' }),
      kid: id,
      use: 'sig',
      ...(endorsements !== undefined && { endorsements }),
    },
  };
}

/** An OpenID issuer on loopback, like the Bot Framework's. It has metadata, keys, and good and forged tokens. */
export class TokenIssuer {
  /** It's published and endorsed for Teams. */
  readonly good = makeKey('good', ['msteams']);
  /** It's published, but not for Teams. */
  readonly notEndorsed = makeKey('not-endorsed', ['webchat']);
  /** It's published without endorsements, which the SDK would treat as endorsed for everything. */
  readonly withoutEndorsements = makeKey('without-endorsements');
  /** It isn't published, but uses a published key's ID. */
  readonly forger = makeKey('good', ['msteams']);
  /** It isn't published. */
  readonly unknown = makeKey('unknown', ['msteams']);

  /** The currently published keys. */
  published: readonly Key[] = [this.good, this.notEndorsed, this.withoutEndorsements];
  /** `down` drops each connection, `broken` answers 500. */
  state: 'up' | 'down' | 'broken' = 'up';
  /** How often someone asked for its keys. */
  fetches = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<TokenIssuer> {
    const server = createServer();
    const issuer = new TokenIssuer(server);
    server.on('request', (request, response) => {
      if (issuer.state === 'down') {
        request.socket.destroy();
        return;
      }
      response.statusCode = issuer.state === 'up' ? 200 : 500;
      response.setHeader('content-type', 'application/json');
      const metadata = {
        issuer: ISSUER,
        jwks_uri: `${issuer.url}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      };
      if (request.url === '/keys') issuer.fetches += 1;
      const keys = { keys: issuer.published.map(({ jwk }) => jwk) };
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
      ToChannelFromBotLoginUrl: `https://${LOGIN_HOST}/botframework.com`,
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

/** A token without a signature, or signed with the public key as a shared secret. */
export function forgeToken(claims: Record<string, unknown>, alg: 'none' | 'HS256', key: Key): string {
  const content = `${encode({ alg, typ: 'JWT', kid: key.id })}.${encode(claims)}`;
  const signature =
    alg === 'none' ? '' : createHmac('sha256', key.publicPem).update(content).digest('base64url');
  return `${content}.${signature}`;
}

export function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** The claims of a token that Teams would send with an activity of `serviceUrl` to `appId`; `changes` spoil it. */
export function claimsFor(
  appId: string,
  serviceUrl: string,
  changes: Record<string, unknown> = {},
): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000);
  const times = { iat: now, nbf: now - 10, exp: now + 3600 };
  return { iss: ISSUER, aud: appId, ...times, serviceurl: serviceUrl, ...changes };
}

/** Lists every kind of `authorization` that the bot must reject, by its fault. */
export function listBadTokens(
  issuer: TokenIssuer,
  appId: string,
  serviceUrl: string,
): readonly (readonly [string, string])[] {
  const hour = 3600;
  const now = Math.floor(Date.now() / 1000);
  const claims = (changes?: Record<string, unknown>) => claimsFor(appId, serviceUrl, changes);
  const signed = (changes: Record<string, unknown>) => signToken(claims(changes), issuer.good);
  const bearer = (token: string) => `Bearer ${token}`;
  const [header = '', , signature = ''] = signed({}).split('.');
  return [
    ['no bearer', 'Basic eDp5'],
    ['a token that is none', bearer('abc')],
    ['a token of dots', bearer('..')],
    ['a forged signature', bearer(signToken(claims(), issuer.forger))],
    ['an unknown key', bearer(signToken(claims(), issuer.unknown))],
    ['a key that is not endorsed for Teams', bearer(signToken(claims(), issuer.notEndorsed))],
    ['a key without endorsements', bearer(signToken(claims(), issuer.withoutEndorsements))],
    ['an expired token', bearer(signed({ exp: now - hour, nbf: now - 2 * hour }))],
    ['a token that never expires', bearer(signed({ exp: undefined }))],
    ['a token that expires at no time', bearer(signed({ exp: 'never' }))],
    ['a token of the future', bearer(signed({ nbf: now + hour }))],
    ['another audience', bearer(signed({ aud: 'other' }))],
    ['no audience', bearer(signed({ aud: undefined }))],
    ['another issuer', bearer(signed({ iss: 'https://evil.test' }))],
    [
      'the issuer of the Emulator, with our secret',
      bearer(
        signed({
          iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
          appid: appId,
          ver: '1.0',
        }),
      ),
    ],
    ['another service URL', bearer(signed({ serviceurl: 'https://evil.test/' }))],
    ['the algorithm "none"', bearer(forgeToken(claims(), 'none', issuer.good))],
    ['HS256 with the public key', bearer(forgeToken(claims(), 'HS256', issuer.good))],
    [
      'a payload that was changed after signing',
      bearer(`${header}.${encode(claims({ name: 'changed' }))}.${signature}`),
    ],
  ];
}

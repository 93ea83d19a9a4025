import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { findProjectRoot } from '../../src/shared/project-root';
import { LOGIN_HOST } from './token-issuer';

/**
 * Entra's token service on loopback, as MSAL knows it. It has metadata of any tenant, and a token for the right secret.
 */
export class LoginService {
  readonly token = 'outgoing-token-of-a-client-secret';
  /** Each token request: the tenant and the form data. */
  readonly asked: { readonly tenant: string; readonly form: URLSearchParams }[] = [];

  private constructor(
    private readonly server: Server,
    private readonly secret: string,
  ) {}

  static async start(secret: string): Promise<LoginService> {
    const server = createServer();
    const service = new LoginService(server, secret);
    server.on('request', (request: IncomingMessage, response) => {
      void service.answer(request).then(([status, body]) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return service;
  }

  /** The variables that a bot needs to use this service. */
  get env(): Record<string, string> {
    return {
      NODE_OPTIONS: `--require ${path.join(findProjectRoot(), 'tests/support/redirect-login.js')}`,
      LOGIN_URL: `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`,
      LOGIN_HOST,
    };
  }

  private async answer(request: IncomingMessage): Promise<readonly [number, unknown]> {
    const [, tenant = ''] = (request.url ?? '').split('/');
    const base = `https://${LOGIN_HOST}/${tenant}`;
    if (request.method === 'GET')
      return [
        200,
        {
          issuer: `${base}/v2.0`,
          authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
          token_endpoint: `${base}/oauth2/v2.0/token`,
          jwks_uri: `${base}/discovery/v2.0/keys`,
        },
      ];
    const form = new URLSearchParams(await text(request));
    this.asked.push({ tenant, form });
    return form.get('client_secret') === this.secret
      ? [200, { token_type: 'Bearer', expires_in: 3600, access_token: this.token }]
      : [
          401,
          { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret provided.' },
        ];
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

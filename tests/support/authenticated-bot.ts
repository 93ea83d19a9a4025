import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runDirectoryCommand } from '../../src/cli/directory';
import { parseDatabaseConfig } from '../../src/config';
import { BotProcess } from './bot-process';
import { SAMPLE } from './desk';
import type { TokenIssuer } from './token-issuer';

export const APP_ID = '11111111-2222-4333-8444-555555555555';
export const HOME = '20000000-0000-4000-8000-000000000002';

/** Azure's loopback endpoint for managed identities (App Service, Container Apps). It returns a token to any caller. */
export class IdentityEndpoint {
  readonly asked: { readonly url: URL; readonly secret: unknown }[] = [];
  readonly token = 'outgoing-token-of-a-managed-identity';
  readonly secret = 'identity-header';

  private constructor(private readonly server: Server) {}

  static async start(): Promise<IdentityEndpoint> {
    const server = createServer();
    const endpoint = new IdentityEndpoint(server);
    server.on('request', (request: IncomingMessage, response) => {
      const url = new URL(request.url ?? '/', endpoint.url);
      endpoint.asked.push({ url, secret: request.headers['x-identity-header'] });
      response.setHeader('content-type', 'application/json');
      const expires_on = String(Math.floor(Date.now() / 1000) + 3600);
      response.end(
        JSON.stringify({ access_token: endpoint.token, expires_on, resource: 'x', token_type: 'Bearer' }),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return endpoint;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/msi/token`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** The real process with authentication. It accepts tokens from `issuer` and sends those of a managed identity. */
export async function startAuthenticatedBot(
  issuer: TokenIssuer,
  identity: IdentityEndpoint,
  env: Readonly<Record<string, string>> = {},
): Promise<BotProcess> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'partner-desk-'));
  await runDirectoryCommand({
    args: ['import', SAMPLE],
    database: parseDatabaseConfig('/', { DATA_DIR: dataDir }),
    routingRules: [],
    by: 'test',
    print: () => undefined,
  });
  const cloud = path.join(dataDir, 'cloud.json');
  writeFileSync(cloud, JSON.stringify(issuer.endpoints));
  const bot = {
    BOT_ID: APP_ID,
    BOT_TENANT_ID: HOME,
    BOT_TYPE: 'UserAssignedMSI',
    BOT_CLOUD: cloud,
    IDENTITY_ENDPOINT: identity.url,
    IDENTITY_HEADER: identity.secret,
    TRUSTED_SERVICE_HOSTS: '127.0.0.1',
    LOG_LEVEL: 'debug',
    DRAIN_SECONDS: '0',
  };
  return BotProcess.start({ ...bot, ...env }, dataDir);
}

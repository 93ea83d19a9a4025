import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LEAD, LEAD_MAIL } from './scenarios';

/** Much longer than Teams' pace holds back what a bench sends. */
const PATIENCE_MS = 120_000;

/**
 * A Bot Connector on loopback that takes everything and only counts: it keeps nothing, so that it can run for hours. Of
 * people it knows the lead alone, whose mail address lets queues be opened.
 */
export class CountingConnector {
  /** Posts and updates taken so far. */
  taken = 0;
  private nextId = 1;
  private waiting: { count: number; resolve: () => void } | undefined;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<CountingConnector> {
    const server = createServer();
    const connector = new CountingConnector(server);
    server.on('request', (request, response) => {
      request.resume().on('end', () => {
        response.writeHead(200, { 'content-type': 'application/json' });
        if (request.method === 'GET') response.end(JSON.stringify(findMember(request.url ?? '')));
        else response.end(JSON.stringify({ id: `act-${String(connector.nextId++)}` }));
        if (request.method !== 'GET') connector.count();
      });
    });
    server.keepAliveTimeout = 60_000;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return connector;
  }

  get serviceUrl(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/`;
  }

  /** Resolves after this many messages in total; rejects after two minutes. */
  async waitForTaken(count: number): Promise<void> {
    if (this.taken >= count) return;
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => {
        reject(new Error(`The connector took ${String(this.taken)} messages of ${String(count)}.`));
      }, PATIENCE_MS);
      this.waiting = {
        count,
        resolve: () => {
          clearTimeout(late);
          resolve();
        },
      };
    });
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private count(): void {
    this.taken += 1;
    if (this.waiting !== undefined && this.taken >= this.waiting.count) this.waiting.resolve();
  }
}

function findMember(url: string): Record<string, unknown> {
  return decodeURIComponent(url).endsWith(`/members/${LEAD.id}`)
    ? { ...LEAD, email: LEAD_MAIL }
    : { members: [] };
}

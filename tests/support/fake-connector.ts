import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call that the bot made to the Bot Connector. */
export interface ConnectorCall {
  readonly method: string;
  readonly conversationId: string;
  /** The activity that an update changes or that a post replies to. */
  readonly targetId: string | null;
  /** The ID that this connector returned or confirmed. */
  readonly activityId: string;
  readonly activity: Record<string, unknown>;
  readonly atMs: number;
  /** The fault instead of a normal answer. If there's an `activityId`, the activity exists anyway. */
  readonly fault: Fault | null;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly userPrincipalName?: string;
  readonly aadObjectId: string;
  readonly tenantId?: string;
}

/**
 * A fault of the connector: it answers with an error status, drops the connection (`reset`), never answers (`stall`) or
 * sends only half an answer (`half`). With `isTaken` the activity exists anyway.
 */
export type Fault =
  | {
      readonly status: number | 'reset' | 'stall' | 'half';
      readonly isTaken?: boolean;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | 'reset';

/** A Bot Connector on loopback. It accepts posts and updates, knows members, and can fail on request. */
export class FakeConnector {
  readonly calls: ConnectorCall[] = [];
  readonly members = new Map<string, Member[]>();
  /** The `authorization` header of every call. */
  readonly tokens: (string | undefined)[] = [];
  private readonly faults: Fault[] = [];
  /** Chooses the fault for each post and update; undefined lets it pass. */
  chooseFault: (method: string, conversationId: string) => Fault | undefined = () => undefined;

  private readonly deleted = new Set<string>();
  private readonly held = new Map<
    string,
    { readonly arrived: () => void; readonly released: Promise<void> }
  >();
  private readonly waiting: {
    matches: (call: ConnectorCall) => boolean;
    resolve: (call: ConnectorCall) => void;
  }[] = [];
  private nextId = 1;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FakeConnector> {
    const server = createServer();
    const connector = new FakeConnector(server);
    server.on('request', (request, response) => void connector.serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return connector;
  }

  get serviceUrl(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/`;
  }

  /** Sets the faults of the next calls, one each. */
  failNext(...faults: Fault[]): void {
    this.faults.push(...faults);
  }

  /** From now on posts and updates there fail, as in a deleted channel. */
  deleteConversation(conversationId: string): void {
    this.deleted.add(conversationId);
  }

  /** Holds the answers to posts in a conversation until `release`. `arrived` resolves when the first post arrives. */
  hold(conversationId: string): { readonly arrived: Promise<void>; release(): void } {
    let arrive: () => void = () => undefined;
    let free: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const released = new Promise<void>((resolve) => (free = resolve));
    this.held.set(conversationId, { arrived: arrive, released });
    return {
      arrived,
      release: () => {
        this.held.delete(conversationId);
        free();
      },
    };
  }

  /** Finds the activities in channels that contain the words anywhere. */
  findInChannels(words: string): ConnectorCall[] {
    return this.calls.filter(
      ({ conversationId, activity }) =>
        conversationId.startsWith('19:') && JSON.stringify(activity).includes(words),
    );
  }

  /** Returns the first matching call, past or future. After `timeoutMs` it rejects and lists the other calls. */
  async waitFor(matches: (call: ConnectorCall) => boolean, timeoutMs = 20_000): Promise<ConnectorCall> {
    const made = this.calls.find(matches);
    if (made !== undefined) return made;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const seen = this.calls.map(
          (call) => `${call.method} ${call.conversationId} ${textOf(call.activity).slice(0, 120)}`,
        );
        reject(new Error(`No such call within ${String(timeoutMs)} ms. Calls:\n${seen.join('\n')}`));
      }, timeoutMs);
      this.waiting.push({
        matches,
        resolve: (call) => {
          clearTimeout(timer);
          resolve(call);
        },
      });
    });
  }

  /** Resolves when the caller hangs up without an answer. */
  nextHangUp(): Promise<void> {
    return new Promise((resolve) =>
      this.server.once('request', (_request, response: ServerResponse) => {
        response.once('close', () => {
          if (!response.writableFinished) resolve();
        });
      }),
    );
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.tokens.push(request.headers.authorization);
    const activity = await readJson(request).catch(() => undefined);
    // The caller hung up before it sent everything.
    if (activity === undefined) return;
    const path = new URL(request.url ?? '/', this.serviceUrl).pathname;
    // An id may contain an encoded slash, so decode each part of the path separately.
    const [, conversation = '', resource = '', target = null] =
      /^\/v3\/conversations\/([^/]+)\/(activities|members|pagedmembers)\/?(.+)?$/.exec(path) ?? [];
    const conversationId = decodeURIComponent(conversation);
    const targetId = target === null ? null : decodeURIComponent(target);
    const method = request.method ?? '';
    const held = resource === 'activities' ? this.held.get(conversationId) : undefined;
    held?.arrived();
    await held?.released;
    const fault =
      method === 'GET' ? undefined : (this.faults.shift() ?? this.chooseFault(method, conversationId));
    if (fault !== undefined) {
      const isTaken = fault !== 'reset' && fault.isTaken === true;
      const activityId = isTaken ? this.nameActivity(method, targetId) : '';
      this.record({ method, conversationId, targetId, activityId, activity, fault });
      fail(response, fault);
    } else if (resource === 'activities' && this.deleted.has(conversationId)) {
      send(response, 404, { error: { code: 'ConversationNotFound', message: 'it was deleted' } });
    } else if (resource === 'pagedmembers') {
      send(response, 200, { members: this.members.get(conversationId) ?? [] });
    } else if (resource === 'members') {
      const member = [...this.members.values()].flat().find(({ id }) => id === targetId);
      if (member === undefined)
        send(response, 404, { error: { code: 'MemberNotFound', message: 'unknown' } });
      else send(response, 200, member);
    } else if (resource === 'activities') {
      const activityId = this.nameActivity(method, targetId);
      send(response, 200, { id: activityId });
      this.record({ method, conversationId, targetId, activityId, activity, fault: null });
    } else {
      send(response, 404, { error: { code: 'NotFound', message: path } });
    }
  }

  private nameActivity(method: string, targetId: string | null): string {
    return method === 'PUT' ? (targetId ?? '') : `act-${String(this.nextId++)}`;
  }

  private record(made: Omit<ConnectorCall, 'atMs'>): void {
    const call: ConnectorCall = { ...made, atMs: Date.now() };
    this.calls.push(call);
    for (const waiter of this.waiting.filter(({ matches }) => matches(call))) {
      this.waiting.splice(this.waiting.indexOf(waiter), 1);
      waiter.resolve(call);
    }
  }
}

/** All the text of an activity, including its card. */
export function textOf(activity: Record<string, unknown>): string {
  return JSON.stringify({
    text: activity['text'],
    summary: activity['summary'],
    attachments: activity['attachments'],
  });
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString('utf8');
  return body === '' ? {} : (JSON.parse(body) as Record<string, unknown>);
}

function fail(response: ServerResponse, fault: Fault): void {
  const { status, headers } = fault === 'reset' ? { status: fault } : fault;
  if (status === 'stall') return;
  if (status === 'reset') response.destroy();
  else if (status === 'half') {
    // Once restify is loaded, writeHead() returns nothing (tests/integration/sdk-traps.test.ts).
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{');
  } else send(response, status, { error: { code: 'Fault', message: 'told to fail' } }, headers);
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** The real courier through the SDK, against a connector that answers in every way that Teams does. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Delivery } from '../../src/outbox/courier';
import { createLocalAdapter, createLocalCourier } from '../support/adapter';
import { CONNECTOR_DEADLINE_MS, onTheWire } from '../../src/teams/outbound/connector-requests';
import { readRetryAfterMs } from '../../src/shared/retry-after';
import { personalAddress } from '../support/desk';
import { FakeConnector, type Fault } from '../support/fake-connector';

const NOW_MS = Date.UTC(2026, 10, 23, 10);
const clock = { nowMs: () => NOW_MS };

let connector: FakeConnector;
beforeEach(async () => {
  connector = await FakeConnector.start();
});
afterEach(() => connector.stop());

function courier() {
  return createLocalCourier(createLocalAdapter(), clock);
}
function address() {
  return { ...personalAddress('29:maya'), serviceUrl: connector.serviceUrl };
}
async function post(fault: Fault): Promise<Delivery> {
  connector.failNext(fault);
  return courier().post(address(), { text: 'x' });
}

describe('a wait that Teams asks for', () => {
  const inAMinute = new Date(NOW_MS + 60_000).toUTCString();
  const late = new Date(NOW_MS + 5 * 60_000).toUTCString();

  it.each([
    ['seconds', { 'retry-after': '7' }, 7_000],
    ['a date, by the sender’s clock', { 'retry-after': late, date: inAMinute }, 240_000],
    ['nothing', {}, 2_000],
  ])('in %s reaches the outbox through the SDK', async (_, headers, retryAfterMs) => {
    expect(await post({ status: 429, headers })).toEqual({ outcome: 'throttled', retryAfterMs });
  });

  it.each([
    ['a date, without one of the answer, by our clock', inAMinute, undefined, 60_000],
    ['a date gone by', new Date(NOW_MS - 60_000).toUTCString(), undefined, 2_000],
    ['no time at all', 'soon', undefined, 2_000],
    ['less than nothing', '-5', undefined, 2_000],
    ['the next century', '3000000000', undefined, 3_600_000],
  ])('that is %s is read with sense', (_, header, date, expected) => {
    expect(readRetryAfterMs(header, date, NOW_MS)).toBe(expected);
  });
});

describe('an answer', () => {
  it.each<[Fault, Delivery]>([
    [{ status: 400 }, { outcome: 'refused', status: 400 }],
    [{ status: 401 }, { outcome: 'refused', status: 401 }],
    [{ status: 403 }, { outcome: 'blocked', status: 403 }],
    [{ status: 404 }, { outcome: 'gone', status: 404 }],
    [{ status: 412 }, { outcome: 'refused', status: 412 }],
    [
      { status: 500, isTaken: true },
      { outcome: 'ambiguous', status: 500 },
    ],
    [{ status: 502 }, { outcome: 'ambiguous', status: 502 }],
    [{ status: 503 }, { outcome: 'ambiguous', status: 503 }],
    ['reset', { outcome: 'ambiguous', status: null }],
  ])('%j is %j, and nothing is sent twice', async (fault, delivery) => {
    expect(await post(fault)).toEqual(delivery);
    expect(connector.calls).toHaveLength(1);
  });

  it('that never comes was refused when nobody listened, and nothing was sent', async () => {
    const nobody = { ...address(), serviceUrl: 'http://127.0.0.1:9/' };
    expect(await courier().post(nobody, { text: 'x' })).toEqual({ outcome: 'refused', status: null });
  });
});

describe('a connector that stalls', () => {
  const deadline = AbortSignal.timeout.bind(AbortSignal);
  const asked: number[] = [];
  beforeAll(() => {
    // The bot's own deadline, sooner.
    AbortSignal.timeout = (ms) => {
      asked.push(ms);
      return deadline(200);
    };
  });
  afterAll(() => {
    AbortSignal.timeout = deadline;
  });

  it.each(['stall', 'half'] as const)(
    'in the way of "%s" is given up by our deadline, and may have taken it',
    async (status) => {
      expect(await post({ status, isTaken: true })).toEqual({ outcome: 'ambiguous', status: null });
      expect(asked.at(-1)).toBe(CONNECTOR_DEADLINE_MS);
      connector.failNext({ status });
      const updated = await courier().update(address(), 'act-1', { text: 'y' });
      expect(updated).toEqual({ outcome: 'ambiguous', status: null });
    },
  );

  it('is hung up on, so that what it takes late does not overtake what was said since', async () => {
    const gone = connector.nextHangUp();
    await post({ status: 'stall' });
    await gone;
  });

  it('does not make a turn wait for ever either', async () => {
    connector.failNext({ status: 'stall' });
    const failed = createLocalAdapter().continueConversationAsync(
      '',
      { channelId: 'msteams', serviceUrl: connector.serviceUrl, conversation: { id: 'a:chat' } as never },
      async (context) => {
        await context.sendActivity('x');
      },
    );
    await expect(failed).rejects.toThrow(/abort/i);
  });
});

describe('a token that cannot be had', () => {
  it('means that nothing was sent: it is tried again', async () => {
    const credentials = { appId: 'app', type: 'SingleTenant', tenantId: 'tenant', password: 'x' } as const;
    const failing = Object.assign(Object.create(ConfigurationServiceClientCredentialFactory.prototype), {
      createCredentials: () =>
        Promise.resolve({ signRequest: () => Promise.reject(new Error('no token today')) }),
    }) as object;
    const adapter = createLocalAdapter(credentials);
    const { botFrameworkAuthentication } = adapter as unknown as { botFrameworkAuthentication: object };
    const inner = Reflect.get(botFrameworkAuthentication, 'inner') as object;
    Object.assign(inner, { credentialsFactory: failing });
    const sent = await createLocalCourier(adapter, clock).post(address(), { text: 'x' });
    expect(sent).toEqual({ outcome: 'refused', status: null });
    expect(connector.calls).toEqual([]);
  });
});

describe('the deadline', () => {
  it('leaves a sooner one as it is', async () => {
    const sooner = new AbortController().signal;
    const request = { url: 'https://smba.example/', abortSignal: sooner };
    await onTheWire(1).sendRequest(request, (sent) => Promise.resolve(sent.abortSignal));
    expect(request.abortSignal).toBe(sooner);
  });
});

describe('a connection to Teams', () => {
  it('is used for the next message, and not once it was idle for long', async () => {
    const server = createServer((_, response) => response.end());
    server.keepAliveTimeout = 60_000;
    const sockets: Socket[] = [];
    server.on('connection', (socket) => sockets.push(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    const policy = onTheWire(CONNECTOR_DEADLINE_MS, 300);
    const send = () =>
      policy.sendRequest({ url }, async ({ agent }) => {
        const [response] = (await once(get(url, { agent }), 'response')) as [IncomingMessage];
        await text(response);
      });

    await send();
    await send();
    expect(sockets).toHaveLength(1);
    if (!sockets[0]!.destroyed) await once(sockets[0]!, 'close');
    await send();
    expect(sockets).toHaveLength(2);
    server.closeAllConnections();
    server.close();
  });
});

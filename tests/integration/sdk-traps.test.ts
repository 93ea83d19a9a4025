/**
 * Pins the SDKs' faults that src/teams/ works around. A test that fails here after an upgrade means that upstream
 * mended it: delete the workaround that names it.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TurnState } from '@microsoft/teams-ai';
import { Application, TeamsAdapter, type Planner } from '@microsoft/teams-ai';
import { TestAdapter, type CloudAdapter, type ConversationReference } from 'botbuilder';
import { createLocalAdapter, createLocalCourier } from '../support/adapter';
import { FakeConnector } from '../support/fake-connector';
import { requireOutside } from '../support/shared';

let connector: FakeConnector;
beforeEach(async () => {
  connector = await FakeConnector.start();
});
afterEach(async () => {
  await connector.stop();
});

function reference(): Partial<ConversationReference> {
  return {
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    bot: { id: '28:bot', name: '' },
    conversation: { id: 'a:chat', isGroup: false, conversationType: 'personal', name: '' },
  };
}

const citation = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  citation: [{ '@type': 'Claim', position: 1, appearance: { name: 'Partner Support Plans' } }],
};

async function sendEntity(adapter: CloudAdapter): Promise<unknown> {
  await adapter.continueConversationAsync('', reference(), async (context) => {
    await context.sendActivity({ type: 'message', text: 'x', entities: [citation] });
  });
  return connector.calls.at(-1)?.activity['entities'];
}

describe('what the SDKs do by themselves', () => {
  // This one comes first: createAdapter patches the serialiser for the whole process.
  it('strips the unknown fields of an entity on the wire, and this bot’s adapter keeps them', async () => {
    expect(await sendEntity(new TeamsAdapter({}))).toEqual([{ type: citation.type }]);
    expect(await sendEntity(createLocalAdapter())).toEqual([citation]);
  });

  it('returns nothing from every writeHead() of the process once restify is loaded', async () => {
    requireOutside('restify');
    const returned = await new Promise((resolve) => {
      const server = createServer((_request, response) => {
        resolve(response.writeHead(204));
        response.end();
        server.close();
      });
      server.listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        void fetch(`http://127.0.0.1:${String(port)}`);
      });
    });
    expect(returned).toBeUndefined();
  });

  it('builds a connector client and a user token client for every turn, where this bot’s adapter keeps them', async () => {
    const clientsOfTwoTurns = async (adapter: CloudAdapter) => {
      const seen = { connectors: new Set<unknown>(), userTokens: new Set<unknown>() };
      for (let turn = 0; turn < 2; turn += 1)
        await adapter.continueConversationAsync('', reference(), (context) => {
          seen.connectors.add(context.turnState.get(adapter.ConnectorClientKey));
          seen.userTokens.add(context.turnState.get(adapter.UserTokenClientKey));
          return Promise.resolve();
        });
      return [seen.connectors.size, seen.userTokens.size];
    };
    expect(await clientsOfTwoTurns(new TeamsAdapter({}))).toEqual([2, 2]);
    expect(await clientsOfTwoTurns(createLocalAdapter())).toEqual([1, 1]);
  });

  it('sends four times on a 500, where this bot’s adapter sends once', async () => {
    const send = async (adapter: CloudAdapter) => {
      connector.calls.length = 0;
      connector.failNext(...Array.from({ length: 4 }, () => ({ status: 500 })));
      await adapter
        .continueConversationAsync('', reference(), async (context) => {
          await context.sendActivity('x');
        })
        .catch(() => undefined);
      return connector.calls.length;
    };
    expect(await send(new TeamsAdapter({}))).toBe(4);
    expect(await send(createLocalAdapter())).toBe(1);
  }, 60_000);

  it('resolves a proactive send that failed once onTurnError is set; the courier says what happened', async () => {
    const address = {
      kind: 'personal',
      serviceUrl: connector.serviceUrl,
      conversationId: 'a:chat',
      tenantId: null,
      botId: '28:bot',
      userId: '29:maya',
    } as const;
    connector.failNext({ status: 403 });
    const adapter = createLocalAdapter();
    adapter.onTurnError = () => Promise.resolve();
    await expect(
      adapter.continueConversationAsync('', reference(), async (context) => {
        await context.sendActivity('x');
      }),
    ).resolves.toBeUndefined();

    const courier = createLocalCourier(adapter);
    connector.failNext(
      { status: 403 },
      { status: 429, headers: { 'retry-after': '7' } },
      { status: 503 },
      'reset',
    );
    expect(await courier.post(address, { text: 'x' })).toEqual({ outcome: 'blocked', status: 403 });
    expect(await courier.post(address, { text: 'x' })).toEqual({ outcome: 'throttled', retryAfterMs: 7_000 });
    expect(await courier.post(address, { text: 'x' })).toEqual({ outcome: 'ambiguous', status: 503 });
    expect(await courier.post(address, { text: 'x' })).toEqual({ outcome: 'ambiguous', status: null });
    const delivered = await courier.post(address, { text: 'x' });
    expect(delivered).toEqual({ outcome: 'delivered', activityId: connector.calls.at(-1)?.activityId });
    const nobodyListens = { ...address, serviceUrl: 'http://127.0.0.1:9/' };
    expect(await courier.post(nobodyListens, { text: 'x' })).toEqual({ outcome: 'refused', status: null });
  });

  it('answers an unhandled invoke with 501', async () => {
    let status = 0;
    const response = {
      status: (code: number) => (status = code),
      header: () => undefined,
      send: () => undefined,
      end: () => undefined,
    };
    const body = activity({ type: 'invoke', name: 'adaptiveCard/action' });
    await new TeamsAdapter({}).process(
      { method: 'POST', headers: {}, body },
      response as never,
      async (context) => {
        await new Application().run(context);
      },
    );
    expect(status).toBe(501);
  });

  it('loops into continueTask when an action returns text', async () => {
    let continued = 0;
    const planner: Planner = {
      beginTask: () =>
        Promise.resolve({
          type: 'plan',
          commands: [{ type: 'DO', action: 'answer', parameters: {} } as never],
        }),
      continueTask: () => {
        continued += 1;
        return Promise.resolve({ type: 'plan', commands: [] });
      },
    };
    const ask = async (result: string) => {
      continued = 0;
      const app = new Application<TurnState>({ ai: { planner } });
      app.ai.action('answer', () => Promise.resolve(result));
      app.startTypingTimer = () => undefined;
      await new TestAdapter(async (context) => {
        await app.run(context);
      }).receiveActivity('hello');
      return continued;
    };
    expect(await ask('said')).toBe(1);
    expect(await ask('')).toBe(0);
  });

  it('throws for a message that mentions the bot and has no text', async () => {
    const app = new Application<TurnState>({ removeRecipientMention: true });
    const mention = { type: 'mention', text: '<at>Bot</at>', mentioned: { id: 'bot', name: 'Bot' } };
    await expect(
      new TestAdapter(async (context) => {
        await app.run(context);
      }).receiveActivity({ type: 'message', value: {}, entities: [mention] }),
    ).rejects.toThrow();
  });

  it('throws before any handler for a conversation without an id', async () => {
    const app = new Application<TurnState>();
    app.activity('message', () => Promise.resolve());
    const nameless = activity({ conversation: undefined });
    await expect(
      new TestAdapter(async (context) => {
        await app.run(context);
      }).processActivity(nameless as never, async (context) => {
        context.activity.conversation = undefined as never;
        await app.run(context);
      }),
    ).rejects.toThrow();
  });
});

function activity(fields: Record<string, unknown>): Record<string, unknown> {
  return {
    type: 'message',
    id: '1',
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    from: { id: '29:maya' },
    recipient: { id: '28:bot' },
    conversation: { id: 'a:chat' },
    ...fields,
  };
}

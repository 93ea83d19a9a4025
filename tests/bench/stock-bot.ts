/**
 * The yardstick: the least bot that the same SDKs make, in a process of its own. It echoes a message and a button,
 * answers a message-extension query with one result, and keeps nothing. Written as the SDKs' own samples are.
 */
import { Application, TeamsAdapter } from '@microsoft/teams-ai';
import { CardFactory, MemoryStorage, type TurnContext } from 'botbuilder';
import { createServer, plugins } from 'restify';

const adapter = new TeamsAdapter({});
const application = new Application({ adapter, storage: new MemoryStorage() });

application.adaptiveCards.actionSubmit('echo', async (context: TurnContext) => {
  await context.sendActivity({ attachments: [card('You pressed a button.')] });
});
application.messageExtensions.query('search', (_context, _state, query) =>
  Promise.resolve({
    type: 'result' as const,
    attachmentLayout: 'list' as const,
    attachments: [
      {
        ...card(String(query.parameters['searchText'] ?? '')),
        preview: CardFactory.thumbnailCard('One result'),
      },
    ],
  }),
);
application.activity('message', async (context: TurnContext) => {
  await context.sendActivity(`You said: ${context.activity.text}`);
});

function card(text: string) {
  return CardFactory.adaptiveCard({
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'TextBlock', text, wrap: true }],
  });
}

const server = createServer();
server.use(plugins.bodyParser());
server.get('/healthz', (_request, response, next) => {
  response.send(200, {});
  next();
});
server.post('/api/messages', async (request, response) => {
  await adapter.process(request as never, response as never, async (context) => {
    await application.run(context);
  });
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => {
  process.stdout.write('listening\n');
});

import { expect, it } from '@jest/globals';
import type { TurnContext } from 'botbuilder';
import { PlaygroundCompatibility } from '../../../src/teams/inbound/playground';

async function readLocale(activity: { readonly serviceUrl: string; readonly locale: string }) {
  const context = {
    activity: { type: 'message', ...activity },
    turnState: new Map(),
    onSendActivities: () => undefined,
    onUpdateActivity: () => undefined,
  } as unknown as TurnContext;
  await new PlaygroundCompatibility('de').onTurn(context, () => Promise.resolve());
  return context.activity.locale;
}

it.each([
  ['http://localhost:56150/_connector', 'en-US', 'de'],
  ['http://localhost:56150/_connector', 'fr-FR', 'fr-FR'],
  ['http://127.0.0.1:4000', 'en-US', 'en-US'],
])('reads a client at %s that reports %s as %s', async (serviceUrl, locale, read) => {
  expect(await readLocale({ serviceUrl, locale })).toBe(read);
});

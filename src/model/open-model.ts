import type { Clock } from '../shared/clock';
import { createTokenFinder } from './access-token';
import { createBudget } from './budget';
import { createChatClient } from './chat-client';
import { createCircuitBreaker } from './circuit-breaker';
import type { ModelSettings } from './settings';
import type { Transport } from './transport';

/** Opens the configured model's endpoint without calling it. */
export function openModel(settings: ModelSettings, clock: Clock): Transport {
  const { auth, url, callsPerMinute, callsPerDay } = settings;
  return createChatClient({
    ...{ settings, clock },
    budget: createBudget({ clock, perMinute: callsPerMinute, perDay: callsPerDay }),
    breaker: createCircuitBreaker(clock),
    findToken:
      auth.kind === 'key'
        ? () => Promise.reject(new Error('there’s no managed identity'))
        : createTokenFinder({ identity: auth, url, env: process.env, clock }),
  });
}

import { createCatalogue } from '../../../model/catalogue';
import { readAnswer } from '../../../model/model-answer';
import { openModel } from '../../../model/open-model';
import { createQuestionWriter } from '../../../model/question';
import type { ModelSettings } from '../../../model/settings';
import type { Asked } from '../../../model/transport';
import { createVerifier } from '../../../model/verify-choice';
import { AppError } from '../../../shared/app-error';
import type { Circumstances } from '../circumstances';
import { ok, orElse, skip, type Check, type Finding } from '../finding';

/**
 * Checks the model's endpoint, key and name with one sample call. A fault is only a warning, because the bot answers
 * without a model.
 */
export const model: Check = {
  name: 'model',
  look: async ({ config, readContent, clock }) => {
    if (config instanceof AppError) return [skip('see variables')];
    if (config.model === null) return [ok('off: MODEL_URL isn’t set')];
    const faults = [...findOpenKey(config.model), ...(await trySample(config.model, { readContent, clock }))];
    return orElse(
      faults,
      `${config.model.name || 'The server’s model'} answers and chooses from the content`,
    );
  },
};

function findOpenKey({ url, auth }: ModelSettings): Finding[] {
  const { protocol, hostname } = new URL(url);
  const isHere = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
  if (protocol === 'https:' || isHere || (auth.kind === 'key' && auth.key === '')) return [];
  return [
    warn(
      'The key and the messages go there without encryption',
      'MODEL_URL',
      'Use https://, or a network that only the bot and the model share.',
    ),
  ];
}

async function trySample(
  settings: ModelSettings,
  { readContent, clock }: Pick<Circumstances, 'readContent' | 'clock'>,
): Promise<Finding[]> {
  const content = readContent();
  const catalogue = createCatalogue(content);
  const message = content.entries[0]?.asks[0] ?? 'help';
  const asking = { message, earlier: [], candidates: [], texts: null };
  const transport = openModel(settings, clock);
  const question = createQuestionWriter(catalogue)(asking);
  const first = await transport.ask(question);
  // If there's a simpler form of a request, the second question uses the simplest one.
  const isRefused = first.outcome === 'failed' && first.why === 'refused' && transport.state() === 'ok';
  const asked = isRefused ? await transport.ask(question) : first;
  if (asked.outcome === 'failed') return [explain(asked, settings)];
  const answer = readAnswer(asked.content);
  const verified =
    answer &&
    createVerifier(catalogue, () => 'slot')(answer, {
      text: message,
      earlier: [],
      language: null,
      isForeign: false,
    });
  if (verified?.outcome === 'verified') return [];
  const why = verified === null ? 'malformed' : verified.why;
  return [
    warn(
      `The model’s reply to a sample question was rejected (${why})`,
      'MODEL_NAME',
      'Choose a stronger model. Such replies are never shown, but cost time.',
    ),
  ];
}

function explain({ why, status }: Extract<Asked, { outcome: 'failed' }>, { auth }: ModelSettings): Finding {
  switch (why) {
    case 'refused':
      if (status === 401 || status === 403)
        return auth.kind === 'key'
          ? warn(
              `The server refuses the key (${String(status)})`,
              'MODEL_KEY',
              'Set the key of this endpoint.',
            )
          : warn(
              `The server refuses the managed identity (${String(status)})`,
              'MODEL_AUTH',
              'Give the identity the role Cognitive Services OpenAI User on the resource.',
            );
      return status === 404
        ? warn(
            'The server doesn’t know this address or model (404)',
            'MODEL_NAME',
            'Check MODEL_NAME (in Azure the deployment’s name), and that MODEL_URL ends in /v1.',
          )
        : warn(
            `The server refuses the request (${String(status)})`,
            'MODEL_NAME',
            'Check that the model takes chat completions.',
          );
    case 'too-slow':
      return warn(
        'A reply takes longer than 4 s',
        'MODEL_URL',
        'Choose a faster model. Until then people get the bot’s own replies, 4 s later.',
      );
    case 'rate-limited':
      return warn(
        'The server has no capacity left (429 or 503)',
        'MODEL_URL',
        'Raise its limits, or lower MODEL_CALLS_PER_MINUTE.',
      );
    case 'unreachable':
    case 'not-called':
      return auth.kind === 'managed-identity'
        ? warn(
            'The server can’t be reached, or there’s no managed identity here',
            'MODEL_URL',
            'Check the address, the network and the identity.',
          )
        : warn('The server can’t be reached', 'MODEL_URL', 'Check the address and the network.');
    case 'server-error':
    case 'no-content':
    case 'no-budget':
      return warn(`The server doesn’t reply (${why})`, 'MODEL_URL', 'Read the server’s log.');
  }
}

function warn(what: string, where: string, next: string): Finding {
  return { severity: 'warn', what, where, next };
}

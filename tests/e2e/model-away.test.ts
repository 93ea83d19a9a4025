/** The real bot with a model that is away: everything works as without one, and /readyz says so. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Journey, people } from '../support/journey';
import { ScriptedModel } from '../support/scripted-model';

const { maya } = people;

let model: ScriptedModel;
let journey: Journey | undefined;
beforeEach(async () => {
  model = await ScriptedModel.start();
});
afterEach(async () => {
  await model.stop();
  await journey?.connector.stop();
  await journey?.bot.stop();
  journey?.bot.removeData();
});

const readChecks = async () => {
  const { status, body } = await journey!.bot.get('/readyz');
  return { status, model: (body as { checks: { model?: string } }).checks.model };
};

describe('a bot whose model refuses it', () => {
  it('answers, is ready, and says that the model is degraded', async () => {
    journey = await Journey.start({
      env: { MODEL_URL: model.url, MODEL_WHEN: 'always', MODEL_KEY: 'wrong' },
    });
    model.answerInTurn({ status: 401 });
    expect(await readChecks()).toEqual({ status: 200, model: 'ok' });
    expect(await journey.say(maya, 'What is the Architecture Desk?')).toContain('Architecture Desk');
    expect(model.asked).toHaveLength(1);
    expect(await readChecks()).toEqual({ status: 200, model: 'degraded' });
    expect(await journey.say(maya, 'Who is the desk for?')).not.toBe('');
    expect(model.asked).toHaveLength(1);
    expect(journey.bot.log).not.toContain('wrong');
  });

  it('says nothing of a model where none is set', async () => {
    journey = await Journey.start({});
    expect(await readChecks()).toEqual({ status: 200, model: undefined });
  });
});

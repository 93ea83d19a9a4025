/** The real process as an operator watches it: telemetry, log lines, the doctor beside it. */
import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findProjectRoot } from '../../src/shared/project-root';
import { personal, says } from '../support/activities';
import { FakeCollector, describeAttributes } from '../support/fake-collector';
import type { BotProcess } from '../support/bot-process';
import { Journey, PDM_CHANNEL, people } from '../support/journey';

const { maya } = people;
const CUSTOMER = 'Zanzibar Zoological';

let collector: FakeCollector;
let journey: Journey<BotProcess>;
beforeAll(async () => {
  collector = await FakeCollector.start();
  journey = await Journey.startProcesses({
    env: {
      LOG_LEVEL: 'info',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
      OTEL_METRIC_EXPORT_INTERVAL: '300',
      OTEL_BSP_SCHEDULE_DELAY: '100',
    },
  });
  await journey.openQueues();
  await journey.say(maya, 'What is the Architecture Desk?');
  await journey.request(maya, 'new request', {
    serviceId: 'architecture-design-session',
    customer: CUSTOMER,
  });
  await journey.arrived(PDM_CHANNEL, 'POST', /PD-0001/);
}, 90_000);
afterAll(async () => {
  await journey.connector.stop();
  await journey.bot.stop();
  journey.bot.removeData();
  await collector.stop();
});

describe('a collector', () => {
  it('gets the trace of a turn, from the activity to what was understood', async () => {
    const understanding = await collector.waitFor(() =>
      collector.spans.find(({ name }) => name === 'understanding'),
    );
    expect(describeAttributes(understanding)).toBe('reply=answer');
    const trace = await collector.waitFor(() => {
      const spans = collector.spans.filter(({ traceId }) => traceId === understanding.traceId);
      return spans.length === 3 ? spans : undefined;
    });
    const [turn, handling] = ['turn', 'handling'].map((name) => trace.find((span) => span.name === name)!);
    expect(understanding.parentSpanId).toBe(handling?.spanId);
    expect(handling?.parentSpanId).toBe(turn?.spanId);
    expect(describeAttributes(turn!)).toBe('kind=message outcome=done place=personal');
    expect(describeAttributes(handling!)).toBe('kind=message place=personal reply=answer');
  });

  it('gets how many turns and deliveries there were and how long they took, and what was replied', async () => {
    const pointsOf = (name: string) => (collector.metrics.get(name) ?? []).map(describeAttributes);
    await collector.waitFor(
      () =>
        pointsOf('partner_desk.delivery.duration').includes('kind=post outcome=delivered place=channel') ||
        undefined,
    );
    expect(pointsOf('partner_desk.turn.duration')).toEqual(
      expect.arrayContaining([
        'kind=message outcome=done place=channel',
        'kind=message outcome=done place=personal',
        'kind=press outcome=done place=personal',
      ]),
    );
    expect(pointsOf('partner_desk.replies')).toContain('kind=answer');
  });

  it('gets what is waiting and how old it is', async () => {
    const submitted = await collector.waitFor(() =>
      collector.metrics
        .get('partner_desk.requests')
        ?.find((point) => describeAttributes(point) === 'state=submitted'),
    );
    expect(Number(submitted.asInt ?? submitted.asDouble)).toBe(1);
    await collector.waitFor(() =>
      collector.metrics
        .get('partner_desk.outbox.rows')
        ?.find((point) => describeAttributes(point) === 'state=delivered'),
    );
    for (const name of ['outbox.oldest', 'outbox.due', 'requests.oldest'])
      expect(collector.metrics.get(`partner_desk.${name}`)).not.toEqual([]);
  });

  it('gets the instance it came from, and nobody’s name, id or words', () => {
    const all = collector.bodies.join('\n');
    expect(all).toContain('"stringValue":"partner-desk"');
    expect(all).toContain('deployment.environment.name');
    for (const { name, mail, id, aadObjectId } of Object.values(people))
      for (const part of [name, mail, id, aadObjectId]) expect(all).not.toContain(part);
    for (const part of [CUSTOMER, 'What is', 'a:chat', '19:', 'in-1', 'PD-0001'])
      expect(all).not.toContain(part);
  });

  it('gets kinds from closed lists only, whatever is posted', async () => {
    const odd = { type: 'event', conversation: { id: 'c', conversationType: 'made-up' } };
    expect(await journey.bot.post(personal(journey.connector, maya, odd))).toMatchObject({ status: 200 });
    await collector.waitFor(() =>
      collector.metrics
        .get('partner_desk.turn.duration')
        ?.find((point) => describeAttributes(point) === 'kind=other outcome=done place=other'),
    );
    expect(collector.bodies.join('\n')).not.toContain('made-up');
  });

  it('is not loaded for where nobody asked', () => {
    const program = [
      `const { startTelemetry } = require(${JSON.stringify(path.join(findProjectRoot(), 'dist/src/watching/telemetry.js'))});`,
      'const log = { info() {}, warn() {} };',
      'const count = () => Object.keys(require.cache).filter((file) => /opentelemetry.(sdk|exporter)/.test(file)).length;',
      "startTelemetry({ OTEL_SERVICE_NAME: 'x' }, log);",
      "startTelemetry({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', OTEL_SDK_DISABLED: 'true' }, log);",
      'const off = count();',
      "startTelemetry({ OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: 'http://127.0.0.1:1' }, log);",
      'console.log(off, count() > 0);',
      'process.exit();',
    ];
    const said = execFileSync(process.execPath, ['-e', program.join('\n')], { encoding: 'utf8' });
    expect(said.trim()).toBe('0 true');
  });
});

describe('the log', () => {
  const lines = () =>
    journey.bot.log
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('names the activity and the trace in each line of a turn', async () => {
    journey.connector.failNext('reset', { status: 500 }, { status: 403 });
    await journey.bot.post(personal(journey.connector, maya, { ...says('hello'), id: 'activity-of-a-turn' }));
    const [failed] = await collector.waitFor(() => {
      const found = lines().filter(({ activityId }) => activityId === 'activity-of-a-turn');
      return found.length > 0 ? found : undefined;
    });
    expect(failed?.['traceId']).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('the doctor', () => {
  it('works beside the running bot, names nobody, and exits 0', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(findProjectRoot(), 'dist/src/cli/main.js'), 'doctor'],
      {
        env: { PATH: process.env['PATH'] ?? '', DATA_DIR: journey.bot.dataDir, PARTNER_DESK_LOCAL: '1' },
        encoding: 'utf8',
      },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/ok +queues/);
    expect(stdout).toMatch(/ok +outbox/);
    for (const { name, mail, id } of Object.values(people))
      for (const part of [name, mail, id]) expect(stdout).not.toContain(part);
    expect(stdout).not.toContain(CUSTOMER);
  });
});

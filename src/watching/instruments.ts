/**
 * Metrics and spans through OpenTelemetry's API, which costs almost nothing until telemetry.ts loads an SDK. Attributes are
 * kinds and states from closed lists, never text, a name or a person's id.
 */
import { metrics, SpanStatusCode, trace, type Attributes } from '@opentelemetry/api';
import type { Clock } from '../shared/clock';
import type { Backlog } from './backlog';

const NAME = 'partner-desk';

/** Histogram bounds in seconds. Turns are fast, and Teams repeats them after 15 s. */
const TURN_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

export type Instruments = ReturnType<typeof createInstruments>;

/** Call it after startTelemetry: instruments created before the SDK is loaded never use it. */
export function createInstruments() {
  const [meter, tracer] = [metrics.getMeter(NAME), trace.getTracer(NAME)];
  const duration = (name: string, description: string) =>
    meter.createHistogram(name, {
      description,
      unit: 's',
      advice: { explicitBucketBoundaries: TURN_SECONDS },
    });
  const choices = meter.createCounter('partner_desk.model.choices', {
    description: 'Messages that a model may read, by outcome',
  });
  const replies = meter.createCounter('partner_desk.replies', { description: 'Replies, by kind' });

  const undelivered = meter.createCounter('partner_desk.replies.undelivered', {
    description: 'Replies that Teams didn’t accept, by reason',
  });

  /** Puts a span around `work` and records its duration, with attributes from `describe`. */
  function timed(name: string, description: string) {
    const histogram = duration(`partner_desk.${name}.duration`, description);
    return <T>(attributes: Attributes, work: () => Promise<T>, describe: (result: T) => Attributes) =>
      tracer.startActiveSpan(name, { attributes }, async (span) => {
        const beganAt = performance.now();
        const end = (more: Attributes) => {
          span.setAttributes(more);
          span.end();
          histogram.record((performance.now() - beganAt) / 1_000, { ...attributes, ...more });
        };
        try {
          const result = await work();
          end(describe(result));
          return result;
        } catch (error) {
          // The error may contain private data. The log has its kind.
          span.setStatus({ code: SpanStatusCode.ERROR });
          end({ outcome: 'error' });
          throw error;
        }
      });
  }

  return {
    turn: timed('turn', 'From a received activity to its last reply sent'),
    handling: timed('handling', 'What a turn takes without receiving and sending'),
    understanding: timed('understanding', 'What it takes to understand a message'),
    model: timed('model', 'What a model takes to read a message'),
    delivery: timed('delivery', 'What Teams takes for one message of the outbox'),

    countChoice(outcome: string): void {
      choices.add(1, { outcome });
    },

    countReply(kind: string): void {
      replies.add(1, { kind });
    },

    countUndelivered(why: string): void {
      undelivered.add(1, { why });
    },

    /** Reports the backlog at each collection, or nothing if it can't be read. Every instance reports the same values. */
    watchBacklog(read: () => Promise<Backlog>, clock: Clock): void {
      const gauge = (name: string, description: string, unit: string) =>
        meter.createObservableGauge(`partner_desk.${name}`, { description, unit });
      const rows = gauge('outbox.rows', 'Messages of the outbox by state', '{message}');
      const rowsAge = gauge('outbox.oldest', 'Age of the oldest one by state', 's');
      const due = gauge('outbox.due', 'For how long a delivery has been due that nobody took up', 's');
      const requests = gauge('requests', 'Requests by state', '{request}');
      const requestsAge = gauge('requests.oldest', 'Age of the oldest one by state', 's');
      meter.addBatchObservableCallback(
        async (result) => {
          const backlog = await read().catch(() => undefined);
          if (backlog === undefined) return;
          const nowMs = clock.nowMs();
          const ageOf = (sinceMs: number) => Math.max(0, nowMs - sinceMs) / 1_000;
          result.observe(due, backlog.dueSinceMs === null ? 0 : ageOf(backlog.dueSinceMs));
          for (const { state, count, oldestMs } of backlog.outbox) {
            result.observe(rows, count, { state });
            result.observe(rowsAge, ageOf(oldestMs), { state });
          }
          for (const { state, count, oldestMs } of backlog.requests) {
            result.observe(requests, count, { state });
            result.observe(requestsAge, ageOf(oldestMs), { state });
          }
        },
        [rows, rowsAge, due, requests, requestsAge],
      );
    },
  };
}

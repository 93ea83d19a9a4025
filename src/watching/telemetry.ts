/**
 * Puts OpenTelemetry's SDK behind the API when the standard variables ask for it, and loads it only then: it costs a
 * start about 0.2 s. Metrics and traces go out as OTLP over HTTP (JSON); logs stay on stderr, with trace ids.
 */
import { diag, DiagLogLevel, metrics, type DiagLogger } from '@opentelemetry/api';
import { createRequire } from 'node:module';
import type * as MetricsExporter from '@opentelemetry/exporter-metrics-otlp-http';
import type * as TraceExporter from '@opentelemetry/exporter-trace-otlp-http';
import type * as Resources from '@opentelemetry/resources';
import type * as MetricsSdk from '@opentelemetry/sdk-metrics';
import type * as TraceSdk from '@opentelemetry/sdk-trace-node';
import type { Log } from '../shared/log';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Telemetry {
  /** Sends what is left, for at most a few seconds. */
  stop(): Promise<void>;
}

const SERVICE_NAME = 'partner-desk';
const EXPORT_EVERY_MS = 60_000;
/** A collector that does not answer must not hold up a stop. */
const STOP_WITHIN_MS = 3_000;

/** Which signals the environment asks to send. */
export function readSignals(env: Environment): { readonly traces: boolean; readonly metrics: boolean } {
  const isAsked = (signal: 'TRACES' | 'METRICS') =>
    env['OTEL_SDK_DISABLED']?.toLowerCase() !== 'true' &&
    env[`OTEL_${signal}_EXPORTER`] !== 'none' &&
    Boolean(env['OTEL_EXPORTER_OTLP_ENDPOINT'] || env[`OTEL_EXPORTER_OTLP_${signal}_ENDPOINT`]);
  return { traces: isAsked('TRACES'), metrics: isAsked('METRICS') };
}

/** To be called before anything is measured. */
export function startTelemetry(env: Environment, log: Log): Telemetry {
  const signals = readSignals(env);
  const stops: (() => Promise<void>)[] = [];
  if (!signals.traces && !signals.metrics) return { stop: () => Promise.resolve() };
  // The exporters read the process's own environment, and env/ is not in it.
  for (const [name, value] of Object.entries(env)) if (name.startsWith('OTEL_')) process.env[name] ??= value;
  diag.setLogger(reportProblems(log), { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true });
  const load = createRequire(__filename);
  const { detectResources, envDetector, resourceFromAttributes } = load(
    '@opentelemetry/resources',
  ) as typeof Resources;
  const resource = resourceFromAttributes({ 'service.name': SERVICE_NAME }).merge(
    detectResources({ detectors: [envDetector] }),
  );

  if (signals.traces) {
    const { BatchSpanProcessor, NodeTracerProvider } = load(
      '@opentelemetry/sdk-trace-node',
    ) as typeof TraceSdk;
    const { OTLPTraceExporter } = load('@opentelemetry/exporter-trace-otlp-http') as typeof TraceExporter;
    const spanProcessors = [new BatchSpanProcessor(new OTLPTraceExporter())];
    const provider = new NodeTracerProvider({ resource, spanProcessors });
    provider.register();
    stops.push(() => provider.shutdown());
  }
  if (signals.metrics) {
    const { MeterProvider, PeriodicExportingMetricReader } = load(
      '@opentelemetry/sdk-metrics',
    ) as typeof MetricsSdk;
    const { OTLPMetricExporter } = load(
      '@opentelemetry/exporter-metrics-otlp-http',
    ) as typeof MetricsExporter;
    const exportIntervalMillis = Number(env['OTEL_METRIC_EXPORT_INTERVAL']) || EXPORT_EVERY_MS;
    const exportTimeoutMillis = Math.min(exportIntervalMillis, 30_000);
    const exporter = new OTLPMetricExporter();
    const readers = [
      new PeriodicExportingMetricReader({ exporter, exportIntervalMillis, exportTimeoutMillis }),
    ];
    const provider = new MeterProvider({ resource, readers });
    metrics.setGlobalMeterProvider(provider);
    stops.push(() => provider.shutdown());
  }
  log.info({ traces: signals.traces, metrics: signals.metrics }, 'sending telemetry');
  return {
    async stop() {
      const limit = new Promise<void>((resolve) => setTimeout(resolve, STOP_WITHIN_MS).unref());
      await Promise.race([Promise.allSettled(stops.map((stop) => stop())), limit]);
    },
  };
}

/** That something could not be sent, and not what: its own words may quote headers. */
function reportProblems(log: Log): DiagLogger {
  const report = () => {
    log.warn({ library: 'opentelemetry' }, 'telemetry could not be sent');
  };
  const ignore = () => undefined;
  return { error: report, warn: ignore, info: ignore, debug: ignore, verbose: ignore };
}

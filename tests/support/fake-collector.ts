import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

type Attributes = readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];

export interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: Attributes;
}

export interface Point {
  readonly attributes: Attributes;
  readonly asDouble?: number;
  readonly asInt?: number | string;
  readonly count?: number | string;
}

interface Metric {
  readonly name: string;
  readonly gauge?: { readonly dataPoints: readonly Point[] };
  readonly sum?: { readonly dataPoints: readonly Point[] };
  readonly histogram?: { readonly dataPoints: readonly Point[] };
}

/** A collector on loopback that takes OTLP over HTTP as JSON. */
export class FakeCollector {
  readonly bodies: string[] = [];
  readonly spans: Span[] = [];
  /** The latest points of each metric. */
  readonly metrics = new Map<string, readonly Point[]>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FakeCollector> {
    const server = createServer();
    const collector = new FakeCollector(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        collector.take(Buffer.concat(chunks).toString('utf8'));
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return collector;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** Waits until `find` finds something, and otherwise rejects with the names that it received. */
  async waitFor<T>(find: () => T | undefined, timeoutMs = 20_000): Promise<T> {
    const until = performance.now() + timeoutMs;
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      if (performance.now() > until) {
        const received = [...this.metrics.keys(), ...this.spans.map(({ name }) => `span ${name}`)];
        throw new Error(`Not received within ${String(timeoutMs)} ms. Received: ${received.join(', ')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private take(body: string): void {
    this.bodies.push(body);
    const { resourceSpans = [], resourceMetrics = [] } = JSON.parse(body) as {
      resourceSpans?: { scopeSpans: { spans: Span[] }[] }[];
      resourceMetrics?: { scopeMetrics: { metrics: Metric[] }[] }[];
    };
    for (const { scopeSpans } of resourceSpans) for (const { spans } of scopeSpans) this.spans.push(...spans);
    for (const { name, gauge, sum, histogram } of resourceMetrics.flatMap(({ scopeMetrics }) =>
      scopeMetrics.flatMap(({ metrics }) => metrics),
    ))
      this.metrics.set(name, (gauge ?? sum ?? histogram)?.dataPoints ?? []);
  }
}

/** Describes attributes in order, like `kind=message`. */
export function describeAttributes({ attributes }: { readonly attributes: Attributes }): string {
  return attributes
    .map(({ key, value }) => `${key}=${String(Object.values(value)[0])}`)
    .sort()
    .join(' ');
}

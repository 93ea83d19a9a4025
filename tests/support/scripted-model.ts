/** A model's endpoint on loopback that answers as a test scripts it, and remembers what it was asked. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AskedOfModel {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: {
    readonly model?: string;
    readonly temperature?: number;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: { readonly type: string };
  };
}

export type Script =
  | { readonly says: unknown }
  | { readonly status: number; readonly headers?: Record<string, string>; readonly text?: string }
  | { readonly raw: string }
  | 'stall'
  | 'stall-after-headers'
  | 'reset';

export class ScriptedModel {
  readonly asked: AskedOfModel[] = [];
  /** Decides the reply to each request. */
  script: (asked: AskedOfModel) => Script = () => ({ status: 500 });

  private constructor(private readonly server: Server) {}

  static async start(): Promise<ScriptedModel> {
    const server = createServer();
    const model = new ScriptedModel(server);
    server.on('request', (request, response) => void model.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return model;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/v1`;
  }

  /** Reads the data in the messages of a request. */
  static readUser(asked: AskedOfModel): Record<string, unknown> {
    return JSON.parse(asked.body.messages.at(-1)?.content ?? '{}') as Record<string, unknown>;
  }

  /** Answers later requests in this order. The last script stays. */
  answerInTurn(...scripts: readonly Script[]): void {
    let at = 0;
    this.script = () => scripts[Math.min(at++, scripts.length - 1)] ?? { status: 500 };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const body = text === '' ? { messages: [] } : (JSON.parse(text) as AskedOfModel['body']);
    const asked = { path: request.url ?? '', headers: request.headers, body };
    this.asked.push(asked);
    this.play(this.script(asked), response);
  }

  private play(script: Script, response: ServerResponse): void {
    if (script === 'stall') return;
    if (script === 'reset') {
      response.socket?.destroy();
      return;
    }
    if (script === 'stall-after-headers') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"choices":[');
      return;
    }
    if ('status' in script) {
      response.writeHead(script.status, script.headers ?? {});
      response.end(script.text ?? '');
      return;
    }
    const content = 'says' in script ? script.says : undefined;
    const said = typeof content === 'string' ? content : JSON.stringify(content);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      'raw' in script
        ? script.raw
        : JSON.stringify({ choices: [{ message: { role: 'assistant', content: said } }] }),
    );
  }
}

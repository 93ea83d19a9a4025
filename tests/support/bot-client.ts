import { rmSync } from 'node:fs';

/** What a test does with a running bot over HTTP, and what it can see of it. */
export abstract class BotClient {
  protected constructor(
    readonly url: string,
    readonly dataDir: string,
    private readonly output: readonly string[],
  ) {}

  get log(): string {
    return this.output.join('');
  }

  async get(pathname: string): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${this.url}${pathname}`);
    return { status: response.status, body: await response.json() };
  }

  async post(
    activity: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: string }> {
    const response = await fetch(`${this.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof activity === 'string' ? activity : JSON.stringify(activity),
    });
    return { status: response.status, body: await response.text() };
  }

  /** Waits until the path answers 200. */
  async waitUntil(pathname: string, timeoutMs = 50_000): Promise<void> {
    const until = performance.now() + timeoutMs;
    while (performance.now() < until) {
      const end = this.describeEnd();
      if (end !== null) throw new Error(`The bot stopped with ${end}:\n${this.log}`);
      try {
        if ((await fetch(`${this.url}${pathname}`)).status === 200) return;
      } catch {
        // not listening yet
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${pathname} did not answer 200 within ${String(timeoutMs)} ms:\n${this.log}`);
  }

  /** Waits until it has logged these words. Log output arrives slightly later than replies. */
  async untilLogged(words: string, timeoutMs = 20_000): Promise<void> {
    const until = performance.now() + timeoutMs;
    while (!this.log.includes(words)) {
      if (performance.now() > until) throw new Error(`It never logged ${words}:\n${this.log}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Stops it and returns its exit code. The data folder stays until {@link removeData}. */
  abstract stop(): Promise<number | null>;

  removeData(): void {
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** How it ended, or null while it runs. */
  protected abstract describeEnd(): string | null;
}

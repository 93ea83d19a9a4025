import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadEnvironment, parseConfig } from '../../src/config';
import { serve, type Service } from '../../src/serve';
import { createLog } from '../../src/shared/log';
import { findProjectRoot } from '../../src/shared/project-root';
import { BotClient } from './bot-client';
import { findFreePort } from './bot-process';
import { lendEmbedder } from './shared';

/**
 * The real bot with its own port and data folder, inside this process. It uses the model that the process has loaded
 * already, so it starts with a fifth of the work of a {@link BotProcess}.
 */
export class HostedBot extends BotClient {
  private exitCode: number | null = null;

  private constructor(
    url: string,
    dataDir: string,
    private readonly service: Service,
    output: readonly string[],
  ) {
    super(url, dataDir, output);
  }

  static async start(env: Readonly<Record<string, string>>): Promise<HostedBot> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'partner-desk-'));
    const port = await findFreePort();
    const root = findProjectRoot();
    const environment = loadEnvironment(root, { PORT: String(port), DATA_DIR: dataDir, ...env });
    const config = parseConfig(root, environment);
    const output: string[] = [];
    const log = createLog(config.logLevel, { write: (line) => void output.push(line) });
    const service = await serve({ config, environment, embedder: lendEmbedder(), log });
    return new HostedBot(`http://127.0.0.1:${String(port)}`, dataDir, service, output);
  }

  async stop(): Promise<number | null> {
    if (this.exitCode === null) await this.service.stop();
    return (this.exitCode = 0);
  }

  protected describeEnd(): string | null {
    return this.exitCode === null ? null : 'a stop';
  }
}

import type { DeskCommand } from './command';
import type { Terminal } from './run-program';

type Load = () => Promise<(terminal: Terminal) => DeskCommand>;

/** Every command by name. A command's code loads only when it's used. */
export const COMMANDS: Readonly<Record<string, Load>> = {
  ask: async () => (await import('./ask.js')).askCommand,
  backup: async () => (await import('./backup.js')).backupCommand,
  content: async () => (await import('./content.js')).contentCommand,
  directory: async () => (await import('./directory.js')).directoryCommand,
  doctor: async () => (await import('./doctor.js')).doctorCommand,
  insights: async () => (await import('./insights.js')).insightsCommand,
  outbox: async () => (await import('./outbox.js')).outboxCommand,
  package: async () => (await import('./package.js')).packageCommand,
  privacy: async () => (await import('./privacy.js')).privacyCommand,
  requests: async () => (await import('./requests.js')).requestsCommand,
};

/** Compares the manifest's promises to people and to Teams with what the code does. */
import { LOOKUP_COMMANDS } from '../teams/inbound/lookup-commands';
import { parseCommand } from '../conversation/typed/commands';
import type { Content } from '../knowledge/model/content';

interface Command {
  readonly title: string;
  readonly description?: string;
  readonly type?: string;
  readonly prompt?: string;
}

export interface Promises {
  readonly bots?: readonly {
    readonly scopes: readonly string[];
    readonly commandLists?: readonly {
      readonly scopes: readonly string[];
      readonly commands: readonly Command[];
    }[];
  }[];
  readonly composeExtensions?: readonly { readonly commands?: readonly { readonly id: string }[] }[];
  readonly validDomains?: readonly string[];
}

/** What the code does. */
export interface Served {
  readonly scopes: readonly string[];
  /** Whether the bot understands these words in a 1:1 chat, as a command or an intent. */
  readonly understands: (words: string) => boolean;
  /** Whether a command works only in a 1:1 chat. Elsewhere it only points people to their 1:1 chat. */
  readonly isPrivate: (words: string) => boolean;
  readonly starters: readonly string[];
  readonly messageExtensionCommands: readonly string[];
}

/** Teams shows ten commands without scrolling, and its store allows no more. */
const MOST_COMMANDS = 10;

export function listServed(content: Content): Served {
  const wishes = new Set(content.intents.flatMap(({ asks }) => asks.map((ask) => ask.toLowerCase())));
  return {
    scopes: ['personal', 'team', 'groupChat'],
    understands: (words) => parseCommand(words) !== null || wishes.has(words.toLowerCase()),
    isPrivate: (words) => {
      const command = parseCommand(words);
      if (command === null) return false;
      return command.kind !== 'list' || command.list !== 'queue';
    },
    starters: content.starters.map(({ text }) => text),
    messageExtensionCommands: Object.values(LOOKUP_COMMANDS),
  };
}

/** Returns a sentence for each broken promise; empty if there's none. */
export function findBrokenPromises(manifest: Promises, served: Served): readonly string[] {
  const bots = manifest.bots ?? [];
  const lists = bots.flatMap(({ commandLists = [] }) => commandLists);
  const extensions = (manifest.composeExtensions ?? []).flatMap(({ commands = [] }) => commands);
  const ids = extensions.map(({ id }) => id);
  return [
    ...bots
      .flatMap(({ scopes }) => scopes)
      .filter((scope) => !served.scopes.includes(scope))
      .map((scope) => `the bot doesn't support the scope ${scope}`),
    ...lists.flatMap(({ scopes, commands }) => findBadCommands(scopes, commands, served)),
    ...ids
      .filter((id) => !served.messageExtensionCommands.includes(id))
      .map((id) => `the bot doesn't handle the message extension command ${id}`),
    ...served.messageExtensionCommands
      .filter((id) => !ids.includes(id))
      .map((id) => `the message extension command ${id} is missing from the manifest`),
    ...(manifest.validDomains ?? []).map(
      (domain) => `validDomains lists ${domain}, but the bot shows no page from there`,
    ),
  ];
}

function findBadCommands(
  scopes: readonly string[],
  commands: readonly Command[],
  served: Served,
): readonly string[] {
  const where = scopes.join(', ');
  const titles = commands.map(({ title }) => title.toLowerCase());
  const isShared = !scopes.includes('personal');
  return [
    ...(commands.length > MOST_COMMANDS ? [`${where}: more than ${MOST_COMMANDS} commands`] : []),
    ...titles
      .filter((title, index) => titles.indexOf(title) !== index)
      .map((title) => `${where}: the command "${title}" is listed twice`),
    ...commands.flatMap(({ title, description = '', type, prompt }) => [
      ...(type === 'prompt'
        ? served.starters.includes(prompt ?? '')
          ? []
          : [`${where}: the prompt "${prompt ?? ''}" isn't a starter in the content`]
        : served.understands(title)
          ? []
          : [`${where}: the bot doesn't understand the command "${title}"`]),
      ...(description.trim() === '' && type !== 'prompt'
        ? [`${where}: the command "${title}" needs a description`]
        : []),
      ...(isShared && served.isPrivate(title) ? [`${where}: the command "${title}" works only in 1:1`] : []),
    ]),
  ];
}

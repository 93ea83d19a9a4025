/** What the manifest promises to people and to Teams, held against what the code does. */
import { LOOKUP_COMMANDS } from '../teams/lookup-commands';
import { parseCommand } from '../conversation/commands';
import type { Content } from '../knowledge/content';

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
  /** Whether these words, said to the bot alone, are a command or a wish that it knows. */
  readonly understands: (words: string) => boolean;
  /** Commands that only ever send people to their 1:1 chat when they are typed elsewhere. */
  readonly isPrivate: (words: string) => boolean;
  readonly starters: readonly string[];
  readonly messageExtensionCommands: readonly string[];
}

/** What a person is shown at once; Teams shows no more of them without scrolling, and its store asks for at most ten. */
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

/** Each promise that is not kept, in words; empty when all are. */
export function findBrokenPromises(manifest: Promises, served: Served): readonly string[] {
  const bots = manifest.bots ?? [];
  const lists = bots.flatMap(({ commandLists = [] }) => commandLists);
  const extensions = (manifest.composeExtensions ?? []).flatMap(({ commands = [] }) => commands);
  const ids = extensions.map(({ id }) => id);
  return [
    ...bots
      .flatMap(({ scopes }) => scopes)
      .filter((scope) => !served.scopes.includes(scope))
      .map((scope) => `the bot is not made for the scope ${scope}`),
    ...lists.flatMap(({ scopes, commands }) => findBadCommands(scopes, commands, served)),
    ...ids
      .filter((id) => !served.messageExtensionCommands.includes(id))
      .map((id) => `no code handles the message extension's command ${id}`),
    ...served.messageExtensionCommands
      .filter((id) => !ids.includes(id))
      .map((id) => `the message extension's command ${id} is not in the manifest`),
    ...(manifest.validDomains ?? []).map(
      (domain) => `${domain} is a valid domain, but no page of it is shown`,
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
      .map((title) => `${where}: the command "${title}" stands twice`),
    ...commands.flatMap(({ title, description = '', type, prompt }) => [
      ...(type === 'prompt'
        ? served.starters.includes(prompt ?? '')
          ? []
          : [`${where}: the prompt "${prompt ?? ''}" is none of the content's starters`]
        : served.understands(title)
          ? []
          : [`${where}: the bot does not know the command "${title}"`]),
      ...(description.trim() === '' && type !== 'prompt'
        ? [`${where}: "${title}" does not say what it does`]
        : []),
      ...(isShared && served.isPrivate(title) ? [`${where}: "${title}" is answered in 1:1 alone`] : []),
    ]),
  ];
}

import { CORE_SCHEMA, load } from 'js-yaml';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { ContentProblem } from '../model/content-error';

/** YAML as plain data that knows the line of each of its parts. */
export interface LocatedYaml {
  readonly value: unknown;
  /** The line of the key or item at `path`. If the path doesn't exist, it's the line of its last part that does. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  readonly problems: readonly ContentProblem[];
}

/**
 * Parses `text`, which begins on line `firstLine` of `file`. `value` is undefined if there are problems.
 *
 * js-yaml reads ten times as fast, which shortens every start. `yaml` knows the lines, so it reads only files with
 * problems.
 */
export function parseLocatedYaml(text: string, file: string, firstLine = 1): LocatedYaml {
  const lineCounter = new LineCounter();
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line + firstLine - 1;
  let parsed: ReturnType<typeof parseDocument> | undefined;
  const locate = () => (parsed ??= parseDocument(text, { lineCounter }));
  const lineOf: LocatedYaml['lineOf'] = (path) => findLine(locate().contents, path, lineAt, firstLine);
  try {
    return { value: load(text, { schema: CORE_SCHEMA }), lineOf, problems: [] };
  } catch (cause) {
    const [error] = locate().errors;
    const line = error === undefined ? firstLine : lineAt(error.pos[0]);
    const message = error ?? (cause as Error);
    return { value: undefined, lineOf, problems: [{ file, line, message: firstSentence(message.message) }] };
  }
}

function findLine(
  root: Node | null,
  path: readonly PropertyKey[],
  lineAt: (offset: number) => number,
  firstLine: number,
): number {
  let node: unknown = root;
  let line = root?.range ? lineAt(root.range[0]) : firstLine;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair) return line;
      if (isScalar(pair.key) && pair.key.range) line = lineAt(pair.key.range[0]);
      node = pair.value;
    } else if (isSeq<Node>(node) && typeof step === 'number') {
      const item = node.items[step];
      if (!item?.range) return line;
      line = lineAt(item.range[0]);
      node = item;
    } else {
      return line;
    }
  }
  return line;
}

/** The parser's messages continue with the position and a picture of the line. */
function firstSentence(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
}

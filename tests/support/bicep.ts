/**
 * Reads Bicep's syntax and structure with its tree-sitter grammar. Only Azure's compiler can check types and API
 * versions.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Language, Parser, type Node } from 'web-tree-sitter';

export interface BicepParameter {
  readonly name: string;
  readonly isSecure: boolean;
  readonly isRequired: boolean;
}

export interface BicepFile {
  readonly name: string;
  readonly text: string;
  /** Line and text of syntax errors. */
  readonly faults: readonly string[];
  readonly parameters: readonly BicepParameter[];
  readonly outputs: readonly string[];
  readonly resources: readonly { readonly type: string; readonly location: string | undefined }[];
  readonly modules: readonly {
    readonly symbol: string;
    readonly file: string;
    readonly passes: readonly string[];
  }[];
  readonly identifiers: readonly string[];
  readonly strings: readonly string[];
}

export async function readBicep(folder: string): Promise<readonly BicepFile[]> {
  await Parser.init();
  const grammar = readFileSync(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'));
  const parser = new Parser();
  parser.setLanguage(await Language.load(new Uint8Array(grammar)));
  const names = readdirSync(folder).filter((name) => name.endsWith('.bicep'));
  return names.map((name) => readFile(parser, folder, name));
}

function readFile(parser: Parser, folder: string, name: string): BicepFile {
  const text = readFileSync(path.join(folder, name), 'utf8');
  const root = parser.parse(text)?.rootNode;
  if (root === undefined) throw new Error(`${name} could not be read`);
  const all = (type: string, from: Node = root) => from.descendantsOfType(type);
  return {
    name,
    text,
    faults: all('ERROR').map((node) => `${node.startPosition.row + 1}: ${node.text.slice(0, 80)}`),
    parameters: all('parameter_declaration').map((node) => ({
      name: nameOf(node),
      isSecure: decoratorsOf(node).some((decorator) => decorator.includes('@secure()')),
      isRequired: !/^param\s+\w+\s+[^\n=]+=/.test(node.text),
    })),
    outputs: all('output_declaration').map(nameOf),
    resources: all('resource_declaration').map((node) => ({
      type: stringsIn(node)[0] ?? '',
      location: propertiesOf(node).get('location'),
    })),
    modules: all('module_declaration').map((node) => ({
      symbol: nameOf(node),
      file: stringsIn(node)[0] ?? '',
      passes: [...propertiesIn(propertiesOf(node, 'node').get('params')).keys()],
    })),
    identifiers: all('identifier').map((node) => node.text),
    strings: all('string_content').map((node) => node.text),
  };
}

function nameOf(node: Node): string {
  return node.namedChildren.find((child) => child.type === 'identifier')?.text ?? '';
}

/** Lists a node's decorators, which are siblings that come before it. */
function decoratorsOf(node: Node): string[] {
  const decorators: string[] = [];
  for (
    let before = node.previousNamedSibling;
    before?.type === 'decorators';
    before = before.previousNamedSibling
  )
    decorators.push(before.text);
  return decorators;
}

function stringsIn(node: Node): string[] {
  return node.descendantsOfType('string_content').flatMap((one) => one.text);
}

function propertiesOf(declaration: Node): ReadonlyMap<string, string>;
function propertiesOf(declaration: Node, as: 'node'): ReadonlyMap<string, Node>;
function propertiesOf(declaration: Node, as?: 'node'): ReadonlyMap<string, string | Node> {
  const object = declaration.descendantsOfType('object')[0];
  const properties = propertiesIn(object ?? undefined);
  return as === 'node' ? properties : new Map([...properties].map(([name, value]) => [name, value.text]));
}

function propertiesIn(object: Node | undefined): ReadonlyMap<string, Node> {
  const properties = (object?.namedChildren ?? []).filter((child) => child.type === 'object_property');
  return new Map(
    properties.flatMap((property) => {
      const [name, value] = property.namedChildren;
      return name && value ? [[name.text, value] as const] : [];
    }),
  );
}

import ts from 'typescript';

/** A piece of text in a source file that people could see: a string, or part of a template. */
export interface Literal {
  readonly text: string;
  readonly line: number;
}

/**
 * Lists the string literals of a TypeScript source. It leaves out imports, types, text that only a card's `samples` use
 * (people never see those), and nodes for which `isLeftOut` is true.
 */
export function listLiterals(
  fileName: string,
  source: string,
  isLeftOut: (node: ts.Node) => boolean = () => false,
): Literal[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.ES2022, true);
  const forSamples = findSampleDeclarations(file);
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    if (isSilent(node) || forSamples.has(node) || isLeftOut(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push({
        text: node.text,
        line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1,
      });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Whether a text is for the log or for developers: `log.warn(...)`, `new Error(...)`. */
export function isForOperators(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return /(Error|Exceeded)$/.test(node.expression.getText());
  return ts.isCallExpression(node) && /^Symbol$|(^|\.)log(\.\w+|\[.+\])$/.test(node.expression.getText());
}

function isSilent(node: ts.Node): boolean {
  const isType = ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
  return ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || isType || isSamples(node);
}

function isSamples(node: ts.Node): boolean {
  return ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === 'samples';
}

/** Finds top-level declarations that only samples, or other such declarations, use. */
function findSampleDeclarations(file: ts.SourceFile): Set<ts.Node> {
  const declared = new Map<string, ts.VariableDeclaration>();
  for (const statement of file.statements)
    if (ts.isVariableStatement(statement) && statement.modifiers === undefined)
      for (const declaration of statement.declarationList.declarations)
        if (ts.isIdentifier(declaration.name)) declared.set(declaration.name.text, declaration);
  const shown = new Set<string>();
  const mark = (node: ts.Node, local: ReadonlySet<string>): void => {
    if (isSilent(node) || [...declared.values()].some((declaration) => declaration === node)) return;
    const inside = ts.isFunctionLike(node) ? new Set([...local, ...listBound(node)]) : local;
    const name = ts.isIdentifier(node) && !isPropertyName(node) ? node.text : '';
    const initializer = declared.get(name)?.initializer;
    if (initializer !== undefined && !local.has(name) && !shown.has(name)) {
      shown.add(name);
      mark(initializer, new Set());
    }
    ts.forEachChild(node, (child) => {
      mark(child, inside);
    });
  };
  mark(file, new Set());
  const hasSamples = file.text.includes('samples:');
  return new Set(
    hasSamples ? [...declared].filter(([name]) => !shown.has(name)).map(([, node]) => node) : [],
  );
}

/** Lists local names in a function, which hide top-level ones. */
function listBound(within: ts.Node): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isParameter(node) || ts.isBindingElement(node) || ts.isVariableDeclaration(node)) &&
      ts.isIdentifier(node.name)
    )
      names.push(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(within);
  return names;
}

function isPropertyName({ parent, text }: ts.Identifier): boolean {
  return (
    (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) &&
    ts.isIdentifier(parent.name) &&
    parent.name.text === text
  );
}

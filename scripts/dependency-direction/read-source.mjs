import ts from 'typescript';

/**
 * What a source file reaches for outside itself.
 *
 * `imports`: every static import, re-export, `import()`, `import('…').Type`, `require()` and `import x = require()`, as
 * `{ specifier, line, typeOnly }`; the specifier is undefined where it is not a plain string.
 * `globals`: every name that the file uses and does not declare, as `{ name, line }`, with `Object.member` and calls of `Date`
 * without an argument as names of their own.
 */
export function readSource(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports = [];
  const uses = [];
  const declared = new Set();
  visit(file);
  return { imports, globals: uses.filter(({ root }) => !declared.has(root)).map(({ name, line }) => ({ name, line })) };

  function visit(node) {
    const edge = importOf(node);
    if (edge !== undefined) imports.push({ ...edge, line: lineOf(node) });
    if (isDeclaration(node) && node.name !== undefined && ts.isIdentifier(node.name)) declared.add(node.name.text);
    if (ts.isIdentifier(node) && isReference(node)) {
      for (const name of namesOf(node)) uses.push({ name, root: node.text, line: lineOf(node) });
    }
    ts.forEachChild(node, visit);
  }

  function lineOf(node) {
    return file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  }
}

function importOf(node) {
  if (ts.isImportDeclaration(node)) {
    return { specifier: textOf(node.moduleSpecifier), typeOnly: node.importClause?.isTypeOnly === true };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    return { specifier: textOf(node.moduleSpecifier), typeOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node)) {
    return { specifier: ts.isLiteralTypeNode(node.argument) ? textOf(node.argument.literal) : undefined, typeOnly: true };
  }
  if (ts.isExternalModuleReference(node)) return { specifier: textOf(node.expression), typeOnly: false };
  if (ts.isCallExpression(node) && isImportCall(node.expression)) {
    return { specifier: node.arguments[0] && textOf(node.arguments[0]), typeOnly: false };
  }
  return undefined;
}

function isImportCall(callee) {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true;
  if (ts.isIdentifier(callee)) return callee.text === 'require';
  return ts.isPropertyAccessExpression(callee) && callee.getText() === 'require.resolve';
}

function textOf(node) {
  return ts.isStringLiteralLike(node) ? node.text : undefined;
}

function isDeclaration(node) {
  return (
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isTypeParameterDeclaration(node) ||
    ts.isImportClause(node) ||
    ts.isImportSpecifier(node) ||
    ts.isNamespaceImport(node)
  );
}

/** Whether an identifier stands for a variable or a type, and not for a member, a property name or a label. */
function isReference(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  if (ts.isBindingElement(parent)) return parent.propertyName !== node;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return false;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return false;
  return !('name' in parent && parent.name === node);
}

function namesOf(node) {
  const { parent } = node;
  const names = [node.text];
  if (ts.isPropertyAccessExpression(parent)) {
    names.push(`${node.text}.${parent.name.text}`);
    if (node.text === 'globalThis') names.push(parent.name.text);
  }
  if (node.text === 'globalThis' && ts.isElementAccessExpression(parent)) names.push('globalThis[]');
  if (ts.isNewExpression(parent) && parent.expression === node && !parent.arguments?.length) names.push(`new ${node.text}()`);
  if (ts.isCallExpression(parent) && parent.expression === node) names.push(`${node.text}()`);
  return names;
}

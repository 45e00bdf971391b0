import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { code, prose, table } from './markdown.mjs';

const PACKAGES = fileURLToPath(new URL('../../packages/', import.meta.url));
const OPTIONS = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  customConditions: ['@flamestep/source'],
  allowImportingTsExtensions: true,
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  types: [],
};

let program;

/** One for all pages: reading the packages takes seconds. */
function programOf(file) {
  if (program?.getSourceFile(file) === undefined)
    program = ts.createProgram([file, ...(program?.getRootFileNames() ?? [])], OPTIONS);
  return program;
}

/**
 * Types of the packages as sections of a page: those that the module at `entry` exports under the names `roots`, and every type that
 * they mention, each with its comment and a table of its fields with theirs, under headings of the level `heading`. `known` are types
 * that are described on other pages, by name, with their address. Returns the sections and the names that they describe.
 */
export function typeSections(entry, roots, { known = new Map(), heading: level = '##' } = {}) {
  const read = programOf(join(PACKAGES, entry));
  const checker = read.getTypeChecker();
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(read.getSourceFile(join(PACKAGES, entry))));
  const queue = roots.map((name) => target(exported.find((symbol) => symbol.name === name)));
  const sections = new Map();
  for (const symbol of queue) {
    if (sections.has(symbol.name)) continue;
    const declaration = symbol.declarations.find((one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one));
    sections.set(symbol.name, declaration);
    queue.push(...mentioned(declaration));
  }
  const link = (name) =>
    known.has(name) ? `[${name}](${known.get(name)})` : sections.has(name) ? `[${name}](#${name.toLowerCase()})` : undefined;
  return { names: [...sections.keys()], text: [...sections].flatMap(([name, declaration]) => section(name, declaration)) };

  function target(symbol) {
    return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  }

  /** Our own types that a declaration and the fields that it inherits name. */
  function mentioned(declaration) {
    const found = [];
    const visit = (node) => {
      if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
        const symbol = checker.getSymbolAtLocation(ts.isTypeReferenceNode(node) ? node.typeName : node.expression);
        const type = symbol && target(symbol);
        if (type?.declarations?.some(isOurs) && !known.has(type.name) && ts.isTypeReferenceNode(node)) found.push(type);
      }
      ts.forEachChild(node, visit);
    };
    if (ts.isTypeAliasDeclaration(declaration) && !isPicked(declaration.type)) visit(declaration.type);
    else for (const { declaration: field } of fieldsOf(declaration)) visit(field);
    return found;
  }

  function isOurs(declaration) {
    const { fileName } = declaration.getSourceFile();
    return (
      (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration)) &&
      fileName.startsWith(PACKAGES) &&
      !fileName.includes('node_modules')
    );
  }

  /** Some fields of another type, which are described as fields of this one. */
  function isPicked(type) {
    return ts.isTypeReferenceNode(type) && ['Pick', 'Omit'].includes(type.typeName.getText());
  }

  /** The fields of an interface, those that it takes over from others too. */
  function fieldsOf(declaration) {
    return (
      checker
        .getPropertiesOfType(checker.getTypeAtLocation(declaration))
        .map((symbol) => ({ symbol, declaration: symbol.valueDeclaration ?? symbol.declarations?.[0] }))
        .filter((field) => field.declaration !== undefined && ts.isPropertySignature(field.declaration))
        // It only tells the options of a union apart.
        .filter((field) => field.declaration.type.kind !== ts.SyntaxKind.NeverKeyword)
    );
  }

  function section(name, declaration) {
    const heading = [`${level} ${name}`, commentOn(checker.getSymbolAtLocation(declaration.name))];
    const body = ts.isTypeAliasDeclaration(declaration) ? alias(declaration) : fieldTable(declaration);
    return [...heading, body].filter((part) => part !== '');
  }

  function fieldTable(...nodes) {
    const rows = nodes.flatMap(fieldsOf).flatMap(({ symbol, declaration: field }) => fieldRows(symbol, field, ''));
    return table(['field', 'type', 'meaning'], rows);
  }

  /** A type that adds fields to another. */
  function intersection({ types }) {
    const others = types.filter((type) => ts.isTypeReferenceNode(type) && link(type.getText()) !== undefined);
    const added = types.filter((type) => !others.includes(type));
    return `As ${others.map((type) => link(type.getText())).join(' and ')}, and:\n\n${fieldTable(...added)}`;
  }

  /** A field, and below it those of a type that is written in its place. */
  function fieldRows(symbol, field, prefix) {
    const optional = field.questionToken === undefined ? '' : '?';
    const path = `${prefix}${symbol.name}`;
    const { type, each } = unwrapped(field.type);
    const row = [code(`${path}${optional}`), typeText(field.type), commentOn(symbol)];
    if (!ts.isTypeLiteralNode(type)) return [row];
    const inner = type.members.filter(ts.isPropertySignature);
    return [row, ...inner.flatMap((one) => fieldRows(checker.getSymbolAtLocation(one.name), one, `${path}${each}.`))];
  }

  /** What is listed, for a list; what is in parentheses or read-only, for those. */
  function unwrapped(type, each = '') {
    if (ts.isTypeOperatorNode(type) || ts.isParenthesizedTypeNode(type)) return unwrapped(type.type, each);
    if (ts.isArrayTypeNode(type)) return unwrapped(type.elementType, `${each}[]`);
    return { type, each };
  }

  function typeText(node) {
    const { type, each } = unwrapped(node);
    const list = each === '' ? '' : 'list of ';
    if (ts.isTypeLiteralNode(type)) return each === '' ? 'fields' : 'list';
    if (ts.isTypeReferenceNode(type) && type.typeArguments === undefined)
      return `${list}${link(type.getText()) ?? code(type.getText())}`;
    const text = clean(type.getText());
    const links = [...new Set(text.match(/[A-Z]\w+/g))].map(link).filter((one) => one !== undefined);
    return `${list}${code(text)}${links.length === 0 ? '' : ` (${links.join(', ')})`}`;
  }

  function alias(declaration) {
    const { type } = declaration;
    if (isPicked(type)) return fieldTable(declaration);
    if (ts.isIntersectionTypeNode(type)) return intersection(type);
    const text = clean(type.getText());
    if (text.length < 120 && !text.includes('\n')) return typeText(type);
    const lines = declaration
      .getText()
      .replace(/^export /, '')
      .replaceAll('readonly ', '')
      .replaceAll(' | undefined', '')
      .replaceAll(/\{@link ([^}]*)\}/g, '$1');
    return ['```ts', lines, '```'].join('\n');
  }

  function commentOn(symbol) {
    const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
    return prose(text.replaceAll(/\{@link ([^}]*)\}/g, '`$1`').trim());
  }
}

function clean(text) {
  return text
    .replaceAll(/readonly |\s*\|\s*undefined/g, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^\| /, '')
    .replaceAll(/Readonly<(Record<[^<>]*>)>/g, '$1');
}

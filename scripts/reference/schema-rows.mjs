import { code, codes, prose } from './markdown.mjs';

/**
 * The fields that a JSON Schema describes, as rows of a table: path, what it may be, meaning. Objects come before their fields; `[]`
 * stands for each of a list, `<name>` for a field with a free name. A schema that stands in several places is described where it is
 * defined: `$ref` becomes a link to a heading of the page, unless `definitionOf` gives the schema to be put in its place.
 */
export function schemaRows(schema, definitionOf = () => undefined) {
  return fieldsOf(schema, '', definitionOf);
}

function fieldsOf(schema, path, definitionOf) {
  const { properties = {}, required = [], additionalProperties, items, oneOf } = schema;
  if (items !== undefined) return fieldsOf(resolve(items, definitionOf), `${path}[]`, definitionOf);
  if (oneOf !== undefined) return [];
  const prefix = path === '' ? '' : `${path}.`;
  const named = withEqualsJoined(properties).flatMap(([name, field]) =>
    rowsOf(`${prefix}${name}`, field, required.includes(name), definitionOf),
  );
  const free =
    typeof additionalProperties === 'object' ? rowsOf(`${prefix}<name>`, additionalProperties, false, definitionOf) : [];
  return [...named, ...free];
}

/** Fields that are the same stand in one row, `{backend,web}`. */
function withEqualsJoined(properties) {
  const names = new Map();
  for (const [name, field] of Object.entries(properties)) {
    const key = JSON.stringify(field);
    const isPlain = field.description !== undefined || field.const !== undefined;
    if (isPlain || !names.has(key)) names.set(isPlain ? name : key, [...(names.get(key) ?? []), name]);
    else names.get(key).push(name);
  }
  return [...names.values()].map((equal) => [equal.length === 1 ? equal[0] : `{${equal.join(',')}}`, properties[equal[0]]]);
}

function rowsOf(path, field, isRequired, definitionOf) {
  const schema = resolve(field, definitionOf);
  const what = [typeWords(schema, definitionOf), ...(isRequired ? ['**required**'] : [])].join(', ');
  return [[code(path), what, meaning(schema, field)], ...fieldsOf(schema, path, definitionOf)];
}

function meaning(schema, field) {
  const text = field.description ?? schema.description ?? '';
  return prose(text === '' || /[.…]$/.test(text) ? text : `${text}.`);
}

/** What a value may be, in a few words. */
export function typeWords(schema, definitionOf = () => undefined) {
  const { $ref, enum: values, const: value, oneOf, items } = schema;
  if ($ref !== undefined) {
    const definition = definitionOf($ref);
    return definition === undefined ? `[${nameOf($ref)}](#${nameOf($ref).toLowerCase()})` : typeWords(definition, definitionOf);
  }
  if (value !== undefined) return code(String(value));
  if (values !== undefined) return codes(values.map(String));
  if (oneOf !== undefined)
    return isLocalized(oneOf)
      ? 'text, or text by language: `en`, `ja`'
      : oneOf.map((one) => typeWords(one, definitionOf)).join(' or ');
  const types = [schema.type ?? 'object'].flat().filter((type) => type !== 'null');
  return types.map((type) => words(type, schema, items, definitionOf)).join(' or ');
}

function words(type, schema, items, definitionOf) {
  if (type === 'array') {
    const most = schema.maxItems === undefined ? '' : `, at most ${schema.maxItems}`;
    return `list${items.properties === undefined ? ` of ${typeWords(items, definitionOf).replace('number', 'numbers')}` : ''}${most}`;
  }
  if (type === 'boolean') return '`true` or `false`';
  if (type === 'object') return 'fields';
  if (type === 'string') return schema.format === 'date' ? 'date' : 'text';
  const { minimum, maximum } = schema;
  const range = minimum === undefined ? '' : maximum === undefined ? `, ${minimum} or more` : `, ${minimum} to ${maximum}`;
  return `${type === 'integer' ? 'whole number' : 'number'}${range}`;
}

/** A text, or one for each language. */
function isLocalized(options) {
  return options.length === 2 && options[0].type === 'string' && options[1].properties?.en !== undefined;
}

function resolve(schema, definitionOf) {
  return schema.$ref === undefined ? schema : (definitionOf(schema.$ref) ?? schema);
}

function nameOf($ref) {
  return $ref.split('/').at(-1);
}

import { nameOf, type Schema } from './document.ts';

const pad = (depth: number): string => '  '.repeat(depth);

/** TSDoc of one or more paragraphs; a comment cannot hold its own end. */
export const docOf = (texts: readonly (string | undefined)[], depth = 0): string => {
  const lines = texts.flatMap((text) => (text === undefined || text === '' ? [] : [text.replaceAll('*/', '* /')]));
  if (lines.length === 0) return '';
  if (lines.length === 1) return `${pad(depth)}/** ${lines[0]} */\n`;
  const paragraphs = lines.map((line) => `${pad(depth)} * ${line}`);
  return `${pad(depth)}/**\n${paragraphs.join(`\n${pad(depth)} *\n`)}\n${pad(depth)} */\n`;
};

export const literal = (value: unknown): string =>
  typeof value === 'string' ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'` : JSON.stringify(value);

export const keyText = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name));

const exampleOf = ({ example }: Schema): string | undefined =>
  example === undefined || typeof example === 'object' ? undefined : `@example ${JSON.stringify(example)}`;

const propertyText = (name: string, schema: Schema, isRequired: boolean, depth: number): string => {
  const type = typeText(schema, depth);
  const mayBeAbsent = isRequired ? `: ${type}` : `?: ${type} | undefined`;
  return `${docOf([schema.description, exampleOf(schema)], depth)}${pad(depth)}${keyText(name)}${mayBeAbsent};\n`;
};

const objectText = ({ properties, required = [], additionalProperties }: Schema, depth: number): string => {
  if (properties !== undefined && Object.keys(properties).length > 0) {
    const members = Object.entries(properties).map(([name, schema]) =>
      propertyText(name, schema, required.includes(name), depth + 1),
    );
    return `{\n${members.join('')}${pad(depth)}}`;
  }
  if (additionalProperties === false) return 'Record<string, never>';
  const inner = typeof additionalProperties === 'object' ? typeText(additionalProperties, depth) : 'unknown';
  return `Record<string, ${inner}>`;
};

const inBrackets = (text: string): string => (/[|&]|^readonly /.test(text) ? `(${text})` : text);

const arrayText = ({ items, prefixItems }: Schema, depth: number): string =>
  prefixItems === undefined
    ? `readonly ${items === undefined ? 'unknown' : inBrackets(typeText(items, depth))}[]`
    : `readonly [${prefixItems.map((one) => typeText(one, depth)).join(', ')}]`;

const primitives: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
};

const union = (texts: readonly string[]): string => [...new Set(texts)].join(' | ');

/** The TypeScript type of what a schema allows, as far as types can say it. */
export const typeText = (schema: Schema, depth = 0): string => {
  const { $ref, const: only, enum: some, anyOf, oneOf, type } = schema;
  if ($ref !== undefined) return nameOf($ref);
  if (only !== undefined) return literal(only);
  if (some !== undefined) return union(some.map(literal));
  const choices = anyOf ?? oneOf;
  if (choices !== undefined) return union(choices.map((one) => typeText(one, depth)));
  if (Array.isArray(type)) return union(type.map((one: string) => typeText({ ...schema, type: one }, depth)));
  if (type === 'object') return objectText(schema, depth);
  if (type === 'array') return arrayText(schema, depth);
  return primitives[String(type)] ?? 'unknown';
};

/** An import of the types that a text names. */
export const importOf = (names: Iterable<string>, text: string, from: string): string => {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '');
  const used = [...names].filter((name) => new RegExp(`(?<![\\w'])${name}(?![\\w'])`).test(code));
  return used.length === 0 ? '' : `import type {\n${used.map((name) => `  ${name},\n`).join('')}} from '${from}';\n`;
};

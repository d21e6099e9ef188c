import type { Parameter, Schema } from './document.ts';

/** A text as it may stand in a cell of a table. */
export const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
export const code = (value: unknown): string =>
  `\`${cell(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('`', '')}\``;

const nameOf = ($ref: string): string => $ref.split('/').at(-1) ?? '';
const isSchema = (value: boolean | Schema | undefined): value is Schema => typeof value === 'object';

/** Where the pages of objects lie, from the page that links to them. */
export type Place = { readonly objects: string };

const named = ($ref: string, { objects }: Place): string => `[${nameOf($ref)}](${objects}${nameOf($ref)}.md)`;

/** What a value is, in a word or two; what has a name has a page. */
export const typeOf = (schema: Schema, place: Place): string => {
  const { $ref, type, items, prefixItems, additionalProperties } = schema;
  if ($ref !== undefined) return named($ref, place);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices !== undefined) return [...new Set(choices.map((one) => typeOf(one, place)))].join(' or ');
  if (prefixItems !== undefined) return `[${prefixItems.map((one) => typeOf(one, place)).join(', ')}]`;
  if (type === 'array') return isSchema(items) ? `array of ${typeOf(items, place)}` : 'array';
  if (type === 'object' && isSchema(additionalProperties) && Object.keys(additionalProperties).length > 0)
    return `map of ${typeOf(additionalProperties, place)}`;
  return type ?? 'anything';
};

const safe = Number.MAX_SAFE_INTEGER;
const between = (low: number | undefined, high: number | undefined, of: string): readonly string[] => {
  if (low !== undefined && high !== undefined) return [low === high ? `${low}${of}` : `${low} to ${high}${of}`];
  if (low !== undefined) return [`at least ${low}${of}`];
  return high === undefined ? [] : [`at most ${high}${of}`];
};
const real = (bound: number | undefined): number | undefined =>
  bound === undefined || Math.abs(bound) >= safe ? undefined : bound;

const patternMax = 60;

/** What a value has to keep to, as far as its type does not say it. */
const constraintsOf = (schema: Schema): readonly string[] => {
  const { minLength, maxLength, minItems, maxItems, minimum, maximum, exclusiveMinimum, pattern, format } = schema;
  const low = exclusiveMinimum === undefined ? minimum : exclusiveMinimum + 1;
  const values = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
  const isShort = pattern !== undefined && pattern.length <= patternMax && format === undefined;
  return [
    ...(values.length > 0
      ? [values.length === 1 ? `always ${code(values[0])}` : `one of ${values.map(code).join(', ')}`]
      : []),
    ...between(minLength, maxLength, ' characters'),
    ...between(minItems, maxItems, ' items'),
    ...between(real(low), real(maximum), ''),
    ...(format === undefined ? [] : [`format ${code(format)}`]),
    ...(isShort ? [`pattern ${code(pattern)}`] : []),
    ...(schema.default === undefined ? [] : [`${code(schema.default)} if absent`]),
  ];
};

const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** What a value means: its description, what it keeps to, and an example. */
export const meaningOf = (schema: Schema): string => {
  const constraints = constraintsOf(schema);
  const own = schema.description === undefined ? '' : cell(schema.description);
  const kept = constraints.length === 0 ? '' : `${constraints.join('; ')}.`;
  const hasExample = isPlain(schema.example) && schema.enum === undefined;
  const sentence = kept === '' ? '' : kept.charAt(0).toUpperCase() + kept.slice(1);
  return [own, sentence, hasExample ? `E.g. ${code(schema.example)}.` : ''].filter((part) => part !== '').join(' ');
};

type Row = readonly [name: string, type: string, meaning: string];

const rowOf = (name: string, schema: Schema, optional: boolean, place: Place): Row => [
  `\`${name}\``,
  `${typeOf(schema, place)}${optional ? ', optional' : ''}`,
  meaningOf(schema),
];

const inner = (name: string, schema: Schema, place: Place): readonly Row[] => {
  if (schema.$ref !== undefined) return [];
  if (schema.type === 'array' && isSchema(schema.items)) return inner(`${name}[]`, schema.items, place);
  if (isSchema(schema.additionalProperties)) return inner(`${name}.*`, schema.additionalProperties, place);
  return rowsOf(schema, place, `${name}.`);
};

const rowsOf = ({ properties = {}, required = [] }: Schema, place: Place, prefix = ''): readonly Row[] =>
  Object.entries(properties).flatMap(([name, schema]) => [
    rowOf(`${prefix}${name}`, schema, !required.includes(name), place),
    ...inner(`${prefix}${name}`, schema, place),
  ]);

const table = (rows: readonly Row[]): readonly string[] =>
  rows.length === 0
    ? []
    : ['| Field | Type | Meaning |', '| --- | --- | --- |', ...rows.map((row) => `| ${row.join(' | ')} |`), ''];

const variantName = ({ properties = {} }: Schema): string => {
  const [tag] = Object.entries(properties).flatMap(([name, one]) =>
    one.const === undefined ? [] : [`\`${name}\` is ${code(one.const)}`],
  );
  return tag ?? 'Otherwise';
};

/** The fields of an object, nested ones by their path; of one that has several forms, each form. */
export const fieldTables = (schema: Schema, place: Place): readonly string[] => {
  const forms = schema.oneOf ?? schema.anyOf ?? [];
  const own = table(rowsOf(schema, place));
  const objects = forms.filter(({ properties }) => properties !== undefined);
  if (objects.length === 0) return own;
  return [
    ...own,
    ...objects.flatMap((form) => [
      `Where ${variantName(form)}: ${form.description ?? ''}`.trim(),
      '',
      ...table(rowsOf(form, place)),
    ]),
  ];
};

/** The parameters of an operation in one table. */
export const parameterTable = (parameters: readonly Parameter[], place: Place): readonly string[] => {
  if (parameters.length === 0) return [];
  const rows = parameters.map(({ name, in: where, required, schema, description }) => {
    const means = meaningOf({ ...schema, ...(description !== undefined && { description }) });
    return `| \`${name}\` | ${where} | ${typeOf(schema, place)}${required === true ? '' : ', optional'} | ${means} |`;
  });
  return ['| Parameter | In | Type | Meaning |', '| --- | --- | --- | --- |', ...rows, ''];
};

import { bodyOf, type Document, type Entry, entriesOf, parametersIn, resolved, type Schema } from './document.ts';
import { heading } from './schema-file.ts';
import { keyText, literal } from './type-text.ts';

type Field = { readonly name: string; readonly required: boolean; readonly schema: Schema };

const simple: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'number',
  number: 'number',
  boolean: 'yes-or-no',
};

/** How a field is written on a command line: as it is, or as JSON. */
const writtenAs = (document: Document, schema: Schema): string => {
  const { type, enum: some } = resolved(document, schema);
  return some === undefined ? (simple[String(type)] ?? 'json') : 'text';
};

const fieldsOf = (document: Document, entry: Entry): readonly Field[] => {
  const body = bodyOf(entry);
  const { properties = {}, required = [] } = body === undefined ? {} : resolved(document, body);
  return [
    ...[...parametersIn(entry, 'path'), ...parametersIn(entry, 'query')].map((one) => ({
      ...{ name: one.name, required: one.required === true },
      schema: { ...one.schema, ...(one.description !== undefined && { description: one.description }) },
    })),
    ...Object.entries(properties).map(([name, schema]) => ({ name, required: required.includes(name), schema })),
  ];
};

const fieldText = (document: Document, { name, required, schema }: Field): string => {
  const whole = { ...resolved(document, schema), ...schema };
  const choices = whole.enum?.filter((one) => typeof one === 'string') ?? [];
  const members = [
    `as: ${literal(writtenAs(document, schema))}`,
    ...(required ? ['required: true'] : []),
    ...(whole.description === undefined ? [] : [`says: ${literal(whole.description)}`]),
    ...(choices.length === 0 || choices.length > 12 ? [] : [`oneOf: [${choices.map(literal).join(', ')}]`]),
  ];
  return `      ${keyText(name)}: { ${members.join(', ')} },\n`;
};

const pageText = (document: Document, entry: Entry): string => {
  const { summary, description, tags } = entry.operation;
  const fields = fieldsOf(document, entry).map((field) => fieldText(document, field));
  return [
    `  ${entry.id}: {\n`,
    `    about: ${literal(tags[0])},\n`,
    `    summary: ${literal(summary)},\n`,
    ...(description === undefined ? [] : [`    description: ${literal(description)},\n`]),
    fields.length === 0 ? '    fields: {},\n' : `    fields: {\n${fields.join('')}    },\n`,
    '  },\n',
  ].join('');
};

/** `manual.ts`: what the command-line client shows and takes; programs that only call the client never load it. */
export const manualFile = (document: Document): string =>
  `${heading}import type { Manual } from '../cli/manual-page.ts';

export const manual: Manual = {
${entriesOf(document)
  .map((entry) => pageText(document, entry))
  .join('')}};
`;

/** `told-types.ts`: the types of events that can be sent as a rehearsal. */
export const toldTypesFile = ({ components }: Document): string =>
  `${heading}export const toldTypes = [
${(components.schemas['ToldEventType']?.enum ?? []).map((type) => `  ${literal(type)},\n`).join('')}] as const;
`;

import {
  bodyOf,
  codesOf,
  type Document,
  type Entry,
  entriesOf,
  isForm,
  kindOf,
  pagingOf,
  parametersIn,
  resolved,
  successOf,
  takesHeader,
} from './document.ts';
import { heading, schemaNames, typeOfAnswer } from './schema-file.ts';
import { docOf, importOf, literal, typeText } from './type-text.ts';

/** Parameters and body are given as one object, so no name may stand in two of them. */
export const assertNoNameTwice = (document: Document, entry: Entry): void => {
  const body = bodyOf(entry);
  const names = [
    ...[...parametersIn(entry, 'path'), ...parametersIn(entry, 'query')].map(({ name }) => name),
    ...Object.keys((body === undefined ? {} : resolved(document, body).properties) ?? {}),
  ];
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    throw new Error(`${entry.id} takes ${twice} in two places; a client could not tell them apart.`);
};

const askedText = (document: Document, entry: Entry): string => {
  assertNoNameTwice(document, entry);
  const parameters = [...parametersIn(entry, 'path'), ...parametersIn(entry, 'query')];
  const properties = Object.fromEntries(
    parameters.map(({ name, schema, description }) => [name, { ...schema, ...(description && { description }) }]),
  );
  const required = parameters.filter((one) => one.required === true).map(({ name }) => name);
  const own = parameters.length === 0 ? [] : [typeText({ type: 'object', properties, required }, 2)];
  const body = bodyOf(entry);
  const all = [...own, ...(body === undefined ? [] : [typeText(body, 2)])];
  return all.length === 0 ? '{}' : all.join(' & ');
};

const itemText = (document: Document, entry: Entry): readonly string[] => {
  if (pagingOf(document, entry) === undefined) return [];
  const items = resolved(document, successOf(entry).schema).properties?.['items']?.items ?? {};
  return [`item: ${typeOfAnswer(items)}`];
};

const operationText = (document: Document, entry: Entry): string =>
  [
    `  ${entry.id}: {`,
    ...[
      `asked: ${askedText(document, entry)}`,
      `answer: ${typeOfAnswer(successOf(entry).schema)}`,
      ...itemText(document, entry),
      `problem: ${codesOf(entry).map(literal).join(' | ')}`,
    ].map((line) => `    ${line};`),
    '  };\n',
  ].join('\n');

/** `operations.ts`: what each operation is asked, what it answers and how it refuses. */
export const operationFile = (document: Document): string => {
  const entries = entriesOf(document);
  const body = `/** What each operation is asked, what it answers, and the codes of its problems. */
export interface Operations {
${entries.map((entry) => operationText(document, entry)).join('')}}
`;
  return `${heading}${importOf(schemaNames(document), body, './schemas.ts')}\n${body}`;
};

const scopeOf = ({ operation }: Entry): string | undefined => operation.security[0]?.bearer?.[0];

const rowText = (document: Document, entry: Entry): string => {
  const query = parametersIn(entry, 'query').map(({ name }) => name);
  const pages = pagingOf(document, entry);
  const previews = entry.operation['x-previews'];
  const members = [
    `method: ${literal(entry.method)}`,
    `path: ${literal(entry.path)}`,
    `kind: ${literal(kindOf(entry))}`,
    `success: ${successOf(entry).status}`,
    ...(query.length === 0 ? [] : [`query: [${query.map(literal).join(', ')}]`]),
    ...(bodyOf(entry) === undefined ? [] : [`body: '${isForm(entry) ? 'form' : 'json'}'`]),
    ...(entry.operation.security.length === 0 ? ['open: true'] : []),
    ...(scopeOf(entry) === undefined ? [] : [`scope: ${literal(scopeOf(entry))}`]),
    ...(pages === undefined ? [] : [`pages: ${literal(pages)}`]),
    ...(takesHeader(entry, 'If-None-Match') ? ['versioned: true'] : []),
    ...(previews === undefined ? [] : [`previews: ${literal(previews)}`]),
  ];
  return `  ${entry.id}: {\n${members.map((one) => `    ${one},\n`).join('')}  },\n`;
};

/** `table.ts`: the same as data, of which the client is made when the program runs. */
export const tableFile = (document: Document): string =>
  `${heading}/** How each operation is asked over HTTP. */
export const table = {
${entriesOf(document)
  .map((entry) => rowText(document, entry))
  .join('')}} as const;
`;

const methodType = (document: Document, entry: Entry): string => {
  const previews = entry.operation['x-previews'];
  if (previews !== undefined) return `Preview<${literal(entry.id)}, ${literal(previews)}>`;
  if (pagingOf(document, entry) !== undefined) return `Listing<${literal(entry.id)}>`;
  if (takesHeader(entry, 'If-None-Match')) return `VersionedRead<${literal(entry.id)}>`;
  return `${kindOf(entry) === 'command' ? 'Command' : 'Read'}<${literal(entry.id)}>`;
};

const methodText = (document: Document, entry: Entry): string => {
  const { summary, description, deprecated } = entry.operation;
  const scope = scopeOf(entry);
  const texts = [`${summary}.`, description, scope && `Needs the scope \`${scope}\`.`, deprecated ? '@deprecated' : ''];
  return `${docOf(texts, 1)}  ${entry.id}: ${methodType(document, entry)};\n`;
};

/** `client.ts`: the client as its users see it, a method for each operation. */
export const clientFile = (document: Document): string => {
  const methods = entriesOf(document).map((entry) => methodText(document, entry));
  const body = `/** Every operation as a method: one object of all that it is asked, and options beside it. */
export interface Operated {
${methods.join('\n')}}
`;
  const types = importOf(['Command', 'Listing', 'Preview', 'Read', 'VersionedRead'], body, '../methods.ts');
  return `${heading}${types}\n${body}`;
};

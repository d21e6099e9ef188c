import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { document, type Operation, operations, type Schema } from './document.ts';

const home = 'https://bindery.test/openapi.json';

/**
 * The document's schemas under their own paths. Examples are left out: they are no schemas, and most of the bytes.
 */
const schemasOf = ({ parameters, requestBody, responses }: Operation) => ({
  parameters: Object.fromEntries(parameters.map((one) => [`${one.in} ${one.name}`, one.schema])),
  body: Object.values(requestBody?.content ?? {})[0]?.schema,
  ...Object.fromEntries(
    Object.entries(responses).map(([status, { content = {} }]) => [status, Object.values(content)[0]?.schema]),
  ),
});

/** Words of OpenAPI, and of this document, that say nothing about validity. */
const vocabulary = ['components', 'operations', 'example', 'x-may-grow'];

const made = () => {
  // `strictTypes` asks for a `type` beside every keyword, which `allOf` of two schemas cannot give.
  // Each process compiles hundreds of schemas for a few answers each: polishing the code costs more than it gives.
  const ajv = new Ajv2020({ strict: true, strictTypes: false, validateSchema: false, code: { optimize: false } });
  addFormats.default(ajv);
  ajv.addVocabulary(vocabulary);
  ajv.addSchema({
    $id: home,
    components: { schemas: document.components.schemas },
    operations: Object.fromEntries([...operations].map(([id, one]) => [id, schemasOf(one)])),
  });
  return ajv;
};

let ajv: Ajv2020 | undefined;
const compiled = new Map<string, ValidateFunction>();

const escaped = (word: string): string => encodeURIComponent(word.replaceAll('~', '~0').replaceAll('/', '~1'));

/** The validator of one schema of an operation; each is compiled when it is first needed, and once. */
const validatorAt = (...path: readonly string[]): ValidateFunction => {
  const name = path.join(' ');
  const known = compiled.get(name);
  if (known !== undefined) return known;
  ajv ??= made();
  const fresh = ajv.getSchema(`${home}#/operations/${path.map(escaped).join('/')}`);
  if (fresh === undefined) throw new Error(`The document has no schema of ${name}.`);
  compiled.set(name, fresh);
  return fresh;
};

/** What is wrong with a value by a schema of an operation: its status, `body`, or one of its parameters. */
export const faultsBy = (path: readonly string[], value: unknown): readonly string[] => {
  const check = validatorAt(...path);
  if (check(value)) return [];
  return (check.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
};

const forms = new Map<Schema, ValidateFunction>();

/** Says whether a text has the form that the document gives a header. */
export const hasForm = (schema: Schema, text: string): boolean => {
  ajv ??= made();
  const form = forms.get(schema) ?? ajv.compile(schema);
  forms.set(schema, form);
  return form(text) as boolean;
};

import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const reference = new URL('../../docs/reference/', import.meta.url);
const folder = new URL('schemas/events/', reference);

/** A published file of docs/reference, as a consumer reads it. */
export const publishedText = (path: string): string => readFileSync(new URL(path, reference), 'utf8');

/** The names of the schemas that are published. */
export const publishedNames = (): readonly string[] => readdirSync(folder).map((file) => file.replace(/\.json$/, ''));

/** A consumer's own validator of JSON Schema 2020-12, which knows no more than the published files. */
export const publishedValidator = () => {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addKeyword('x-may-grow');
  for (const name of publishedNames()) ajv.addSchema(JSON.parse(publishedText(`schemas/events/${name}.json`)));
  return {
    /** What is wrong with a value by the schema served at a path; nothing when it follows it. */
    faults: (path: string, value: unknown): readonly string[] => {
      const check = ajv.getSchema(path);
      if (check === undefined) return [`${path} is not published.`];
      return check(value) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
    },
  };
};

import { Ajv2020 } from 'ajv/dist/2020.js';
import type { OpenApi, Response } from '../../../../tools/compatibility/document.ts';
import { Problem } from '../../../../tools/generate/problem-schema.ts';
import type { Answered } from '../stage/door.ts';

type Known = { readonly pointer: string; readonly responses: Readonly<Record<string, Response>> };

const isProblem = ({ headers, body }: Answered): readonly string[] =>
  headers['content-type'] === 'application/problem+json' && Problem.safeParse(JSON.parse(body)).success
    ? []
    : ['what is answered before an operation is no problem'];

const escaped = (segment: string): string => segment.replaceAll('~', '~0').replaceAll('/', '~1');

const knownIn = (document: OpenApi): ReadonlyMap<string | undefined, Known> =>
  new Map(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId, responses }]) => [
        operationId,
        { pointer: `openapi#/paths/${escaped(path)}/${method}/responses`, responses },
      ]),
    ),
  );

/** Whether answers are what the OpenAPI document says of their operation; what is answered before one is a problem. */
export const schemaCheckOf = (document: OpenApi) => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
  ajv.addSchema(document as object, 'openapi');
  const known = knownIn(document);

  const contentFaults = (pointer: string, body: string): readonly string[] => {
    const validate = ajv.getSchema(pointer);
    if (validate === undefined) return [`there is no schema at ${pointer}`];
    return validate(JSON.parse(body)) ? [] : [ajv.errorsText(validate.errors)];
  };

  return (answer: Answered): readonly string[] => {
    const { endpoint, statusCode, headers, body } = answer;
    if (endpoint === undefined) return isProblem(answer);
    const { pointer, responses } = known.get(endpoint.contract.id) ?? { pointer: '', responses: {} };
    const response = responses[statusCode];
    if (response === undefined) return [`${statusCode} is not documented`];
    if (response.content === undefined) return body === '' ? [] : [`${statusCode} has a body`];
    const type = headers['content-type'] ?? '';
    if (response.content[type] === undefined) return [`the content type is ${type}`];
    return contentFaults(`${pointer}/${statusCode}/content/${escaped(type)}/schema`, body);
  };
};

import { Ajv2020 } from 'ajv/dist/2020.js';
import type { OpenApi } from '../../../../tools/compatibility/document.ts';
import { Problem } from '../../../../tools/generate/problem-schema.ts';
import type { Answered } from '../stage/door.ts';

/** Whether answers are what the OpenAPI document says of their operation; what is answered before one is a problem. */
export const schemaCheckOf = (document: OpenApi) => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
  ajv.addSchema(document as object, 'openapi');
  const where = new Map(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId, responses }]) => [
        operationId,
        {
          pointer: `openapi#/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}/responses`,
          responses,
        },
      ]),
    ),
  );
  return ({ endpoint, statusCode, headers, body }: Answered): readonly string[] => {
    const type = headers['content-type'] ?? '';
    if (endpoint === undefined) {
      const parsed = Problem.safeParse(JSON.parse(body));
      return parsed.success && type === 'application/problem+json' ? [] : [`no problem: ${type}`];
    }
    const known = where.get(endpoint.contract.id);
    const response = known?.responses[statusCode];
    if (response === undefined) return [`${statusCode} is not documented`];
    if (response.content === undefined) return body === '' ? [] : [`${statusCode} has a body`];
    if (response.content[type] === undefined) return [`the content type is ${type}`];
    const pointer = `${known?.pointer}/${statusCode}/content/${type.replaceAll('/', '~1')}/schema`;
    const validate = ajv.getSchema(pointer);
    if (validate === undefined) return [`there is no schema at ${pointer}`];
    return validate(JSON.parse(body)) ? [] : [ajv.errorsText(validate.errors)];
  };
};

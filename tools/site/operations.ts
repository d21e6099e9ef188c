import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type Parameter = {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required?: boolean;
  readonly description?: string;
};
type Operation = {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly servers?: readonly { readonly url: string }[];
  readonly security?: readonly object[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
};
export type FoundOperation = { readonly method: string; readonly path: string; readonly operation: Operation };

let kept:
  | { readonly stamp: number; readonly root: string; readonly found: ReadonlyMap<string, FoundOperation> }
  | undefined;

/** Every operation of the OpenAPI document by its id. */
export const operationsIn = (root: string): ReadonlyMap<string, FoundOperation> => {
  const file = join(root, 'docs', 'reference', 'openapi.json');
  if (!existsSync(file)) return new Map();
  const stamp = statSync(file).mtimeMs;
  if (kept?.stamp === stamp && kept.root === root) return kept.found;
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  const found = new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, FoundOperation] => [
        operation.operationId,
        { method: method.toUpperCase(), path: `${operation.servers === undefined ? '/v1' : ''}${path}`, operation },
      ]),
    ),
  );
  kept = { stamp, root, found };
  return found;
};

import { existsSync, readdirSync } from 'node:fs';
import type * as z from 'zod';

const domain = new URL('../../domain/', import.meta.url);

export type EventSchemas = ReadonlyMap<string, { readonly capability: string; readonly schema: z.ZodType }>;

const schemasIn = async (
  capability: string,
): Promise<readonly [string, { capability: string; schema: z.ZodType }][]> => {
  const module: object = await import(new URL(`${capability}/events/schema.ts`, domain).href);
  return Object.values(module).flatMap((schemas: Readonly<Record<string, z.ZodType>>) =>
    Object.entries(schemas).map(([type, schema]): [string, { capability: string; schema: z.ZodType }] => [
      type,
      { capability, schema },
    ]),
  );
};

/** The schema of every event's data, by type, from `domain/<capability>/events/schema.ts`. */
export const loadEventSchemas = async (): Promise<EventSchemas> => {
  const capabilities = readdirSync(domain).filter((name) => existsSync(new URL(`${name}/events/schema.ts`, domain)));
  const schemas = await Promise.all(capabilities.toSorted().map(schemasIn));
  return new Map(schemas.flat().toSorted(([a], [b]) => a.localeCompare(b)));
};

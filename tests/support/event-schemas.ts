import type * as z from 'zod';
import { eventSchemas } from '../../domain/events/all/schema.ts';
import type { DomainEvent } from '../../domain/shared/decision.ts';

const schemas: Readonly<Record<string, z.ZodType>> = eventSchemas;

/** Refuses an event that its published schema does not describe to the field. */
export const checkEvent = ({ type, data }: DomainEvent): void => {
  const schema = schemas[type];
  if (schema === undefined) throw new Error(`${type} has no schema.`);
  const result = schema.safeParse(data);
  if (!result.success) throw new Error(`${type} is not what its schema says: ${result.error.message}`);
};

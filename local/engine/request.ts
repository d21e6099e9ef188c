import { tableNotFound, validation } from './errors.ts';
import type { TableDefinition } from './table-definition.ts';

/** Refuses a parameter that this engine does not know: ignoring it would promise what DynamoDB does otherwise. */
export const refuseUnknown = (operation: string, input: object, known: readonly string[]): void => {
  for (const [name, value] of Object.entries(input))
    if (value !== undefined && !known.includes(name))
      throw validation(`The in-process engine does not know the parameter ${name} of ${operation}`);
};

export const checkTable = (definition: TableDefinition, name: string | undefined): void => {
  if (name !== definition.tableName) throw tableNotFound();
};

import type { Document } from './document.ts';
import { manualFile, toldTypesFile } from './manual-file.ts';
import { clientFile, operationFile, tableFile } from './operation-file.ts';
import { problemFile } from './problem-file.ts';
import { eventFile, schemaFile } from './schema-file.ts';

/** The generated parts of the SDK by their names in `sdk/generated/`, from the OpenAPI document alone. */
export const sdkFiles = (openApi: object): readonly (readonly [string, string])[] => {
  const document = JSON.parse(JSON.stringify(openApi)) as Document;
  return [
    ['schemas.ts', schemaFile(document)],
    ['events.ts', eventFile(document)],
    ['problems.ts', problemFile(document)],
    ['operations.ts', operationFile(document)],
    ['table.ts', tableFile(document)],
    ['client.ts', clientFile(document)],
    ['manual.ts', manualFile(document)],
    ['told-types.ts', toldTypesFile(document)],
  ];
};

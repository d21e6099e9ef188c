import type { Capability } from '../../../functions/_kit/contract.ts';
import type { AlarmBook } from '../../../infra/alarm-book.ts';
import type { Examples } from '../openapi.ts';
import type { Recordings } from '../recordings.ts';
import type { Document } from './document.ts';
import { objectFiles } from './objects.ts';
import { operationFiles } from './operation-pages.ts';

type From = { readonly openApi: object; readonly recordings: Examples; readonly book: AlarmBook };

/** The pages of operations and of objects, by their paths from docs/reference. */
export const referenceFiles = (
  capabilities: readonly Capability[],
  { openApi, recordings, book }: From,
): readonly (readonly [string, string])[] => {
  // As it is published: what the making of it holds beside that is nobody's to read.
  const document = JSON.parse(JSON.stringify(openApi)) as Document;
  const runbooks = new Set(book.alarms.map(({ runbook }) => runbook));
  const given = { document, recordings: recordings as Recordings, runbooks };
  return [...operationFiles(capabilities, given), ...objectFiles(document)];
};

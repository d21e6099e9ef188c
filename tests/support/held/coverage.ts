import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { Exchange } from './exchange.ts';

/** Where what was met is written down for the end of the whole check; nowhere unless it says so. */
const folder = process.env['BINDERY_MET'];
const file = folder === undefined ? undefined : join(folder, `${process.pid}-${threadId}.txt`);
if (folder !== undefined) mkdirSync(folder, { recursive: true });

const met = new Set<string>();

const note = (line: string): boolean => {
  if (met.has(line)) return false;
  met.add(line);
  if (file !== undefined) appendFileSync(file, `${line}\n`);
  return true;
};

const codeIn = (body: string): string => /"code":"([a-z-]+)","requestId"/.exec(body)?.[1] ?? '';

type Item = { readonly operation: string; readonly status?: number; readonly body?: { readonly code?: string } };

const itemsIn = ({ operation, answer }: Exchange): readonly Item[] =>
  operation.path.endsWith('/batch') && answer.statusCode < 300 ? JSON.parse(answer.body).results : [];

/** Writes down which operation answered which status and code, each once; says whether it is the first of its kind. */
export const noteMet = (exchange: Exchange): boolean => {
  const { operation, answer } = exchange;
  const { statusCode: status, body } = answer;
  const isFirst = note(`${operation.operationId} ${status} ${status >= 400 ? codeIn(body) : ''}`.trimEnd());
  for (const { operation: id, status: its, body: said } of itemsIn(exchange))
    if (its !== undefined) note(`${id} ${its} ${its >= 400 ? said?.code : ''}`.trimEnd());
  return isFirst;
};

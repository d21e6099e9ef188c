import type { QuoteRequest } from '../../domain/quoting/schema.ts';
import { alikeIn } from './alike.ts';
import { offered, refused } from './asked.ts';
import { decided } from './decided.ts';
import * as given from './given.ts';
import { ourHandler } from './ours.ts';
import { byEngine } from './peers/by-engine.ts';
import { type FindSteps, inTables } from './peers/tables.ts';
import { productOf } from './products.ts';
import { inTurn } from './requests.ts';
import { eventOf, type QuoteHandler, unwritten } from './task.ts';

/** Who quotes, by the name of the function in this file that makes what is measured. */
export const names = {
  bindery: 'Bindery',
  table: 'middy + zod + Powertools, JavaScript table',
  zen: 'the same with zen-engine',
  jsonRules: 'the same with json-rules-engine',
} as const;

/** Measured beside them: what no stack can spare. It reads no event, and its basket is parsed already. */
export const bareName = 'Bindery without a stack around it';

const stackWith = async (find: FindSteps): Promise<QuoteHandler> =>
  (await import('./peers/conventional.ts')).conventional(find);

/** Each of them loads only what is its own: a process that holds another's engine would be another process. */
export const handlers: Readonly<Record<keyof typeof names, () => Promise<QuoteHandler>>> = {
  bindery: () => ourHandler(given),
  table: () => stackWith(inTables),
  zen: async () => stackWith(byEngine((await import('./peers/zen.ts')).zenFinds)),
  jsonRules: async () => stackWith(byEngine((await import('./peers/json-rules.ts')).jsonRulesFind)),
};

/** What is left of a quote when there is no stack around it: what is decided of a parsed basket, and its whole text. */
const answerBare = (basket: QuoteRequest): string => {
  const decision = decided(basket, productOf, given);
  if (!decision.ok) throw new Error(decision.code);
  return JSON.stringify({ items: decision.items });
};
export const bareTask = (basket: QuoteRequest): unknown => alikeIn(200, answerBare(basket), given.offerKey);

export const bare = () => {
  const next = inTurn(offered);
  return (at: number) => answerBare(next(at));
};

const measured = (name: keyof typeof names, requests: readonly object[]) => async () => {
  const handler = await handlers[name]();
  const next = inTurn(requests.map(eventOf));
  unwritten();
  return (at: number) => handler({ ...next(at) }, { awsRequestId: 'bench' });
};

export const bindery = measured('bindery', offered);
export const table = measured('table', offered);
export const zen = measured('zen', offered);
export const jsonRules = measured('jsonRules', offered);

/** Who is asked what is refused. */
export const refusing = { binderyRefuses: names.bindery, tableRefuses: names.table } as const;
export const binderyRefuses = measured('bindery', refused);
export const tableRefuses = measured('table', refused);

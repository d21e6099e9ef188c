import * as given from './given.ts';
import { ourHandler } from './ours.ts';
import { by, inTables, type Pricing, quote } from './peers/quote.ts';
import { productOf } from './products.ts';
import { theBasket } from './requests.ts';
import { eventOf, type QuoteHandler } from './task.ts';

/** Who quotes, by the name of the function in this file that makes what is measured. */
export const names = {
  bindery: 'Bindery',
  table: 'middy + zod + Powertools, JavaScript table',
  zen: 'the same with zen-engine',
  jsonRules: 'the same with json-rules-engine',
} as const;

const stackWith = async (price: Pricing): Promise<QuoteHandler> => {
  const { conventional } = await import('./peers/conventional.ts');
  return conventional({ productOf, price });
};

/** Each of them loads only what is its own: a process that holds another's engine would be another process. */
export const handlers: Readonly<Record<keyof typeof names, () => Promise<QuoteHandler>>> = {
  bindery: () => ourHandler(given),
  table: () => stackWith(inTables),
  zen: async () => stackWith(by((await import('./peers/zen.ts')).zenFinds)),
  jsonRules: async () => stackWith(by((await import('./peers/json-rules.ts')).jsonRulesFind)),
};

/** Nobody reads what the handlers log; that it is written costs each the same. */
const quiet = (): void => {
  process.stdout.write = () => true;
};

/** What any stack has to do: the quote itself, from a parsed basket to the text of the answer. */
export const bare = () => async () => JSON.stringify(await quote(theBasket, { productOf, price: inTables }));

const measured = (name: keyof typeof names) => async () => {
  const handler = await handlers[name]();
  const event = eventOf(theBasket);
  quiet();
  return () => handler({ ...event }, { awsRequestId: 'bench' });
};

export const bindery = measured('bindery');
export const table = measured('table');
export const zen = measured('zen');
export const jsonRules = measured('jsonRules');

import { makeOffers } from '../../domain/quoting/make-offers.ts';
import { sha256Base64url } from '../../functions/_kit/crypto.ts';
import { offerHash, signOffer } from '../../functions/_kit/offer-token.ts';
import * as given from './given.ts';
import { ourHandler } from './ours.ts';
import { byEngine } from './peers/by-engine.ts';
import { type FindSteps, inTables } from './peers/tables.ts';
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

/** Measured beside them: what no stack can spare. */
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

/** Nobody reads what the handlers log; that it is written costs each the same. */
const quiet = (): void => {
  process.stdout.write = () => true;
};

const hashes = { hash: sha256Base64url, keyedHash: offerHash(given.offerKey) };

/** Our own decision about a parsed basket, and its text: what is left of a quote when there is no stack around it. */
export const bare = () => () => {
  const offers = makeOffers(theBasket, productOf, hashes, { ...given, offerIds: ['off_01jd8x2k7v5m3q9w4t6y8r0z1b'] });
  if (!offers.ok) throw new Error(offers.code);
  return JSON.stringify(
    offers.value.map((one) => (one.outcome === 'offered' ? signOffer(one.terms, given.offerKey) : one)),
  );
};

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

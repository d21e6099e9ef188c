import type { Answer, Asked } from '../../tests/support/world.ts';

type Json = Readonly<Record<string, unknown>>;
const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);
const textIn = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : []);

/** The offers that a body makes something of. */
export const offersIn = (body: unknown): readonly string[] => {
  const { offer, items, optOuts } = Object(body) as Json;
  return [...textIn(offer), ...[...listOf(items), ...listOf(optOuts)].flatMap((item) => textIn(item['offer']))];
};

/** The tokens of the offers that a quote answered. */
export const tokensOf = ({ body }: Pick<Answer, 'body'>): readonly string[] =>
  listOf(Object(body).items).flatMap(({ offer }) => textIn(Object(offer).token));
/** Which products a quote was asked for. */
export const productsOf = ({ body }: Pick<Asked, 'body'>): readonly string[] =>
  listOf(Object(body).items).flatMap(({ productId }) => textIn(productId));

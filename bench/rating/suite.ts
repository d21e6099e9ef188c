import type { QuoteRequest } from '../../domain/quoting/schema.ts';
import { gate } from '../measure/gate.ts';
import { readable } from '../print.ts';
import { from, risks } from '../quote/asked.ts';
import { goalOf, measureAll, methodNote, noiseOf, rowOf } from '../quote/figures.ts';
import { productOf } from '../quote/products.ts';
import { baskets } from '../quote/requests.ts';
import { noiseNote, type Suite, type Table } from '../suite.ts';
import { inputsOf, names, type Pricing, pricings } from './contenders.ts';

/** The price of each item, without the way to it: or why there is none. */
const pricesBy =
  (price: Pricing) =>
  ({ items }: QuoteRequest) =>
    Promise.all(
      items.map(async (item) => {
        const product = productOf(item.productId);
        if (product === undefined) throw new Error(`There is no ${item.productId}.`);
        const priced = await price(product, inputsOf(product, item));
        if (priced === undefined) return 'no-filed-rate';
        return priced.ok ? [priced.value.gross, priced.value.rounded] : priced.code;
      }),
    );

/** All find the same prices, or nothing is told of anybody's speed. */
const allAlike = async (seed: number): Promise<void> => {
  const all = Object.entries(await pricings()).map(([name, price]) => ({ name, answer: pricesBy(price) }));
  await gate([...baskets(1_000, from(seed)), ...risks], all);
};

export const suite: Suite = {
  name: 'rating',
  about: 'the rate of one risk from a tariff of 48 rows that is data, against rule engines that read data too',
  run: async (settings): Promise<readonly Table[]> => {
    await allAlike(settings.seed);
    const module = new URL('./contenders.ts', import.meta.url);
    const measured = await measureAll(module, names, settings);
    const noise = noiseOf(measured);
    const rate = 'the rate of one risk from a tariff of 48 rows';
    return [
      {
        title: 'A rate, warm',
        rows: measured.map(rowOf),
        goals: [
          goalOf(measured, rate, names.zen, { goal: 200, stretch: 500 }),
          goalOf(measured, rate, names.jsonRules, { goal: 1_500, stretch: 3_500 }),
        ],
        noise,
        notes: [
          'The prices of 1,000 random baskets were the same by all of them first.',
          `Timed are ${readable(risks.length)} devices in turn, whose prices were the same as well.`,
          'Ours multiplies exactly, rounds and holds the price in its band; the engines only find the rows.',
          methodNote(settings),
          noiseNote(noise),
        ],
      },
    ];
  },
};

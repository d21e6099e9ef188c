import type { Explanation } from './checker.ts';
import type { Asked, Operation } from './operation.ts';
import type { History } from './run-history.ts';

const wish = (asked: Asked): string => {
  const { wants, ...details } = asked;
  return [wants, ...Object.values(details).map(String)].join(' ');
};
const line = ({ client, asked, called, answered, told, attempts }: Operation): string =>
  `  [${called}, ${answered}] client ${client} ${wish(asked)} (${attempts} attempts): ${told}`;

/** A history as one can read it: what was asked from when to when, what was answered, and how far an order goes. */
export const storyOf = (
  { seed, world, start, operations }: Pick<History, 'seed' | 'world' | 'start' | 'operations'>,
  { explained, order }: Explanation<Operation>,
): readonly string[] => {
  const left = operations.filter((one) => !order.includes(one));
  return [
    `history ${seed}: ${JSON.stringify(world)}`,
    `begins as ${JSON.stringify(start)}`,
    ...operations.map(line),
    explained ? 'this order explains it:' : 'no order explains more than:',
    ...order.map(line),
    ...(explained ? [] : ['and then none of these can have been answered as it was:', ...left.map(line)]),
  ];
};

import type { IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { CountName, MoneyName } from '../../domain/audit/measures.ts';
import { each, figures, graph, share, total } from './widgets.ts';

const recorded = ['recorded'];
/** Answers to requests that priced something; a repeated one prices again. */
const quotes = { metric: 'calls', operations: ['createQuote'], outcomes: ['ok'] };
/** A batch counts item by item under the operation of its items, so that this is every contract. */
const counted = (name: CountName) => ({ metric: name, outcomes: recorded });
const summed = (name: MoneyName, currency: string) => ({ metric: `${name}${currency}`, outcomes: recorded });

const inMinorUnits = 'minor units';

/** How the business goes: what is sold, what is claimed, and where money is stuck. */
export const businessWidgets = (currencies: readonly string[]): readonly (readonly IWidget[])[] => {
  const money = (name: MoneyName) => currencies.map((currency) => total(`${name} ${currency}`, summed(name, currency)));
  const conversion = share('policies per 100 quotes', counted('policies'), quotes);
  return [
    [
      figures('In the range shown', [
        total('quotes', quotes),
        total('policies', counted('policies')),
        conversion,
        ...money('premium'),
        total('claims', counted('claims')),
        ...money('paid'),
        ...money('unmatched'),
        total('stuck payouts', counted('stuckPayouts')),
        total('alerts', counted('alerts')),
      ]),
    ],
    [
      graph('Quotes and policies', [total('quotes', quotes), total('policies', counted('policies'))]),
      graph('Conversion', [conversion], 'per cent'),
      graph('Premium written', money('premium'), inMinorUnits),
    ],
    [
      graph('Claims reported and paid out', [total('claims', counted('claims')), total('payouts', counted('payouts'))]),
      graph('Claims paid, money returned', [...money('paid'), ...money('returned')], inMinorUnits),
      graph('Premium given back', money('refunded'), inMinorUnits),
    ],
    [
      graph(
        'Money that fits nowhere, and that found its place',
        [...money('unmatched'), ...money('matched')],
        inMinorUnits,
      ),
      graph('Payouts whose outcome is unknown when they are checked', [each(counted('stuckPayouts'))]),
      graph('Alerts raised for people', [each(counted('alerts'))]),
    ],
    [
      graph('Contracts that ended early', [
        total('cancelled', counted('cancelled')),
        total('lapsed: premium never came', counted('lapsed')),
      ]),
    ],
  ];
};

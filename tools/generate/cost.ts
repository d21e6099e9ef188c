import type { Capability } from '../../functions/_kit/contract.ts';
import { assumed } from '../../infra/cost/assumptions.ts';
import { flows } from '../../infra/cost/flows.ts';
import { type CostLine, totalOf, usdOf } from '../../infra/cost/lines.ts';
import { billOf, type Memory, runsOf } from '../../infra/cost/per-flow.ts';
import { type Price, priced, prices } from '../../infra/cost/prices.ts';
import { metricBill, type Resource, standingBill } from '../../infra/cost/standing.ts';
import type { Stage } from '../../infra/stages.ts';
import { templatesOf } from './templates.ts';

type Put = { readonly stage: Stage; readonly resources: readonly Resource[]; readonly memory: Memory };

const stageNames = ['dev', 'staging', 'prod'];

/** The resources of a stage's templates. */
const putUp = async (capabilities: readonly Capability[], name: string): Promise<Put> => {
  const { stage, stacks } = await templatesOf(capabilities, name);
  const resources = stacks.flatMap(({ template }) => Object.values(template.Resources as Record<string, Resource>));
  const named = resources.flatMap(({ Type, Properties }): [string, number][] => {
    const functionName = Properties?.['FunctionName'];
    if (Type !== 'AWS::Lambda::Function' || typeof functionName !== 'string') return [];
    return [[functionName.replace(`bindery-${name}-`, ''), Number(Properties?.['MemorySize'])]];
  });
  return { stage, resources, memory: new Map(named) };
};

const dollars = (usd: number): string => `$${usd.toFixed(2)}`;
const amount = (quantity: number): string =>
  quantity >= 1_000 ? Math.round(quantity).toLocaleString('en-US') : String(Number(quantity.toPrecision(3)));
const priceOf = ({ usd, per }: Price): string => (per === 1 ? `$${usd}` : `$${usd} / ${per.toLocaleString('en-US')}`);

const rowOf = (line: CostLine): string => {
  const price: Price = prices[line.of];
  return `| ${amount(line.quantity)} ${price.unit} | ${line.why} | ${priceOf(price)} | ${dollars(usdOf(line))} |`;
};

const billTable = (lines: readonly CostLine[]): readonly string[] => [
  '| Quantity | Of what | Price | Comes to |',
  '| --- | --- | --- | ---: |',
  ...lines.map(rowOf),
  `| **In all** | | | **${dollars(totalOf(lines))}** |`,
  '',
];

const million = 1_000_000;
const words = {
  quote: 'A million quotes',
  policy: 'A million policies, after their quotes and without claims',
  claim: 'What a million claims add: reported, decided by rules, paid',
} as const;

const flowBills = (capabilities: readonly Capability[], { stage, memory }: Put) => {
  const hasStandby = stage.regions.standby !== undefined;
  const given = { runs: runsOf(capabilities, memory), hasStandby, logDays: stage.logDays };
  return Object.fromEntries(
    Object.entries(flows).map(([name, flow]) => [name, billOf(flow, million, given)]),
  ) as Readonly<Record<keyof typeof flows, readonly CostLine[]>>;
};

const summary = (puts: readonly Put[], capabilities: readonly Capability[]): readonly string[] => {
  const row = (of: string, sum: (put: Put) => number): string =>
    `| ${[of, ...puts.map((put) => dollars(sum(put)))].join(' | ')} |`;
  const billed = (put: Put) => flowBills(capabilities, put);
  const withClaims = ({ policy, claim }: ReturnType<typeof billed>) => totalOf(policy) + totalOf(claim) / 10;
  return [
    '| | dev | staging | prod, with its standby |',
    '| --- | ---: | ---: | ---: |',
    row('at rest, a month', ({ resources }) => totalOf(standingBill(resources))),
    row('metrics besides, were each seen in every hour', () => totalOf(metricBill(capabilities))),
    row('a million quotes', (put) => totalOf(billed(put).quote)),
    row('a million policies', (put) => totalOf(billed(put).policy)),
    row('a million policies, one in ten with a claim', (put) => withClaims(billed(put))),
    '',
  ];
};

const priceTable = (): readonly string[] => [
  '| Price | For | Page | Checked |',
  '| --- | --- | --- | --- |',
  ...Object.values<Price>(prices).map((price) => {
    const { unit, page, checked } = price;
    return `| ${priceOf(price)} | ${unit} | ${page} | ${checked} |`;
  }),
  '',
];

const assumptionTable = (): readonly string[] => [
  '| Assumed | Value |',
  '| --- | --- |',
  ...Object.entries(assumed).map(
    ([name, value]) =>
      `| \`${name}\` | ${
        typeof value === 'object'
          ? Object.entries(value)
              .map(([key, one]) => `${key} ${one}`)
              .join(', ')
          : value
      } |`,
  ),
  '',
];

const regionsOf = (puts: readonly Put[]): string =>
  [...new Set(puts.flatMap(({ stage }) => Object.values(stage.regions)))].join(' and ');

/** What a stage costs, line by line: quantities of the templates and of a measured story, at list prices. */
export const costPage = async (capabilities: readonly Capability[]): Promise<string> => {
  const puts: Put[] = [];
  for (const name of stageNames) puts.push(await putUp(capabilities, name));
  const prod = puts.find(({ stage }) => stage.name === 'prod');
  if (prod === undefined) throw new Error('There is no prod.');
  const bills = flowBills(capabilities, prod);
  return [
    '# Cost',
    '',
    'Generated from the templates of every stage, from a story that is measured on this machine, and from list prices.',
    'Nothing here is a bill: replace prices (`infra/cost/prices.ts`) and assumptions (`infra/cost/assumptions.ts`).',
    '',
    ...summary(puts, capabilities),
    `List prices of ${priced.region}, looked up on ${priced.on}. A free tier or a discount is not counted, and`,
    `other Regions cost more: the stages stand in ${regionsOf(puts)} unless a deployment says otherwise.`,
    'Not in it: what is stored (the table at $0.25 and its backups at $0.20 for a GB and month), what is exported (at $0.10',
    'for a GB), data between Regions, sign-ins of staff, Stripe, and people.',
    '',
    '## At rest, in prod, a month',
    '',
    ...billTable(standingBill(prod.resources)),
    '## Metrics besides, a month',
    '',
    ...billTable(metricBill(capabilities)),
    ...(['quote', 'policy', 'claim'] as const).flatMap((name) => [
      `## ${words[name]}, in prod`,
      '',
      ...billTable(bills[name]),
    ]),
    '## What is measured',
    '',
    'Calls, units, records, events and log bytes are those of one policy of return freight, told from its quote to its end',
    'on this machine, with and without a claim (`infra/cost/stories.json`). `tests/journeys/cost` tells it again and holds',
    'every number; `tests/contracts/budgets.test.ts` holds the budgets of single operations on the native engine.',
    '',
    '## What is assumed',
    '',
    ...assumptionTable(),
    '## Prices',
    '',
    'Checked: on the vendor’s own page, on pages of others that quote it, or not at all, which is a price from memory.',
    '',
    ...priceTable(),
  ].join('\n');
};

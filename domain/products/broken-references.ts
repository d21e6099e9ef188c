import type { Condition, Field } from '../shared/form/schema.ts';
import { brokenMessages } from './broken-messages.ts';
import type { DocumentError, ProductDocument, ProductVersion } from './schema.ts';

/**
 * What a document names but does not have: inputs, tables and their keys, coverages, exclusions. Found here once, they
 * cannot surprise a buyer at the checkout.
 */
export const brokenReferences = ({ product, claims, messages }: ProductDocument): DocumentError[] => [
  ...brokenInputs(product),
  ...brokenTables(product),
  ...brokenBands(product),
  ...privateFactors(product),
  ...brokenMoney(product),
  ...brokenDisclosures(product),
  ...brokenClaims({ product, claims }),
  ...brokenMessages({ product, messages }),
];

const fieldsOf = (product: ProductVersion): Field[] => [...product.insuredObject, ...(product.options ?? [])];

const inputNames = (product: ProductVersion): string[] => [
  ...fieldsOf(product).map(({ name }) => name),
  ...(product.derived ?? []).map(({ name }) => name),
];

const missing = (path: string, what: string): DocumentError => ({ path: `product.${path}`, message: `no ${what}` });

const brokenInputs = (product: ProductVersion): DocumentError[] => {
  const known = inputNames(product);
  const twice = known.filter((name, at) => known.indexOf(name) !== at);
  return [
    ...twice.map((name) => ({ path: 'product.insuredObject', message: `two inputs are called ${name}` })),
    ...usedInputs(product)
      .filter(([, name]) => !known.includes(name))
      .map(([path, name]) => missing(path, `input ${name}`)),
  ];
};

type Use = readonly [path: string, name: string];

const usedInputs = (product: ProductVersion): Use[] => [
  ...(product.derived ?? []).map(({ from }, at): Use => [`derived.${at}.from`, from]),
  ...product.uniqueBy.map((name, at): Use => [`uniqueBy.${at}`, name]),
  ...product.eligibility.flatMap(({ when }, at) => conditionInputs(`eligibility.${at}.when`, when)),
  ...product.coverages.flatMap(({ when }, at) => conditionInputs(`coverages.${at}.when`, when ?? [])),
  ...conditionInputs('waiting.unless', product.waiting?.unless ?? []),
  ...ratingInputs(product),
];

const ratingInputs = (product: ProductVersion): Use[] => [
  ...tableUses(product).map(({ path, input }): Use => [path, input]),
  ...product.rating.steps.flatMap((step, at): Use[] =>
    step.do === 'value' || step.do === 'bands' ? [[`rating.steps.${at}.input`, step.input]] : [],
  ),
];

const conditionInputs = (path: string, conditions: readonly Condition[]): Use[] =>
  conditions.map(([input], at): Use => [`${path}.${at}.0`, input]);

type TableUse = { readonly path: string; readonly table: string; readonly input: string };

const tableUses = (product: ProductVersion): TableUse[] => [
  ...product.rating.steps.flatMap((step, at): TableUse[] => {
    const path = `rating.steps.${at}`;
    if (step.do === 'table') return [{ path, table: step.table, input: step.input }];
    if (step.do !== 'expected-payout') return [];
    return [...step.delays, step.cancelled].flatMap(({ probability, benefit }) => [
      { path, table: probability, input: step.risk },
      { path, table: benefit, input: step.plan },
    ]);
  }),
  ...product.coverages.flatMap(({ benefit }, at): TableUse[] => {
    const path = `coverages.${at}.benefit`;
    if (benefit.kind === 'agreed') return [{ path, table: benefit.table, input: benefit.input }];
    if (benefit.kind === 'indemnity') return [];
    const tables = [...benefit.delays.map(({ table }) => table), benefit.cancelled];
    return tables.map((table) => ({ path, table, input: benefit.plan }));
  }),
  ...(product.indemnity ? [{ path: 'indemnity.deductible', ...product.indemnity.deductible }] : []),
];

/** Every answer that a table may be asked for has an entry in it. */
const brokenTables = (product: ProductVersion): DocumentError[] =>
  tableUses(product).flatMap(({ path, table, input }) => {
    const rows = product.tables[table];
    if (!rows) return [missing(path, `table ${table}`)];
    return keysOf(product, input)
      .filter((key) => !Object.hasOwn(rows, key))
      .map((key) => missing(`tables.${table}`, `entry for ${key}`));
  });

const MONTHS = Array.from({ length: 12 }, (_, month) => String(month + 1));

const keysOf = (product: ProductVersion, input: string): readonly string[] => {
  const field = fieldsOf(product).find(({ name }) => name === input);
  if (field?.type === 'choice') return field.options;
  return product.derived?.some(({ name, take }) => name === input && take === 'month') ? MONTHS : [];
};

/** A price is recomputed from its offer's token, which has no personal or identifying answer in clear (design 6). */
const privateFactors = (product: ProductVersion): DocumentError[] => {
  const hidden = fieldsOf(product).filter(({ personal, hashed }) => personal || hashed);
  const derivedFrom = (input: string) => product.derived?.find(({ name }) => name === input)?.from ?? input;
  return ratingInputs(product)
    .filter(([, input]) => hidden.some(({ name }) => name === derivedFrom(input)))
    .map(([path, input]) => ({ path: `product.${path}`, message: `${input} is personal or hashed and cannot rate` }));
};

const brokenBands = (product: ProductVersion): DocumentError[] =>
  product.rating.steps.flatMap((step, at) => {
    const falls =
      step.do === 'bands' && step.bands.some(([from], n) => n > 0 && Number(step.bands[n - 1]?.[0]) >= Number(from));
    return falls ? [{ path: `product.rating.steps.${at}.bands`, message: 'lower bounds do not rise' }] : [];
  });

const brokenMoney = (product: ProductVersion): DocumentError[] => {
  const { rating, filing } = product;
  const highest = rating.maximum ?? filing.maximum;
  const inside = filing.minimum <= rating.minimum && rating.minimum <= highest && highest <= filing.maximum;
  const needsTerms = product.coverages.some(({ benefit }) => benefit.kind === 'indemnity') && !product.indemnity;
  return [
    ...(inside ? [] : [{ path: 'product.filing', message: 'premiums lie outside the filed band' }]),
    ...(needsTerms ? [missing('indemnity', 'indemnity terms for a coverage that pays the loss')] : []),
  ];
};

/** Terms and exemptions are what no sale may lack (INET Arts 13, 14; LAW Art 17). */
const brokenDisclosures = ({ disclosures }: ProductVersion): DocumentError[] => [
  ...(['terms', 'exemptions'] as const)
    .filter((code) => !disclosures.some((disclosure) => disclosure.code === code && !disclosure.optional))
    .map((code) => missing('disclosures', `required ${code}`)),
  ...disclosures.flatMap(({ code, text }, at) =>
    text || code === 'exemptions' ? [] : [missing(`disclosures.${at}.text`, 'text')],
  ),
];

const brokenClaims = ({ product, claims }: Pick<ProductDocument, 'product' | 'claims'>): DocumentError[] => {
  const covered = product.coverages.map(({ code }) => code);
  const decided = claims.coverages.map(({ code }) => code);
  const excluded = product.exclusions.map(({ code }) => code);
  const same = claims.productId === product.productId && claims.version === product.version;
  return [
    ...(same ? [] : [{ path: 'claims.productId', message: 'belong to another product version' }]),
    ...covered
      .filter((code) => !decided.includes(code))
      .map((code) => ({ path: 'claims.coverages', message: `no rules for coverage ${code}` })),
    ...claims.exclusions
      .filter(({ code }) => !excluded.includes(code))
      .map(({ code }) => ({ path: 'claims.exclusions', message: `no exclusion ${code} in the product` })),
  ];
};

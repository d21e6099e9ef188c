import type { Call } from '../call.ts';
import { manual } from '../generated/manual.ts';
import type { QuoteResponse } from '../generated/schemas.ts';
import { type OperationId, rowOf } from '../operation.ts';
import { dataFrom, objectFrom } from './given-data.ts';
import type { ManualField } from './manual-page.ts';
import { shown } from './print.ts';
import { quoteLines } from './quote-lines.ts';
import { type Command, clientFor, sandboxFor, type Terminal, type Values } from './terminal.ts';
import { read, WrongUsage } from './usage.ts';
import { wordsOf } from './words.ts';

type Asked = Record<string, unknown>;
type Method = ((asked: Asked, options: object) => Call<OperationId>) & {
  readonly items?: (asked: Asked) => AsyncIterable<unknown>;
};

const kebab = (text: string): string => text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const optionsOf = (id: OperationId) => ({
  ...Object.fromEntries(Object.keys(manual[id].fields).map((name) => [kebab(name), { type: 'string' } as const])),
  ...(rowOf(id).body !== undefined && { data: { type: 'string' } as const }),
  ...(rowOf(id).kind === 'command' && {
    'idempotency-key': { type: 'string' } as const,
    'if-match': { type: 'string' } as const,
  }),
  ...(rowOf(id).pages !== undefined && { all: { type: 'boolean' } as const }),
});

const fieldValue = (name: string, { as, oneOf }: ManualField, text: string): unknown => {
  if (oneOf !== undefined && !oneOf.includes(text))
    throw new WrongUsage(`--${kebab(name)} is one of ${oneOf.join(', ')}.`);
  if (as === 'text') return text;
  if (as === 'json') return dataFrom(text);
  if (as === 'yes-or-no') return text === 'true';
  if (Number.isNaN(Number(text))) throw new WrongUsage(`--${kebab(name)} is a number.`);
  return Number(text);
};

/** `--occurred-at now` is what time it is for the tenant, which in a sandbox is its own. */
const momentOf = async (name: string, value: unknown, terminal: Terminal, values: Values): Promise<unknown> =>
  value === 'now' && name.endsWith('At') ? sandboxFor(terminal, values).now() : value;

/** Where an operation has a `url` of its own, that is what `--url` means; the platform's stands in the environment. */
const besides = (id: OperationId, values: Values): Values =>
  Object.hasOwn(manual[id].fields, 'url') ? { ...values, url: undefined } : values;

const askedFor = async (id: OperationId, values: Values, terminal: Terminal): Promise<Asked> => {
  const typed = values as Readonly<Record<string, string | boolean | undefined>>;
  const asked: Asked = typeof typed['data'] === 'string' ? { ...objectFrom(typed['data']) } : {};
  for (const [name, field] of Object.entries(manual[id].fields)) {
    const text = typed[kebab(name)];
    if (typeof text === 'string') asked[name] = await momentOf(name, fieldValue(name, field, text), terminal, values);
  }
  const missing = Object.entries(manual[id].fields).filter(([name, { required }]) => required && !(name in asked));
  if (missing.length > 0) throw new WrongUsage(`Say ${missing.map(([name]) => `--${kebab(name)}`).join(', ')}.`);
  return asked;
};

const fieldLine = ([name, { as, required, says = '', oneOf }]: readonly [string, ManualField]): string => {
  const kinds = { text: 'text', number: 'number', 'yes-or-no': 'true|false', json: 'json|@file' };
  const what = oneOf === undefined ? kinds[as] : oneOf.join('|');
  return `  --${kebab(name)} <${what}>${required ? '  (needed)' : ''}\n      ${says}`;
};

/** What a field cannot say in a line. */
const examples: Partial<Record<OperationId, readonly string[]>> = {
  createQuote: [
    '',
    'For example:',
    '',
    "  bindery quotes create --items '[{",
    '    "itemId": "line-1", "productId": "return-freight",',
    '    "insuredObject": {',
    '      "orderNumber": "SO-20261123-0042", "category": "apparel", "distance": "neighbour",',
    '      "buyerReturnRate": "0.20", "sellerRating": "4.7"',
    "    }}]'",
    '',
    'What is asked is the form of a product: bindery products get --product-id return-freight --pick insuredObject',
    '(and --pick options for what the buyer chooses).',
  ],
};

export const usageOf = (id: OperationId): string => {
  const { noun, verb } = wordsOf(id);
  return `bindery ${noun} ${verb}`;
};

/** The help of an operation, from the reference. */
export const operationHelp = (id: OperationId): string => {
  const { summary, description, fields } = manual[id];
  const { body, kind, pages, scope } = rowOf(id);
  return [
    `${summary}.`,
    ...(description === undefined ? [] : ['', description]),
    '',
    `  ${usageOf(id)}      (or: bindery ${id})`,
    ...(scope === undefined ? [] : ['', `Needs the scope ${scope}.`]),
    '',
    ...Object.entries(fields).map(fieldLine),
    ...(body === undefined ? [] : ['  --data <json|@file|->\n      All of it at once; flags beside it win.']),
    ...(kind === 'command' ? ['  --idempotency-key <text>\n      To go on with what had no answer.'] : []),
    ...(pages === undefined ? [] : ['  --all\n      Every item of every page.']),
    ...(examples[id] ?? []),
  ].join('\n');
};

const every = async (items: AsyncIterable<unknown>): Promise<{ readonly items: readonly unknown[] }> => {
  const all: unknown[] = [];
  for await (const item of items) all.push(item);
  return { items: all };
};

/** Any operation as a command of the terminal. */
export const operationCommand = (id: OperationId): Command => ({
  help: operationHelp(id),
  run: async (args, terminal) => {
    const { values, positionals } = read(args, optionsOf(id));
    if (positionals.length > 0) throw new WrongUsage(`What is ${positionals.join(' ')}? Fields are given as flags.`);
    const typed: Values & Readonly<Record<string, string | boolean | undefined>> = values;
    const asked = await askedFor(id, typed, terminal);
    const method = clientFor(terminal, besides(id, typed))[id] as unknown as Method;
    const options = { idempotencyKey: typed['idempotency-key'], ifMatch: typed['if-match'] };
    const answer =
      typed['all'] === true && method.items ? await every(method.items(asked)) : await method(asked, options);
    if (id !== 'createQuote' || typed.json || typed.pick !== undefined) return terminal.out(shown(answer, typed));
    terminal.out(quoteLines(answer as QuoteResponse));
    terminal.say('A quote is kept nowhere: with --json > quote.json you have it for bindery accept @quote.json.');
  },
});

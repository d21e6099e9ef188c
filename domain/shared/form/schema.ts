import * as z from 'zod';
import { LocalizedText } from '../schema.ts';
import { isPattern } from './is-pattern.ts';

/** A name that documents refer to: a field, a derived input, a table, a fact. */
export const Name = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/)
  .meta({ description: 'A name inside one product document.', example: 'deviceValue' });

/** An exact decimal that is not negative. Rates and factors are text, for a JSON number is a binary float. */
export const Decimal = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,8})?$/)
  .meta({ description: 'An exact decimal.', example: '0.14' });

const common = {
  name: Name,
  label: LocalizedText.describe('What a person is asked.'),
  optional: z.literal(true).optional().describe('May be left out.'),
  personal: z.literal(true).optional().describe('Kept with the customer only, encrypted; never in a token or a log.'),
  hashed: z.literal(true).optional().describe('Identifies the insured object: only its keyed hash leaves the request.'),
};

const limits = {
  min: z.int().nonnegative().describe('Smallest value allowed.'),
  max: z.int().nonnegative().describe('Largest value allowed.'),
};

/** One question of a form, and everything that decides whether an answer to it is well formed. */
export const Field = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('text').describe('A short text.'),
      ...common,
      pattern: z.string().max(120).refine(isPattern, 'not a pattern').describe('The whole text matches it.'),
    }),
    z.strictObject({
      type: z.literal('choice').describe('One of a list.'),
      ...common,
      options: z.array(z.string().min(1)).min(2).describe('The answers there are.'),
    }),
    z.strictObject({ type: z.literal('integer').describe('A whole number.'), ...common, ...limits }),
    z.strictObject({ type: z.literal('money').describe('Minor units of the product currency.'), ...common, ...limits }),
    z.strictObject({
      type: z.literal('decimal').describe('An exact decimal, as text.'),
      ...common,
      min: Decimal.describe('Smallest value allowed.'),
      max: Decimal.describe('Largest value allowed.'),
    }),
    z.strictObject({ type: z.literal('date').describe('A calendar day.'), ...common }),
    z.strictObject({ type: z.literal('date-time').describe('A moment with its own UTC offset.'), ...common }),
    z.strictObject({ type: z.literal('flag').describe('Yes or no.'), ...common }),
  ])
  .meta({ id: 'FormField', description: 'One question of a form.' });
export type Field = z.infer<typeof Field>;

const value = z.union([z.string(), z.number(), z.boolean()]).describe('Numbers and decimals compare by exact value.');

/**
 * One comparison of one input, as in `["ageDays", ">", 365]`. A list of conditions holds when all of them do; an input
 * that is not there meets none.
 */
export const Condition = z
  .union([
    z.tuple([Name, z.enum(['<', '<=', '=', '>=', '>']), value]),
    z.tuple([Name, z.literal('in'), z.array(z.string()).min(1)]),
    z.tuple([Name, z.literal('not-luhn')]).describe('The check digit is wrong.'),
  ])
  .meta({ id: 'Condition', description: 'One comparison of one input.', example: ['ageDays', '>', 365] });
export type Condition = z.infer<typeof Condition>;

/** The answers to a form, and what is derived from them. */
export type Inputs = Readonly<Record<string, string | number | boolean>>;

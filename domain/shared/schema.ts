import * as z from 'zod';
import type { DomainEvent } from './decision.ts';
import { numberIn } from './number-in.ts';

/** A point in time, UTC, to the millisecond: `2026-11-23T08:00:00.000Z`. */
export const Instant = z.iso.datetime({ precision: 3 }).meta({
  id: 'Instant',
  description: 'A point in time in UTC, to the millisecond.',
  example: '2026-11-23T08:00:00.000Z',
});

/** A calendar day without a zone: `2026-11-23`. */
export const LocalDate = z.iso.date().meta({ id: 'LocalDate', description: 'A calendar day.', example: '2026-11-23' });

/** A moment with its own offset, as a shop or an airline writes it: `2026-12-24T18:30:00+08:00`. */
export const OffsetDateTime = z.iso
  .datetime({ offset: true })
  .regex(/^20[0-9]{2}-/, 'Invalid year: from 2000 to 2099')
  .meta({
    id: 'OffsetDateTime',
    description: 'A moment of the years 2000 to 2099 with its UTC offset.',
    example: '2026-12-24T18:30:00+08:00',
  });

export const CurrencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ id: 'CurrencyCode', description: 'ISO 4217 alphabetic code.', example: 'CNY' });

/** An amount in integer minor units of its currency (ISO 4217); CNY 43.74 is 4374. */
export const Money = z
  .strictObject({
    amount: z
      .int()
      .min(-Number.MAX_SAFE_INTEGER)
      .max(Number.MAX_SAFE_INTEGER)
      .meta({ description: 'Minor units.', example: 4374 }),
    currency: CurrencyCode,
  })
  .meta({ id: 'Money', description: 'An amount in integer minor units of its currency.' });
export type Money = z.infer<typeof Money>;

/** The same text in every language that customers of the product read. */
export const LocalizedText = z
  .strictObject({
    en: z.string().min(1).meta({ description: 'English.' }),
    'zh-CN': z.string().min(1).meta({ description: 'Simplified Chinese.' }),
  })
  .meta({ id: 'LocalizedText', description: 'A text in English and in Simplified Chinese.' });
export type LocalizedText = z.infer<typeof LocalizedText>;

/** A number that somebody outside gave something: opaque here. Each field says whose it is. */
export const Reference = z.string().regex(/^[\w.:/-]{1,64}$/);

/** A whole number in a query, where everything is text. */
export const inDigits = <S extends z.ZodType>(number: S) => z.preprocess(numberIn, number);

/** An identifier: its kind in front, then 26 characters of Crockford base32 holding 128 bits. */
export const idOf = (prefix: string, what: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`))
    .meta({ description: what, example: `${prefix}_01jd8x2k7v5m3q9w4t6y8r0z1b` });

/** What a schema describes, as a fact: nothing in it changes, and what is absent is not there at all. */
export type Fact<T> = T extends readonly (infer E)[]
  ? readonly Fact<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Fact<Exclude<T[K], undefined>> }
    : T;

/** The events whose data a table of schemas describes, by their type. */
export type EventsOf<S extends Readonly<Record<string, z.ZodType>>> = {
  [K in keyof S & string]: DomainEvent<K, Fact<z.infer<S[K]>>>;
}[keyof S & string];

import { decimalText } from '../shared/exact.ts';
import { minorDigits } from '../shared/money.ts';
import type { Locale } from './schema.ts';

/** British English has the day before the month and no commas inside a date. */
const tagOf = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale);

/** Formatters put blanks of every width in; a mail program or a search finds the plain one only. */
const plainBlanks = (text: string): string => text.replace(/\s/gu, ' ');

/** An amount as its reader writes it: `CNY 1,234.50`, `¥1,234.50`. Exact, for it is never a float. */
export const moneyText = (amount: number, currency: string, locale: Locale): string => {
  const digits = minorDigits(currency);
  const display = locale === 'en' ? 'code' : 'symbol';
  const format = new Intl.NumberFormat(tagOf(locale), {
    ...{ style: 'currency', currency, currencyDisplay: display },
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
  });
  return plainBlanks(format.format(decimalText(BigInt(amount), digits) as Intl.StringNumericLiteral));
};

const zoneName = (time: number, zone: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tagOf(locale), { timeZone: zone, timeZoneName: 'shortOffset' })
    .formatToParts(time)
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone;

/**
 * A moment as a clock on the wall of the contract's zone shows it, with its offset: `24 December 2026, 18:30 (GMT+8)`,
 * `2026年12月24日 18:30（GMT+8）`.
 */
export const momentText = (instant: string, zone: string, locale: Locale): string => {
  const time = Date.parse(instant);
  const shown = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(tagOf(locale), { timeZone: zone, ...options }).format(time);
  const date = shown({ dateStyle: 'long' });
  const clock = shown({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const offset = zoneName(time, zone, locale);
  return plainBlanks(locale === 'en' ? `${date}, ${clock} (${offset})` : `${date} ${clock}（${offset}）`);
};

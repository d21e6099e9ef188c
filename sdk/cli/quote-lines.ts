import type { LocalizedText, QuoteResponse } from '../generated/schemas.ts';
import { formatMoney } from '../money.ts';
import { WrongUsage } from './usage.ts';

export type Language = 'en' | 'zh';

export const languageFrom = (text: string | undefined): Language | undefined => {
  if (text === undefined || text === 'en' || text === 'zh') return text;
  throw new WrongUsage('--language is en or zh; both are shown without it.');
};

/** A text in the language that was asked for, or in both. */
export const textLines = (text: LocalizedText, language?: Language): readonly string[] => {
  if (language === 'en') return [text.en];
  return language === 'zh' ? [text['zh-CN']] : [text.en, text['zh-CN']];
};

/** The answer of a quote as people read it: what each item costs and until when, or why it is not insured. */
export const quoteLines = ({ items }: QuoteResponse): string =>
  items
    .flatMap((item) => {
      if (item.outcome === 'declined') {
        const reasons = item.reasons.map(({ code, text }) => `  ${textLines(text).join(' / ')} (${code})`);
        return [`${item.itemId}  declined`, ...reasons];
      }
      const { premium, productId, expiresAt } = item.offer;
      const price = `${formatMoney(premium.gross, 'en')}, ${formatMoney(premium.tax, 'en')} of it tax`;
      return [`${item.itemId}  offered  ${productId}  ${price}, until ${expiresAt}`];
    })
    .join('\n');

import type { rejectionReasons } from '../claims/schema.ts';
import type { ProductVersion } from '../products/schema.ts';
import type { LocalizedText } from '../shared/schema.ts';
import type { Locale } from './schema.ts';

/** Why people may reject a claim besides the exclusions of its product, in words for the customer (LAW Art 24). */
const reasonTexts: Readonly<Record<(typeof rejectionReasons)[number], LocalizedText>> = {
  'loss-not-proved': { en: 'The loss was not proved.', 'zh-CN': '损失未能证明。' },
  'documents-not-supplied': { en: 'Documents that we asked for did not come.', 'zh-CN': '未提供所需材料。' },
  'trigger-not-met': { en: 'What your contract pays for did not happen.', 'zh-CN': '未达到合同约定的赔付条件。' },
  'nothing-payable': { en: 'By the terms of your contract nothing is payable.', 'zh-CN': '按合同约定应付金额为零。' },
  'fraud-established': { en: 'The claim was found to be fraudulent.', 'zh-CN': '经查实存在欺诈。' },
  'paid-by-another': { en: 'Somebody else has made the loss good.', 'zh-CN': '损失已由他方赔偿。' },
  'time-barred': { en: 'The claim came after its time limit.', 'zh-CN': '已超过索赔时效。' },
  'withdrawn-by-claimant': { en: 'You withdrew the claim.', 'zh-CN': '您已撤回申请。' },
};

const isReason = (code: string): code is keyof typeof reasonTexts => Object.hasOwn(reasonTexts, code);

/** A reason in words: the exclusion as the buyer read it, or one of the platform's own; a code that has none stands. */
export const reasonText = (code: string, { exclusions }: Pick<ProductVersion, 'exclusions'>, locale: Locale): string =>
  (exclusions.find((one) => one.code === code)?.text ?? (isReason(code) ? reasonTexts[code] : undefined))?.[locale] ??
  code;

/** A clause as its reader finds it: the exclusion in words, or the number of the clause. */
export const clauseText = (
  clause: string,
  { exclusions }: Pick<ProductVersion, 'exclusions'>,
  locale: Locale,
): string =>
  exclusions.find(({ code }) => code === clause)?.text[locale] ??
  (locale === 'en' ? `Clause ${clause}` : `第${clause}条`);

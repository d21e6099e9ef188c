import type { ProductMessages } from '../products/messages/schema.ts';
import type { Locale, MessageName } from './schema.ts';
import { defaultTemplates } from './templates/default-templates.ts';
import type { Texts } from './templates/schema.ts';

/** The product's own template of a message, or else the platform's; and whose it is. */
export const pickTemplate = (
  { productId, version, templates }: Pick<ProductMessages, 'productId' | 'version' | 'templates'>,
  message: MessageName,
  locale: Locale,
): { readonly template: string; readonly texts: Texts } => {
  const own = templates?.[message];
  return own === undefined
    ? { template: 'default', texts: defaultTemplates[message][locale] }
    : { template: `${productId}@${version}`, texts: own[locale] };
};

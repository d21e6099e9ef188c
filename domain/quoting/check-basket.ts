import type { QuotableProduct } from '../products/quotable/schema.ts';
import { checkForm, type FieldProblem } from '../shared/form/check-form.ts';
import type { QuoteRequest } from './schema.ts';

/** Finds the newest version of a product. */
export type FindProduct = (productId: string) => QuotableProduct | undefined;

/** Everything wrong with the answers of a basket, by JSON Pointer into the request. */
export const checkBasket = ({ items }: QuoteRequest, productOf: FindProduct): FieldProblem[] =>
  items.flatMap((item, at) => {
    const product = productOf(item.productId);
    if (!product) {
      return [{ pointer: `/items/${at}/productId`, code: 'unknown-product', detail: 'There is no such product.' }];
    }
    const pointer = `/items/${at}`;
    return checkForm(product.insuredObject, item.insuredObject, `${pointer}/insuredObject`).concat(
      checkForm(product.options ?? [], item.options ?? {}, `${pointer}/options`),
    );
  });

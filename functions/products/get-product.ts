import { milestonesOf } from '../../domain/policies/policy-period.ts';
import { productOf } from '../../domain/products/catalogue.ts';
import { claimRulesOf } from '../../domain/products/claim-catalogue.ts';
import { disclosuresOf } from '../../domain/quoting/disclosures-of.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import { sha256Base64url } from '../_kit/crypto.ts';
import { implement } from '../_kit/implement.ts';
import { products } from './contract.ts';

export const endpoint = implement(products.endpoints.getProduct, async ({ params, query }) => {
  const product = productOf(params.productId, query.version);
  if (product === undefined) return refuse('product-not-found', { productId: params.productId });

  const { productId, version, status, name, summary, currency, zone, filing, insuredObject, options, coverages } =
    product;
  const rules = claimRulesOf(product);
  const offered = disclosuresOf(product, sha256Base64url);
  return accept({
    ...{ productId, version, status, name, summary, currency, zone, insuredObject, coverages },
    options: options ?? [],
    filingNumber: filing.number,
    exclusions: product.exclusions,
    period: product.period.text,
    ...(product.waiting !== undefined && { waiting: product.waiting }),
    milestones: [...milestonesOf(product)],
    cancellation: product.cancellation,
    claimForms: rules.coverages.map(({ code, form, documents }) => ({ coverage: code, form, documents })),
    disclosures: offered.map((disclosure, at) => ({ ...disclosure, ...textOf(product.disclosures[at]) })),
  });
});

const textOf = (disclosure: { readonly text?: { en: string; 'zh-CN': string } | undefined } | undefined) =>
  disclosure?.text === undefined ? {} : { text: disclosure.text };

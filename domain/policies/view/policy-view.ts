import type { LocalizedText } from '../../shared/schema.ts';
import type { Policy } from '../schema.ts';

/** What a policy's view needs and its state does not hold: the product's name, and a code by the tenant's secret. */
export type PolicyNames = { readonly productName: LocalizedText; readonly verificationCode: string };

/** The number on the certificate: the id's own characters, so that it is as unguessable and needs no index. */
export const policyNumberOf = (policyId: string): string => `BN${policyId.slice(4).toUpperCase()}`;

export const policyIdOf = (policyNumber: string): string | undefined =>
  /^BN[0-9A-HJKMNP-TV-Z]{26}$/.test(policyNumber) ? `pol_${policyNumber.slice(2).toLowerCase()}` : undefined;

const invoiceOf = ({ policyId, terms, premium }: Policy) => {
  const money = (amount: number) => ({ amount, currency: terms.currency });
  return {
    invoiceId: `inv_${policyId.slice(4)}`,
    status: premium,
    gross: money(terms.premium.gross),
    tax: money(terms.premium.tax),
    commission: money(terms.premium.commission),
    collection: terms.collection,
    payBy: terms.payBy,
  };
};

/** A policy as partners see it: nothing of the person, nothing in the clear that identifies the object. */
export const policyView = (policy: Policy, { productName, verificationCode }: PolicyNames) => {
  const { policyId, terms, status, period, milestones, cancelled } = policy;
  const money = (amount: number) => ({ amount, currency: terms.currency });
  return {
    policyId,
    policyNumber: policyNumberOf(policyId),
    verificationCode,
    status,
    offerId: terms.offerId,
    productId: terms.productId,
    productVersion: terms.productVersion,
    productName,
    customerId: terms.customerId,
    reference: terms.reference,
    object: terms.object,
    period,
    zone: terms.zone,
    boundAt: terms.boundAt,
    milestones: { ...milestones },
    invoice: invoiceOf(policy),
    claims: policy.claims.map(({ claimId, coverage, status: stands, approved }) => ({
      ...{ claimId, coverage, status: stands },
      approved: money(approved),
    })),
    disbursements: policy.disbursements.map(({ disbursementId, kind, status: stands, amount }) => ({
      ...{ disbursementId, kind, status: stands },
      amount: money(amount),
    })),
    ...(cancelled !== undefined && { cancelled }),
  };
};

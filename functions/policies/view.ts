import type { Policy } from '../../domain/policies/schema.ts';
import { productUnder } from './product-under.ts';

/** The number on the certificate: the id's own characters, so that it is as unguessable and needs no index. */
export const policyNumberOf = (policyId: string): string => `BN${policyId.slice(4).toUpperCase()}`;

export const policyIdOf = (policyNumber: string): string | undefined =>
  /^BN[0-9A-HJKMNP-TV-Z]{26}$/.test(policyNumber) ? `pol_${policyNumber.slice(2).toLowerCase()}` : undefined;

type Naming = { idFrom(prefix: string, ...parts: readonly string[]): string };

/** With the number, proves to a stranger that a certificate is genuine; 60 bits by the tenant's secret. */
export const verificationCodeOf = (ports: Naming, policyId: string): string =>
  ports.idFrom('vc', 'verification', policyId).slice(3, 15).toUpperCase();

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
export const viewOf = (ports: Naming, policy: Policy) => {
  const { policyId, terms, status, period, milestones, cancelled } = policy;
  const money = (amount: number) => ({ amount, currency: terms.currency });
  return {
    policyId,
    policyNumber: policyNumberOf(policyId),
    verificationCode: verificationCodeOf(ports, policyId),
    status,
    offerId: terms.offerId,
    productId: terms.productId,
    productVersion: terms.productVersion,
    productName: productUnder(policy).name,
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

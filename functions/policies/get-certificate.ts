import { policyNumberOf } from '../../domain/policies/view/policy-view.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import { includedCoverages } from '../../domain/shared/included-coverages.ts';
import { implement } from '../_kit/implement.ts';
import { productUnder, verificationCodeOf } from '../_kit/policy-view.ts';
import { policies } from './contract.ts';

export const endpoint = implement(policies.endpoints.getCertificate, async ({ params, tenant, now, ports }) => {
  const { policyId } = params;
  const { policy } = await ports.load({ policy: policyId });
  if (policy === undefined) return refuse('policy-not-found', { policyId });

  const { terms, status, period } = policy;
  const product = productUnder(policy);
  const number = policyNumberOf(policyId);
  const certificate = {
    policyNumber: number,
    productId: terms.productId,
    productVersion: terms.productVersion,
    productName: product.name,
    filingNumber: product.filing.number,
    status,
    period,
    zone: terms.zone,
    object: terms.object,
    coverages: includedCoverages(product.coverages, terms.object).map(({ code, name }) => ({ code, name })),
    premium: { amount: terms.premium.gross, currency: terms.currency },
    boundAt: terms.boundAt,
    issuedAt: now,
    verification: {
      number,
      code: verificationCodeOf(ports, policyId),
      path: `/v1/tenants/${tenant}/verifications/${number}`,
    },
  };
  return accept({ ...certificate, signature: await ports.signer.sign(certificate, 'certificate+jwt') });
});

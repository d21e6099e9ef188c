import { policyIdOf } from '../../domain/policies/view/policy-view.ts';
import { accept } from '../../domain/shared/decision.ts';
import { sameSecret } from '../_kit/crypto.ts';
import { implement } from '../_kit/implement.ts';
import { productUnder, verificationCodeOf } from '../_kit/policy-view.ts';
import { policies } from './contract.ts';

/** An id that no policy has: a number of the wrong form costs the same read, so that time tells nothing. */
const nobody = 'pol_00000000000000000000000000';

export const endpoint = implement(policies.endpoints.verifyPolicy, async ({ params, query, ports }) => {
  const policyId = policyIdOf(params.policyNumber.toUpperCase()) ?? nobody;
  const { policy } = await ports.load({ policy: policyId });
  const genuine = sameSecret(query.code.toUpperCase(), verificationCodeOf(ports, policyId)) && policy !== undefined;
  if (!genuine) return accept({ genuine: false });
  return accept({
    genuine: true,
    status: policy.status,
    productName: productUnder(policy).name,
    period: policy.period,
  });
});

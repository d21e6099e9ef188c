import { partAnswers } from '../../domain/claims/claim-form.ts';
import { reportClaim } from '../../domain/claims/report-claim.ts';
import { claimView } from '../../domain/claims/view/claim-view.ts';
import { policyAllows } from '../../domain/policies/lifecycle.ts';
import { coverBegun } from '../../domain/shared/cover.ts';
import { refuse } from '../../domain/shared/decision.ts';
import { checkForm } from '../../domain/shared/form/check-form.ts';
import { implement } from '../_kit/implement.ts';
import { claims } from './contract.ts';
import { termsOf } from './terms-of.ts';
import { claimAfter } from './view.ts';

export const endpoint = implement(claims.endpoints.reportClaim, async ({ params, body, actor, now, ports }) => {
  const { policyId } = params;
  const { coverage, form } = body;
  const { policy: insured } = await ports.load({ policy: policyId });
  if (insured === undefined) return refuse('policy-not-found', { policyId });

  const { customerId } = insured.terms;
  const terms = termsOf(insured);
  const how = terms.rules.coverages.find(({ code }) => code === coverage);
  if (how === undefined) return refuse('coverage-not-included', { coverage });
  const problems = checkForm(how.form, form, '/form');
  if (problems.length > 0) return { ...refuse('claim-form-invalid'), problems };

  const parted = partAnswers(how, form, ports.keyed);
  const { policy, vault, holders } = await ports.load({ policy: policyId, vault: customerId }, parted.holds);
  if (policy === undefined || vault === undefined) return refuse('customer-not-found', { customerId });
  const begun = coverBegun(policy, now);
  const notice = {
    ...parted,
    coverage,
    lossAt: new Date(body.lossAt).toISOString(),
    answers: form,
    sealedForm: await ports.seal(vault, customerId, { form, payee: body.payee }),
    reporter: actor.id,
  };
  const claimable = policyAllows(begun.length > 0 ? 'on-risk' : policy.status, 'claim');
  const decision = reportClaim(policy, terms, notice, { now, begun, claimable, holders });
  if (!decision.ok) return decision;
  return ports.commit({ policy: decision.value }, () => claimView(claimAfter(undefined, decision.value.events)));
});

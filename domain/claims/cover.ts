import type { ClaimRules, Coverage, ProductVersion } from '../products/schema.ts';
import { addDaysAt, covers } from '../shared/calendar.ts';
import { accept, type Decision, type Refusal, refuse } from '../shared/decision.ts';
import { holds } from '../shared/form/holds.ts';
import { includedCoverages } from '../shared/included-coverages.ts';
import type { InsuredFacts, LossFacts } from './facts.ts';

export type CoverRefusal =
  | 'loss-after-report'
  | 'coverage-not-included'
  | 'not-in-force'
  | 'in-waiting-period'
  | 'excluded'
  | 'claims-used-up';

const LATEST = '9999-12-31T23:59:59.999Z';

/**
 * Whether the policy covers a loss at all, before anybody asks how much (lifecycles 6.5, `Register`): the coverage was
 * bought, the loss lies in `[from, to)` and after the waiting period, no exclusion applies, and the term still has a
 * claim to give. A refusal names the clauses that it rests on, for the notice must (LAW Art 24).
 */
export const confirmCover = (
  product: ProductVersion,
  rules: ClaimRules,
  policy: InsuredFacts,
  loss: LossFacts,
): Decision<Coverage, CoverRefusal> => {
  if (loss.occurredAt > loss.reportedAt) return refuse('loss-after-report', { occurredAt: loss.occurredAt });
  const coverage = includedCoverages(product.coverages, policy.inputs).find(({ code }) => code === loss.coverage);
  if (!coverage) return refuse('coverage-not-included', { coverage: loss.coverage });
  return (
    outsideTime(product, policy, loss.occurredAt) ??
    excluded(rules, policy, loss) ??
    usedUp(coverage, policy) ??
    accept(coverage)
  );
};

/** Periods are half-open: the first moment is covered and the last is not, and so is the end of the waiting period. */
const outsideTime = (
  { waiting, zone }: ProductVersion,
  { from, to = LATEST, inputs }: InsuredFacts,
  occurredAt: string,
): Refusal<'not-in-force' | 'in-waiting-period'> | undefined => {
  if (!from || !covers({ from, to }, occurredAt)) return refuse('not-in-force', { occurredAt });
  if (!waiting || (waiting.unless && holds(waiting.unless, inputs))) return undefined;
  const waitingEnds = addDaysAt(from, waiting.days, zone);
  return occurredAt < waitingEnds ? refuse('in-waiting-period', { occurredAt, waitingEnds }) : undefined;
};

const excluded = (rules: ClaimRules, { inputs }: InsuredFacts, loss: LossFacts): Refusal<'excluded'> | undefined => {
  const known = { ...inputs, ...loss.answers };
  const shown = rules.exclusions.filter(({ when }) => holds(when, known)).map(({ code }) => code);
  const clauses = [...new Set([...shown, ...(loss.exclusionsFound ?? [])])];
  return clauses.length > 0 ? refuse('excluded', { clauses }) : undefined;
};

const usedUp = ({ claimsPerTerm, clause }: Coverage, policy: InsuredFacts): Refusal<'claims-used-up'> | undefined =>
  claimsPerTerm !== undefined && policy.claimsUsed >= claimsPerTerm
    ? refuse('claims-used-up', { clauses: [clause], claimsPerTerm })
    : undefined;

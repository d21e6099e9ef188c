import type { ClaimRules, Coverage, CoverageClaims } from '../products/schema.ts';
import { compare, exact, mul, whole } from '../shared/exact.ts';
import type { ParcelFacts, RepairFacts } from './facts.ts';
import type { FlightOutcome } from './flight-outcome.ts';

/** What a decision is made from. Amount in minor units, score as `scoreFraud` gave it, documents by code. */
export type DecisionFacts = {
  readonly amount: number;
  readonly score: number;
  readonly documents: readonly string[];
  readonly parcel?: ParcelFacts;
  readonly flight?: FlightOutcome;
  readonly repair?: RepairFacts;
};

/** What becomes of a claim, why, and by which rules. A rejection names its clauses (LAW Art 24, lifecycles 6.5). */
export type Adjudication = { readonly rules: string } & Verdict;
type Verdict =
  | { readonly decision: 'approve' }
  | { readonly decision: 'refer'; readonly reasons: readonly string[] }
  | { readonly decision: 'reject'; readonly reasons: readonly string[]; readonly clauses: readonly string[] }
  | { readonly decision: 'await'; readonly reasons: readonly string[]; readonly lookAt?: string };

/** Reasons to ask people, or facts that have yet to come; no reasons means that the rule itself is content. */
type Finding = { readonly refer: readonly string[] } | Extract<Verdict, { decision: 'await' }>;

/**
 * Decides a claim whose cover is confirmed and whose amount is known, as far as a machine may. It pays what the rule of
 * the coverage allows, it rejects only where the trigger was not met, and everything doubtful goes to people with all
 * the reasons at once. Facts that have yet to come are waited for and not guessed.
 */
export const adjudicate = (rules: ClaimRules, coverage: Coverage, facts: DecisionFacts): Adjudication => {
  const how = rules.coverages.find(({ code }) => code === coverage.code);
  if (!how) throw new Error(`no claim rules for coverage ${coverage.code}`);
  const by = { rules: `${rules.productId}@${rules.version}` };
  const finding = findingOf(how, facts);
  if ('decision' in finding) return { ...by, ...finding };
  const reasons = [...documentsMissing(how, facts), ...doubts(rules, how, facts), ...finding.refer];
  if (reasons.length > 0) return { ...by, decision: 'refer', reasons };
  if (facts.amount > 0) return { ...by, decision: 'approve' };
  return { ...by, decision: 'reject', reasons: ['nothing-payable'], clauses: [coverage.clause] };
};

const documentsMissing = ({ documents }: CoverageClaims, facts: DecisionFacts): string[] =>
  documents.filter((code) => !facts.documents.includes(code)).map((code) => `document-missing:${code}`);

const doubts = ({ fraud }: ClaimRules, { autoLimit }: CoverageClaims, { score, amount }: DecisionFacts): string[] => [
  ...(score >= fraud.referAt ? ['fraud-score'] : []),
  ...(autoLimit !== undefined && amount > autoLimit ? ['above-auto-limit'] : []),
];

const awaiting = (reason: string, lookAt?: string): Finding => ({
  decision: 'await',
  reasons: [reason],
  ...(lookAt && { lookAt }),
});

const findingOf = ({ decision }: CoverageClaims, { parcel, flight, repair }: DecisionFacts): Finding => {
  switch (decision.rule) {
    case 'parcel-status':
      if (parcel?.status !== decision.status) return awaiting(`not-${decision.status}`);
      return { refer: parcel.waybillUnique ? [] : ['waybill-claimed-before'] };
    case 'flight-sources':
      if (!flight || flight.outcome === 'open') return awaiting('sources-missing', flight?.lookAt);
      return { refer: flight.outcome === 'conflict' ? ['sources-differ'] : [] };
    case 'repair-quote':
      return { refer: repairDoubts(repair, decision.overPriceList) };
    case 'people':
      return { refer: ['decided-by-people'] };
  }
};

const repairDoubts = (repair: RepairFacts | undefined, overPriceList: string): string[] => {
  if (repair?.priceList === undefined) return ['price-list-unknown'];
  const most = mul(whole(repair.priceList), exact(overPriceList));
  return [
    ...(compare(whole(repair.quote), most) > 0 ? ['quote-above-price-list'] : []),
    ...(repair.imagesMatch ? [] : ['images-do-not-match']),
  ];
};

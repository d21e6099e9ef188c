import type { claims } from '../../../functions/claims/contract.ts';
import { type Known, learnt } from '../known.ts';
import { batches } from './batches.ts';
import {
  type Drawing,
  type Filters,
  type Generator,
  type Json,
  lists,
  lookingBack,
  paramsOf,
  person,
  reads,
} from './generator.ts';
import { ofSomebody } from './policies.ts';

const ids = ({ claims: all }: Known): readonly string[] => all;
const handler = person('claims_handler');

const forms: Readonly<Record<string, (drawing: Drawing) => Json>> = {
  'return-freight': ({ chance, serial }) => ({
    waybillNumber: `SF${String(chance.happens(0.3) ? 7 : serial()).padStart(10, '0')}`,
    returnKind: chance.pick(['return', 'return', 'return', 'exchange']),
    paidBy: chance.pick(['buyer', 'buyer', 'buyer', 'seller']),
    onPlatform: true,
  }),
  screen: ({ chance, smooth }) => ({ repairQuote: smooth ? 120_000 : chance.pick([1, 120_000, 600_000]) }),
  accidental: ({ chance }) => ({
    repairQuote: chance.pick([9_999, 120_000, 2_000_000]),
    totalLoss: chance.happens(0.3),
  }),
  theft: () => ({ policeReport: 'CANARY-REPORT-1' }),
  'flight-delay': () => ({}),
};
const coverages: Readonly<Record<string, readonly string[]>> = {
  'return-freight': ['return-freight'],
  'device-protection': ['screen', 'accidental', 'theft'],
  'flight-delay': ['flight-delay'],
};

const everyPolicy = ({ policies }: Known): readonly string[] => policies.map(({ policyId }) => policyId);
const coveredAt =
  (now: string) =>
  ({ policies }: Known): readonly string[] =>
    policies.flatMap(({ policyId, from }) => (from !== undefined && from <= now ? [policyId] : []));

const notice = (drawing: Drawing, policyId: string): Json => {
  const { known, chance, now, smooth } = drawing;
  const productId = known.policies.find((one) => one.policyId === policyId)?.productId ?? 'return-freight';
  // The plan decides which coverages a device has; every plan has the first.
  const [first = 'return-freight', ...more] = coverages[productId] ?? [];
  const coverage = !smooth && chance.happens(0.6) ? first : chance.pick([first, ...more]);
  const agoMs = smooth ? 0 : chance.pick([0, 0, 0, 60_000, 86_400_000]);
  return {
    coverage,
    lossAt: new Date(Date.parse(now) - agoMs).toISOString(),
    form: forms[coverage]?.(drawing) ?? {},
    payee: `ba_CANARY${chance.pick(['00000001', '00000002'])}`,
  };
};

const learnFile = (answer: Json, known: Known): void => {
  const assessed = Object(Object(answer['handling']).assessed);
  if (answer['status'] !== 'assessed' || typeof assessed.by !== 'string') return;
  const one = { claimId: String(answer['claimId']), by: assessed.by, amount: Number(assessed.amount.amount) };
  learnt(known.claims, one.claimId);
  known.assessed.push(one);
};

const ofPolicy: Filters = {
  policyId: ({ known, chance }) => (known.policies.length === 0 ? undefined : chance.pick(known.policies).policyId),
};

const reportClaim: Generator = {
  weight: 5,
  draw: (drawing) => {
    const named = paramsOf(drawing, 'policyId', drawing.chance.happens(0.9) ? coveredAt(drawing.now) : everyPolicy);
    return named === undefined ? undefined : { ...named, body: notice(drawing, named.params?.['policyId'] ?? '') };
  },
  learn: (answer, known) => learnt(known.claims, String(answer['claimId'])),
};

export const claimsGenerators: Readonly<Record<keyof typeof claims.endpoints, Generator>> = {
  reportClaim,
  batchClaims: batches({ reportClaim }),
  listClaims: lists('listClaims', {
    filters: {
      ...ofSomebody,
      ...ofPolicy,
      status: ({ chance }) => chance.pick(['registered', 'in-review', 'assessed', 'approved', 'rejected', 'paid']),
      include: () => 'policy',
    },
  }),
  listClaimsToDecide: {
    ...lists('listClaimsToDecide', {
      as: handler,
      learn: ({ items }, known) => {
        for (const one of items as readonly Json[]) learnt(known.claims, String(one['claimId']));
      },
      filters: { ...ofPolicy, status: ({ chance }) => chance.pick(['in-review', 'assessed']) },
    }),
    weight: 0.5,
  },
  getClaim: {
    ...reads('claimId', ids),
    draw: (drawing) => {
      const asked = reads('claimId', ids).draw(drawing);
      return asked === undefined ? undefined : { ...asked, ...lookingBack(drawing, ['policy']) };
    },
  },
  assessClaim: {
    weight: 2.5,
    draw: (drawing) => {
      const named = paramsOf(drawing, 'claimId', ids);
      const { chance } = drawing;
      const note = chance.happens(0.3) ? { note: 'CANARY in the note' } : {};
      const amount = !drawing.smooth && chance.happens(0.2) ? { amount: chance.pick([0, 1, 100_000, 3_000_000]) } : {};
      const as = person('claims_handler', chance.pick(['handler-1', 'handler-2']));
      return named === undefined ? undefined : { ...named, as, body: { ...note, ...amount } };
    },
    learn: learnFile,
  },
  approveClaim: {
    weight: 4,
    draw: ({ known, chance, smooth }) => {
      const last = known.assessed.at(-1);
      if (last === undefined) return undefined;
      const { claimId, by, amount } = chance.happens(0.7) ? last : chance.pick(known.assessed);
      const role = chance.pick(['claims_approver', 'claims_approver', 'claims_director', 'claims_handler']);
      const as = !smooth && chance.happens(0.2) ? { id: by, roles: ['claims_approver'] } : person(role);
      return { params: { claimId }, as, body: { amount: !smooth && chance.happens(0.1) ? amount + 1 : amount } };
    },
  },
  rejectClaim: {
    weight: 0.5,
    draw: (drawing) => {
      const named = paramsOf(drawing, 'claimId', ids);
      const role = drawing.chance.pick(['claims_approver', 'claims_approver', 'claims_handler']);
      const reasons = [drawing.chance.pick(['loss-not-proved', 'wear', 'trigger-not-met'])];
      return named === undefined ? undefined : { ...named, as: person(role), body: { reasons } };
    },
  },
};

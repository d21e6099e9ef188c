import type { Asked, World } from './operation.ts';
import { coverBegun, type State, type Step, told } from './state.ts';
import { claimTaken, moneyTold, no } from './words.ts';

type Wanting<W extends Asked['wants']> = Extract<Asked, { wants: W }>;

/** One return for each order, in force at the loss, on a waybill that nobody has claimed on (product page, claims). */
export const claimReported = (world: World, state: State, { waybill, lossAt, returnKind }: Wanting<'claim'>): Step => {
  const { life, from, claims } = state;
  if (life !== 'on-risk' && life !== 'expired')
    return told(state, no('policy-state-refuses', { status: life, command: 'claim' }));
  if (lossAt > world.now) return told(state, no('loss-after-report'));
  if (from === undefined || lossAt < from || lossAt >= world.to) return told(state, no('not-in-force'));
  if (returnKind === 'exchange') return told(state, no('excluded'));
  // Nobody decides a claim during a history: the one that was taken stays open.
  if (claims.length > 0) return told(state, no('claim-already-open', { claim: String(claims.length) }));
  if (waybill === world.usedWaybill) return told(state, no('waybill-already-used'));
  return told({ ...state, version: state.version + 1, claims: [...claims, waybill] }, claimTaken(claims.length + 1));
};

const sorted = (names: readonly string[], more: string): readonly string[] => [...names, more].toSorted();

/** Takes a payment where it belongs; the guards are those of lifecycles 6.4. */
const booked = (world: World, state: State, pay: Wanting<'pay'>): { readonly state: State; readonly how: string } => {
  const { payment, amount, currency, named } = pay;
  const { life, premium, taken, kept, refunds } = state;
  const version = state.version + 1;
  const unmatched = { state: { ...state, kept: sorted(kept, payment) }, how: 'unmatched' };
  if (!named || currency !== 'cny') return unmatched;
  if (life === 'cancelled')
    return { state: { ...state, version, taken: sorted(taken, payment), refunds: refunds + 1 }, how: 'unapplied' };
  if (amount !== world.gross || premium !== 'open') return unmatched;
  const paid: State = { ...state, version, premium: 'paid', taken: sorted(taken, payment) };
  return { state: coverBegun(world, paid), how: 'applied' };
};

/**
 * Every payment is booked once, whichever event tells of it. The same event again is told what it was told before, or,
 * where it sees its effect before its answer, that the payment is known.
 */
export const paymentTold = (world: World, state: State, pay: Wanting<'pay'>): Step => {
  const { event, payment, signed } = pay;
  if (!signed) return told(state, no('webhook-signature-invalid'));
  const before = state.told[event];
  if (before !== undefined) return told(state, moneyTold(before), moneyTold('known'));
  if (state.taken.includes(payment) || state.kept.includes(payment)) return told(state, moneyTold('known'));
  const { state: after, how } = booked(world, state, pay);
  return told({ ...after, told: { ...after.told, [event]: how } }, moneyTold(how));
};

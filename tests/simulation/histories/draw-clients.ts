import { type Chance, pickWeighted } from '../chance.ts';
import type { Asked, World } from './operation.ts';

export const clientsPerHistory = 8;
const operationsPerClientMax = 3;

const plus = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

/** Payments that may be told of, each by two events: what is owed, too much, in other money, or for nobody. */
const paymentsOf = ({ gross }: World) => [
  { payment: 'pi_right_1', amount: gross, currency: 'cny', named: true },
  { payment: 'pi_right_2', amount: gross, currency: 'cny', named: true },
  { payment: 'pi_wrong_1', amount: gross + 1, currency: 'cny', named: true },
  { payment: 'pi_other_1', amount: gross, currency: 'usd', named: true },
  { payment: 'pi_nobody_1', amount: gross, currency: 'cny', named: false },
];

/** What most clients of one history speak of: where all name the same thing, it matters who comes first. */
type Talk = { readonly waybill: string; readonly payment: ReturnType<typeof paymentsOf>[number] };

const talkOf = (world: World, chance: Chance): Talk => ({
  waybill: world.usedWaybill ?? 'SF00000001',
  payment: chance.pick(paymentsOf(world).slice(0, chance.happens(0.8) ? 3 : 5)),
});

type Wish = (world: World, chance: Chance, talk: Talk) => Asked;
const wishes: Readonly<Record<Asked['wants'], Wish>> = {
  read: () => ({ wants: 'read' }),
  preview: () => ({ wants: 'preview' }),
  cancel: () => ({ wants: 'cancel' }),
  milestone: ({ now, boundAt }, chance) => ({
    wants: 'milestone',
    milestone: pickWeighted(chance, { shipment_confirmed: 10, receipt_signed: 6, parcel_lost: 1 }),
    // Now as a rule; before the contract, in between, and in a future that never comes in a history.
    at: chance.pick([now, now, now, now, plus(boundAt, 30_000), plus(boundAt, -60_000), plus(now, 3_600_000)]),
  }),
  claim: ({ now, boundAt }, chance, { waybill }) => ({
    wants: 'claim',
    waybill: chance.happens(0.7) ? waybill : chance.pick(['SF00000001', 'SF00000002']),
    lossAt: chance.pick([now, now, now, plus(boundAt, 40_000), plus(boundAt, -3_600_000), plus(now, 3_600_000)]),
    returnKind: chance.happens(0.1) ? 'exchange' : 'return',
  }),
  pay: (world, chance, talk) => {
    const payment = chance.happens(0.7) ? talk.payment : chance.pick(paymentsOf(world));
    const event = `evt_${payment.payment}_${chance.pick(['a', 'b'])}`;
    return { wants: 'pay', event, ...payment, signed: !chance.happens(0.05) };
  },
  bind: (_world, chance) => ({
    wants: 'bind',
    offer: chance.pick(['sold', 'other', 'other', 'other']),
    acknowledged: !chance.happens(0.2),
  }),
};

/** What most clients want, for races need several who want what excludes each other. */
const themes = {
  anything: { read: 3, preview: 1, cancel: 2, milestone: 5, claim: 3, pay: 3, bind: 2 },
  cancellation: { read: 1.5, preview: 1.5, cancel: 2.5, milestone: 1, claim: 0.5, pay: 8, bind: 3 },
  cover: { read: 2, preview: 1, cancel: 1, milestone: 4, claim: 9, pay: 2, bind: 0.5 },
} as const satisfies Readonly<Record<string, Readonly<Record<Asked['wants'], number>>>>;
export type Theme = keyof typeof themes;

/** What the eight clients of a history want, one after the other each; what most want differs between histories. */
export const drawClients = (world: World, theme: Theme, chance: Chance): readonly (readonly Asked[])[] => {
  const weights = themes[theme];
  const talk = talkOf(world, chance);
  return Array.from({ length: clientsPerHistory }, () =>
    Array.from({ length: 1 + chance.below(operationsPerClientMax) }, () => {
      const wanted = pickWeighted(chance, weights);
      const wish = wishes[wanted](world, chance, talk);
      // Whoever cancels has looked first what comes back.
      return wanted === 'cancel' ? [{ wants: 'preview' } as const, wish] : [wish];
    }).flat(),
  );
};

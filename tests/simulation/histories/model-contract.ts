import type { Asked, World } from './operation.ts';
import { coverBegun, type State, type Step, seen, told } from './state.ts';
import { cancellation, no, otherBound, previewed } from './words.ts';

type Wanting<W extends Asked['wants']> = Extract<Asked, { wants: W }>;

const begins = 'shipment_confirmed';
const ends = 'receipt_signed';

/** A premium that was paid goes back; one that was never paid is owed no more (product page, cancellation). */
const premiumGone = ({ premium }: State): State['premium'] =>
  premium === 'paid' ? 'refunding' : premium === 'open' ? 'void' : premium;

/** Free until the shipment, with everything returned; closed from then on, and never while a claim is open. */
const objection = ({ life, from, claims }: State): string | undefined => {
  if (life !== 'pending' && life !== 'on-risk') return no('policy-state-refuses', { status: life, command: 'cancel' });
  if (claims.length > 0) return no('claim-open', { claim: String(claims.length) });
  return from === undefined ? undefined : no('cancellation-closed', { status: life });
};

export const cancellationPreviewed = ({ gross }: World, state: State): Step =>
  told(state, objection(state) ?? previewed(state.version, gross));

/** Nothing is cancelled but as it was seen: a change in between makes the preview worthless, and so does its use. */
export const cancelled = ({ gross }: World, state: State, { preview }: Wanting<'cancel'>): Step => {
  const { premium, refunds, version } = state;
  const refused = objection(state);
  if (refused !== undefined) return told(state, refused);
  if (preview !== undefined && preview.version !== version) return told(state, no('preview-outdated'));
  return told(
    {
      ...state,
      version: version + 1,
      life: 'cancelled',
      premium: premiumGone(state),
      refunds: premium === 'paid' ? refunds + 1 : refunds,
    },
    cancellation('before-cover', gross),
  );
};

/** Shipment begins the period and receipt ends it; what is known stays as it is, and nothing counts before the bind. */
export const milestoneRecorded = (world: World, state: State, { milestone, at }: Wanting<'milestone'>): Step => {
  const { life, milestones } = state;
  if (life !== 'pending' && life !== 'on-risk')
    return told(state, no('policy-state-refuses', { status: life, command: 'record-milestone' }));
  if (milestone !== begins && milestone !== ends) return told(state, no('milestone-not-in-product'));
  if (at > world.now) return told(state, no('milestone-in-future'));
  const shipped = milestones[begins];
  if (milestone === ends && (shipped === undefined || at < shipped))
    return told(state, no('milestone-out-of-order', { milestone, needs: begins }));
  if (milestones[milestone] !== undefined) return told(state, seen(state));
  const version = state.version + 1;
  const counted = at < world.boundAt ? world.boundAt : at;
  const recorded = { ...state, version, milestones: { ...milestones, [milestone]: counted } };
  const after = milestone === begins ? coverBegun(world, { ...recorded, from: counted }) : recorded;
  return told(after, seen(after));
};

/** An offer becomes one policy, and an order is insured once: only a cancelled policy leaves room for another. */
export const bound = (world: World, state: State, { offer, acknowledged }: Wanting<'bind'>): Step => {
  if (offer === 'sold') return told(state, no('quote-already-bound', { policy: 'sold' }));
  if (state.otherIsBound) return told(state, no('quote-already-bound', { policy: 'other' }));
  if (!world.offerStands) return told(state, no('quote-expired'));
  if (state.life !== 'cancelled') return told(state, no('object-already-insured', { policy: 'sold' }));
  if (!acknowledged) return told(state, no('disclosures-not-acknowledged'));
  return told({ ...state, otherIsBound: true }, otherBound);
};

import type { SequentialModel } from './checker.ts';
import { bound, cancellationPreviewed, cancelled, milestoneRecorded } from './model-contract.ts';
import { claimReported, paymentTold } from './model-money.ts';
import type { Asked, Operation, World } from './operation.ts';
import { type State, type Step, seen, told } from './state.ts';

/** One operation on one policy while nobody else does anything, written from the tables and the product page alone. */
export const step = (world: World, state: State, asked: Asked): Step => {
  switch (asked.wants) {
    case 'read':
      return told(state, seen(state));
    case 'cancel':
      return cancelled(world, state, asked);
    case 'preview':
      return cancellationPreviewed(world, state);
    case 'milestone':
      return milestoneRecorded(world, state, asked);
    case 'bind':
      return bound(world, state, asked);
    case 'claim':
      return claimReported(world, state, asked);
    case 'pay':
      return paymentTold(world, state, asked);
  }
};

/** The sequential policy, for the search for an order. */
export const policyModel = (world: World, start: State): SequentialModel<State, Operation> => ({
  start,
  after: (state, operation) => {
    const { state: next, tells } = step(world, state, operation.asked);
    return tells.includes(operation.told) ? next : undefined;
  },
  nameOf: (state) => JSON.stringify([...Object.entries(state)].toSorted(([a], [b]) => (a < b ? -1 : 1))),
});

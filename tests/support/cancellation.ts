import { endpoint as cancelPolicy } from '../../functions/policies/cancel-policy.ts';
import { endpoint as previewCancellation } from '../../functions/policies/preview-cancellation.ts';
import type { Answer, Asked, aWorld } from './world.ts';

type World = Pick<Awaited<ReturnType<typeof aWorld>>, 'call'>;
type Reason = 'order-cancelled' | 'withdrawal';

/** The two entries that end a contract: what would come back, and then the end on these terms. */
export const cancellingEndpoints = [previewCancellation, cancelPolicy];

/** The body of a cancellation on the terms that its preview shows now; refused previews give a token that is none. */
export const aCancellation = async (world: World, policyId: string, reason: Reason = 'order-cancelled') => {
  const { body } = await world.call('previewCancellation', { params: { policyId }, body: { reason } });
  const { preview = 'there-was-no-preview' } = body as { preview?: string };
  return { reason, preview };
};

/** Previews and cancels at once, as a shop does whose buyer agrees. */
export const cancel = async (world: World, policyId: string, asked: Asked = {}, reason?: Reason): Promise<Answer> => {
  const body = await aCancellation(world, policyId, reason);
  return world.call('cancelPolicy', { params: { policyId }, body, ...asked });
};

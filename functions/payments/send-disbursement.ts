import {
  findDisbursement,
  type Heard,
  settleDisbursement,
  submitDisbursement,
} from '../../domain/payments/disburse.ts';
import type { DisbursementCheckDue, DisbursementRequested } from '../../domain/payments/events.ts';
import { disbursementAllows } from '../../domain/payments/lifecycle.ts';
import type { Disbursement, Policy } from '../../domain/policies/schema.ts';
import { subscribe } from '../_kit/implement.ts';
import type { PortsOf } from '../_kit/ports.ts';
import type { Disbursement as Instruction } from '../_kit/services.ts';
import { besides } from '../_kit/signals.ts';
import { payments } from './contract.ts';
import { payeeOf } from './payee-of.ts';

const contract = payments.subscribers.sendDisbursement;
type Ports = PortsOf<typeof contract>;
type Found = { readonly policy: Policy; readonly one: Disbursement };

const load = async (
  unit: Pick<Ports, 'load'>,
  { policyId, disbursementId, claimId }: DisbursementRequested['data'] | DisbursementCheckDue['data'],
): Promise<Found | undefined> => {
  const { policy } = await unit.load(
    claimId === undefined ? { policy: policyId } : { policy: policyId, claim: claimId },
  );
  const one = policy === undefined ? undefined : findDisbursement(policy, disbursementId);
  return policy === undefined || one === undefined ? undefined : { policy, one };
};

const isOpen = ({ status }: Disbursement): boolean => disbursementAllows(status, 'ask-again');

const instructionFor = async (ports: Ports, tenant: string, { policy, one }: Found): Promise<Instruction> => {
  const { disbursementId, kind, amount, paymentId, claimId } = one;
  const payee = claimId === undefined ? undefined : await payeeOf(ports, policy, claimId);
  return {
    ...{ kind, tenant, amount, currency: policy.terms.currency, policyId: policy.policyId },
    reference: disbursementId,
    key: disbursementId,
    ...(paymentId !== undefined && { paymentId }),
    ...(payee !== undefined && { payee }),
  };
};

/**
 * Asks the provider what became of the instruction, and sends it, with the same key, only if the provider never saw
 * it.
 */
const instruct = async (ports: Ports, instruction: Instruction, asked: boolean): Promise<Heard> => {
  try {
    const seen = asked ? await ports.provider.find(instruction) : undefined;
    const answer = seen ?? (await ports.provider.send(instruction));
    if (answer.status === 'failed') return { status: 'failed', reason: answer.reason ?? 'declined' };
    return answer.status === 'succeeded'
      ? { status: 'succeeded', providerId: answer.providerId }
      : { status: 'pending' };
  } catch {
    return { status: 'nothing' };
  }
};

/**
 * Commits `submitted` before it calls the provider, and the outcome after. A delivery that finds `submitted` was cut
 * off in between, so it asks first (design §4). What the provider did not answer is unknown and is asked again when it
 * is due.
 */
export const subscriber = subscribe(contract, async ({ event, tenant, now, ports }) => {
  const data = event.data as DisbursementRequested['data'] | DisbursementCheckDue['data'];
  const first = ports.under('submitted');
  const before = await load(first, data);
  if (before === undefined) return;
  const submitted = submitDisbursement(before.policy, before.one, now);
  const isFresh = submitted.events.length > 0;
  // Where it stood already, by a lost reply or another delivery, the provider is asked before it is told.
  let stood = !isFresh;
  if (isFresh) stood = !(await besides(() => first.commit({ policy: submitted }, () => undefined)));
  else if (!isOpen(before.one)) return;

  const heard = await instruct(ports, await instructionFor(ports, tenant, before), stood);

  const second = ports.under('settled');
  const after = await load(second, data);
  if (after === undefined) return;
  const settled = settleDisbursement(after.policy, after.one, heard, now);
  if (settled.events.length > 0) await second.commit({ policy: settled }, () => undefined);
});

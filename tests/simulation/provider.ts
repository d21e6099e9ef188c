import type { Disbursement, PaymentProvider, ProviderAnswer } from '../../functions/_kit/services.ts';
import { chanceOf } from './chance.ts';
import type { Outside } from './outside.ts';

/** Money that the provider has really moved, and what became of it. */
export type Movement = {
  readonly instruction: Disbursement;
  status: ProviderAnswer['status'];
  readonly providerId: string;
};
export type Payment = {
  readonly tenant: string;
  readonly paymentId: string;
  readonly amount: number;
  readonly currency: string;
  readonly offerId: string | undefined;
};
/** What the provider still has to tell us, however often it takes. */
export type Webhook = { readonly tenant: string; readonly event: { readonly id: string; readonly type: string } };

const answerOf = ({ status, providerId }: Movement): ProviderAnswer => ({
  status,
  providerId,
  ...(status === 'failed' && { reason: 'account_closed' }),
});

const fates = ['succeeded', 'succeeded', 'succeeded', 'pending', 'failed'] as const;

type Setup = { readonly seed: number; readonly outside: Outside };

/**
 * A payment provider that keeps its own books. An instruction under a known key is answered as before and moves
 * nothing; under another key it moves money again, whatever its reference says.
 */
export const misbehavingProvider = ({ seed, outside }: Setup) => {
  /** What becomes of an instruction follows from its key, so that a repetition comes to the same. */
  const fateOf = (what: string, { key }: Disbursement) => chanceOf(seed, `${what} ${key}`);
  const movements = new Map<string, Movement>();
  const payments: Payment[] = [];
  const webhooks: Webhook[] = [];
  let events = 0;

  const tell = (tenant: string, type: string, object: object): void => {
    events += 1;
    const id = `evt_${tenant.replaceAll('-', '')}${String(events).padStart(6, '0')}`;
    webhooks.push({ tenant, event: { id, type, ...{ object: 'event', data: { object } } } });
  };

  const report = ({ instruction, status, providerId }: Movement): void => {
    const { kind, reference, policyId, tenant, amount } = instruction;
    const told = status === 'succeeded' && kind === 'payout' ? 'paid' : status;
    const metadata = { reference, policy_id: policyId };
    tell(tenant, `${kind}.updated`, { id: providerId, status: told, amount, failure_code: null, metadata });
  };

  const instruct = (instruction: Disbursement): ProviderAnswer => {
    const known = movements.get(instruction.key);
    if (known !== undefined) return answerOf(known);
    const status = fateOf('sent', instruction).pick(fates);
    const movement: Movement = { instruction, status, providerId: `mv_${movements.size + 1}` };
    movements.set(instruction.key, movement);
    return answerOf(movement);
  };

  const provider: PaymentProvider = {
    send: (instruction) => outside(() => instruct(instruction)),
    find: ({ reference }) =>
      outside(() => {
        const found = [...movements.values()].find(({ instruction }) => instruction.reference === reference);
        return found === undefined ? undefined : answerOf(found);
      }),
  };

  return {
    provider,
    movements: (): readonly Movement[] => [...movements.values()],
    payments,
    webhooks,
    /** Somebody pays: the provider has the money, and tells us of it. */
    pay: (payment: Payment): void => {
      payments.push(payment);
      const { paymentId, amount, currency, offerId, tenant } = payment;
      const metadata = offerId === undefined ? {} : { offer_id: offerId };
      // Providers tell of people too; what is kept of that must not be readable.
      const receipt_email = 'CANARY@example.com';
      const object = { id: paymentId, amount, amount_received: amount, currency, metadata, receipt_email };
      tell(tenant, 'payment_intent.succeeded', object);
    },
    /** Tells of the last payment once more, by another event. */
    tellAgain: (): void => {
      const last = webhooks.findLast(({ event }) => event.type === 'payment_intent.succeeded');
      if (last !== undefined) tell(last.tenant, last.event.type, Object(last.event).data.object);
    },
    /** What was pending is decided, and some of it is told, also when it was known. */
    settle: (all: boolean): void => {
      for (const movement of movements.values()) {
        const fate = fateOf('settled', movement.instruction);
        if (movement.status !== 'pending' || !(all || fate.happens(0.3))) continue;
        movement.status = fate.happens(0.8) ? 'succeeded' : 'failed';
        report(movement);
      }
    },
  };
};
export type SimulatedProvider = ReturnType<typeof misbehavingProvider>;

import type { Policy } from '../../domain/policies/schema.ts';
import type { PortsOf } from '../_kit/ports.ts';
import type { payments } from './contract.ts';
import { FormWithPayee } from './schema.ts';

type Ports = PortsOf<typeof payments.subscribers.sendDisbursement>;

/** The payee's account token, which the claim keeps sealed under its person's key; undefined where that key is gone. */
export const payeeOf = async (
  ports: Ports,
  { policyId, terms }: Policy,
  claimId: string,
): Promise<string | undefined> => {
  const { customerId } = terms;
  const { claim, vault } = await ports.load({ policy: policyId, claim: claimId, vault: customerId });
  if (claim === undefined || vault === undefined) return undefined;
  const form = FormWithPayee.safeParse(await ports.open(vault, customerId, claim.sealedForm));
  return form.success ? form.data.payee : undefined;
};

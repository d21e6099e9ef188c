import type { Sandboxes } from '../_kit/services.ts';

/** How a sandbox is paid, where the platform plays the payment provider itself. */
export const paymentsOf = async (sandboxes: Sandboxes, tenant: string) => {
  const webhookSecret = await sandboxes.webhookSecret(tenant);
  return webhookSecret === undefined
    ? {}
    : { payments: { webhookPath: `/v1/payment-webhooks/${tenant}`, webhookSecret } };
};

import type { WebhookRules } from '../../_kit/services.ts';
import { setting } from '../environment.ts';

/** In the cloud nothing inside is ever an address, and no bus of the platform's own account. */
export const connect = (): WebhookRules => {
  const ownAccount = setting('account');
  return { rules: async () => ({ ownAccount, loopback: false }) };
};

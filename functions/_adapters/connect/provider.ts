import type { PaymentProvider } from '../../_kit/services.ts';
import { secretArn } from '../environment.ts';
import { extensionSecret } from '../extension-secrets.ts';
import { textIn } from '../secret-services.ts';
import { stripeProvider } from '../stripe.ts';

/** Stripe, under the API key of the moment: a rotated one is taken up within minutes. */
export const connect = (): PaymentProvider => {
  const read = extensionSecret(secretArn('provider'));
  let known: { readonly apiKey: string; readonly provider: PaymentProvider } | undefined;
  const provider = async (): Promise<PaymentProvider> => {
    const apiKey = await textIn(read, 'apiKey');
    if (known?.apiKey !== apiKey) known = { apiKey, provider: stripeProvider({ apiKey }) };
    return known.provider;
  };
  return {
    send: async (instruction) => (await provider()).send(instruction),
    find: async (instruction) => (await provider()).find(instruction),
  };
};

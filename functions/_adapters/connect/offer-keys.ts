import type { OfferKeys } from '../../_kit/services.ts';
import { secretArn } from '../environment.ts';
import { extensionSecret } from '../extension-secrets.ts';
import { offerKeysIn } from '../secret-services.ts';

/** The keys that sign offers, from their secret. */
export const connect = (): OfferKeys => offerKeysIn(extensionSecret(secretArn('offerKeys')));

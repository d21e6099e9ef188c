import { KMSClient } from '@aws-sdk/client-kms';
import { bounded } from '../../_kit/bounded.ts';
import type { Signer } from '../../_kit/services.ts';
import { setting } from '../environment.ts';
import { kmsSigner } from '../kms-signer.ts';

/** The platform's signing key, which never leaves KMS. */
export const connect = (): Signer => kmsSigner(new KMSClient(bounded), setting('signingKey'));

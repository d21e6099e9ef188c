import type { Signer } from '../../_kit/services.ts';
import { setting } from '../environment.ts';
import { kmsSigner } from '../kms-signer.ts';
import { lambdaKms } from '../lambda-kms.ts';

/** The platform's signing key, which never leaves KMS. */
export const connect = (): Signer => kmsSigner(lambdaKms(), setting('signingKey'));

import * as z from 'zod';
import { CredentialId, SecretId } from '../../domain/partners/schema.ts';

export const CredentialPath = z.strictObject({ credentialId: CredentialId });
export const SecretPath = CredentialPath.extend({ secretId: SecretId });

/** A random UUID has 122 bits, so nobody comes upon another one's sandbox. */
export const SandboxKey = z.uuidv4('The Idempotency-Key of this operation must be a random UUID (version 4).').meta({
  description:
    'A random UUID (version 4), new for each sandbox. Whoever knows it is shown the secret again: keep it as safe.',
  example: '0b1f9a52-6f0e-4c52-9a57-0d3c3c2f8a11',
});

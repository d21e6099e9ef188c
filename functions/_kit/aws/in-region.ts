import { SignatureV4 } from '@smithy/signature-v4';
import { bounded } from '../bounded.ts';
import { signingHash } from '../signing-hash.ts';
import type { ServiceAt, Sign } from './json-service.ts';

type Signing = ConstructorParameters<typeof SignatureV4>[0];
type Service = 'dynamodb' | 'kms';
export type InName = Pick<Signing, 'credentials'> & { readonly region: string };

/** Signature Version 4. Lambda keeps its clock right, so nothing here corrects the time by that of an answer. */
const signedFor = (service: Service, { region, credentials }: InName): Sign => {
  const signer = new SignatureV4({ service, region, credentials, sha256: signingHash as Signing['sha256'] });
  return async ({ protocol, hostname, pathname }, headers, body) => {
    const request = { method: 'POST', protocol, hostname, path: pathname, headers: { ...headers }, body };
    return (await signer.sign(request)).headers;
  };
};

/** The address of a service, or the one that the environment puts in its place: by the name that the SDK reads. */
const addressOf = (service: Service, region: string): URL =>
  new URL(process.env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] ?? `https://${service}.${region}.amazonaws.com`);

const { maxAttempts: attempts, requestHandler } = bounded;
const patience = { connectMs: requestHandler.connectionTimeout, answerMs: requestHandler.requestTimeout };

/**
 * A service in a Region, asked in somebody's name up to three times. A call that hangs is given up so early that a
 * command can still read back what happened before its function ends.
 */
export const inRegion = (service: Service, inName: InName): ServiceAt => ({
  url: addressOf(service, inName.region),
  sign: signedFor(service, inName),
  patience,
  attempts,
});

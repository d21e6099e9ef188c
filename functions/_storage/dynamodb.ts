import { SignatureV4 } from '@smithy/signature-v4';
import { bounded } from '../_kit/bounded.ts';
import { signingHash } from '../_kit/signing-hash.ts';
import type { TableClient } from './client.ts';
import { type Sign, tableClient } from './table-client.ts';

type Signing = ConstructorParameters<typeof SignatureV4>[0];
export type InName = Pick<Signing, 'credentials'> & { readonly region: string };

/** Signature Version 4. Lambda keeps its clock right, so nothing here corrects the time by that of an answer. */
export const signedFor = ({ region, credentials }: InName): Sign => {
  const sha256 = signingHash as Signing['sha256'];
  const signer = new SignatureV4({ service: 'dynamodb', region, credentials, sha256 });
  return async ({ protocol, hostname, pathname }, headers, body) => {
    const request = { method: 'POST', protocol, hostname, path: pathname, headers: { ...headers }, body };
    return (await signer.sign(request)).headers;
  };
};

export const addressIn = (region: string): URL =>
  new URL(process.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? `https://dynamodb.${region}.amazonaws.com`);

const { maxAttempts: attempts, requestHandler } = bounded;

/**
 * DynamoDB itself. A request is sent up to three times, under one client token; a call that hangs is given up so early
 * that the command can still read back what happened before its function ends.
 */
export const dynamoDb = (inName: InName): TableClient => {
  const patience = { connectMs: requestHandler.connectionTimeout, answerMs: requestHandler.requestTimeout };
  return tableClient({ url: addressIn(inName.region), sign: signedFor(inName), patience, attempts }) as TableClient;
};

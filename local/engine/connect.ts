import type { Sign } from '../../functions/_kit/aws/json-service.ts';
import { bounded } from '../../functions/_kit/bounded.ts';
import { tableClient } from '../../functions/_storage/table-client.ts';

/**
 * Engines on this machine want to see who calls and check no signature; hashing every request for them would be a
 * twentieth of all work under load.
 */
const shown = {
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=none',
  'x-amz-date': '20260101T000000Z',
};
const show: Sign = (_url, headers) => ({ ...headers, ...shown });

/** An engine shares this machine with whatever else runs on it: it may be slow, and is not given up for that. */
const patience = { connectMs: 10_000, answerMs: 60_000 };

/** The client of production, over an engine at an address. */
export const connect = (endpoint: string) =>
  tableClient({ url: new URL(endpoint), sign: show, patience, attempts: bounded.maxAttempts });

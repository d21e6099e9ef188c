import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import type { CloudEvent } from '../_kit/cloud-event.ts';
import type { Bus } from '../_kit/services.ts';
import { onTheBus } from '../_kit/settings.ts';

const patienceMs = 5_000;

/** SHA-256, plain or keyed, in the shape that the SDK's signer asks for. */
const sha256 = function (this: object, secret?: Uint8Array | string) {
  const hash: Hash | Hmac = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
  return {
    update: (data: Uint8Array | string) => void hash.update(data),
    digest: async () => hash.digest(),
    reset: () => {},
  };
} as unknown as ConstructorParameters<typeof SignatureV4>[0]['sha256'];

export type BusAddress = {
  readonly busName: string;
  readonly region: string;
  readonly credentials: ConstructorParameters<typeof SignatureV4>[0]['credentials'];
  /** Where EventBridge is reached; its own endpoint of the Region unless said. */
  readonly endpoint?: string;
};

const entryOf = (busName: string, event: CloudEvent) => ({
  EventBusName: busName,
  Source: onTheBus.source,
  DetailType: onTheBus.detailType,
  Time: Date.parse(event.time) / 1000,
  Detail: JSON.stringify(event),
});

const signedRequest = async ({ region, credentials, endpoint }: BusAddress, body: string) => {
  const url = new URL(endpoint ?? `https://events.${region}.amazonaws.com/`);
  const signer = new SignatureV4({ service: 'events', region, credentials, sha256 });
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    headers: { host: url.host, 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.PutEvents' },
    body,
  });
  return { url, headers };
};

/** EventBridge answers 200 also where it took nothing, and says so in the body. */
const putEvent = async (address: BusAddress, event: CloudEvent): Promise<void> => {
  const body = JSON.stringify({ Entries: [entryOf(address.busName, event)] });
  const { url, headers } = await signedRequest(address, body);
  const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(patienceMs) });
  if (!response.ok) throw new Error(`EventBridge answers ${response.status} for ${event.id}.`);
  const { FailedEntryCount } = (await response.json()) as { readonly FailedEntryCount?: number };
  if (FailedEntryCount !== 0) throw new Error(`EventBridge did not take ${event.id}.`);
};

/**
 * Puts events on the bus once more. One at a time, for together they may be more than the bus takes in one request, and
 * this is done for the few that were lost.
 */
export const eventBus = (address: BusAddress): Bus => ({
  publish: async (events) => {
    for (const event of events) await putEvent(address, event);
  },
});

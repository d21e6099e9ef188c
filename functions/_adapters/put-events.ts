import { type SignedAt, signedRequest } from './signed-request.ts';

export type EventBridge = Pick<SignedAt, 'region' | 'credentials'> & {
  /** Where EventBridge is reached; its own endpoint of the Region unless said. */
  readonly endpoint?: string;
};

export type BusEntry = {
  readonly EventBusName: string;
  readonly Source: string;
  readonly DetailType: string;
  /** Seconds since the epoch. */
  readonly Time: number;
  readonly Detail: string;
};

/**
 * Puts one event on a bus; answers the HTTP status and how many were not taken, for EventBridge answers 200 also then.
 */
export const putEntry = async (
  { region, credentials, endpoint }: EventBridge,
  entry: BusEntry,
): Promise<{ readonly status: number; readonly refused: number | undefined }> => {
  const url = new URL(endpoint ?? `https://events.${region}.amazonaws.com/`);
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.PutEvents' };
  const body = JSON.stringify({ Entries: [entry] });
  const at = { service: 'events', region, credentials } as const;
  const response = await signedRequest(at, { method: 'POST', url, headers, body });
  if (!response.ok) return { status: response.status, refused: undefined };
  const { FailedEntryCount } = (await response.json()) as { readonly FailedEntryCount?: number };
  return { status: response.status, refused: FailedEntryCount };
};

import type { OutgoingWebhook, PartnerBuses, WebhookSender } from '../../functions/_kit/services.ts';
import type { VirtualClock } from './clock.ts';
import type { FaultKind, Injector } from './faults.ts';
import type { Scheduler } from './scheduler.ts';

/** One webhook as a receiver got it, whole, and whether it said that it took it. */
export type Received = Pick<OutgoingWebhook, 'url' | 'headers' | 'body'> & {
  readonly at: string;
  readonly status: number | undefined;
};

const answers: Readonly<Partial<Record<FaultKind, Awaited<ReturnType<WebhookSender['send']>>>>> = {
  'receiver-hangs': { ms: 15_000, error: 'timeout' },
  'receiver-redirects': { ms: 9, status: 302, error: 'redirect' },
  'receiver-gone': { ms: 9, status: 410 },
  'receiver-busy': { ms: 9, status: 429, retryAfterSeconds: 3_600 },
  'receiver-fails': { ms: 9, status: 500 },
  'receiver-closes-early': { ms: 9, error: 'closed-early' },
  'receiver-answers-endlessly': { ms: 9, status: 200 },
};

/** Partners' receivers, as they are on good days and on bad ones; whatever reached them is remembered. */
export const misbehavingReceivers = (scheduler: Scheduler, faults: Injector, clock: VirtualClock) => {
  const received: Received[] = [];
  let toFail = 0;
  const hear = async (letter: Pick<Received, 'url' | 'headers' | 'body'>) => {
    await scheduler.gate();
    const fault = faults.at('webhook');
    if (fault === 'crash-before') return scheduler.crash();
    const fails = toFail > 0 ? 'receiver-fails' : fault;
    toFail = Math.max(0, toFail - 1);
    const answer = (fails === undefined ? undefined : answers[fails]) ?? { ms: 9, status: 200 };
    // Whoever hangs up early has read it all the same.
    received.push({ ...letter, at: clock.now(), status: answer.status });
    return fault === 'crash-after' ? scheduler.crash() : answer;
  };
  const webhookSender: WebhookSender = { send: ({ url, headers, body }) => hear({ url, headers, body }) };
  const partnerBuses: PartnerBuses = { put: (arn, { body }) => hear({ url: arn, headers: {}, body }) };
  const failNext = (): void => {
    toFail += 1;
  };
  return { received: received as readonly Received[], webhookSender, partnerBuses, failNext };
};
export type SimulatedReceivers = ReturnType<typeof misbehavingReceivers>;

import type * as z from 'zod';
import { refuse } from '../../../domain/shared/decision.ts';
import type { EndpointContract, Named } from '../contract.ts';
import { sha256Hex } from '../crypto.ts';
import { type Endpoint, implement } from '../implement.ts';
import type { Call, PortsOf } from '../ports.ts';
import type { SignedWebhook } from '../services.ts';
import { besides } from '../signals.ts';
import { alertOfForgery } from './alert-of-forgery.ts';
import { type Kept, keepEntry, noteOn } from './entries.ts';
import { type Attempt, attemptAt, heardIn, type Receipt, type Work, type WorkUnit } from './process.ts';
import type { inboundRefusals } from './refusals.ts';
import type { ProviderEventSchema, StoredInboxEntry } from './schema.ts';
import { isTimely, toleranceSeconds } from './timely.ts';

/** What the contract of every entry for webhooks declares, whatever its provider. */
export type InboundContract = Named<
  EndpointContract & {
    readonly rawBody: true;
    readonly reads: readonly ['alert', ...EndpointContract['reads']];
    readonly writes: readonly ['alert', ...EndpointContract['writes']];
    readonly emits: readonly ['alert.raised', ...EndpointContract['emits']];
    readonly uses: readonly ['inbox', ...EndpointContract['uses']];
    readonly response: z.ZodType<Receipt>;
    readonly refusals: Pick<typeof inboundRefusals, 'webhook-signature-invalid' | 'webhook-not-understood'>;
  }
>;

/** A provider: what it is called, the header of its signature, how that is proved, and what its events look like. */
export type Provider<C extends InboundContract, S extends ProviderEventSchema> = {
  readonly name: string;
  readonly header: string;
  readonly signedAt: (ports: PortsOf<C>, webhook: SignedWebhook) => Promise<number | undefined>;
  readonly schema: S;
};
type Heard = ReturnType<typeof heardIn>;

/** An entry is named by the event, or by its bytes where no event can be read. */
const newEntry = (call: Call<InboundContract>, provider: string, { event }: Heard): StoredInboxEntry => {
  const { ports, raw, wall } = call;
  const entryId = ports.idFrom('inb', provider, ...(event === undefined ? ['bytes', sha256Hex(raw.body)] : [event.id]));
  return {
    ...{ v: 1, entryId, provider, receivedAt: wall, status: 'received', processed: 0 },
    ...(event !== undefined && { eventId: event.id, type: event.type }),
    sealed: ports.conceal(`inbox ${entryId}`, raw.body),
  };
};

/** Answers only when the inbox says what became of the webhook; a bug of ours is told, whatever the inbox does then. */
const settle = async (call: Call<InboundContract>, kept: Kept, attempt: Attempt) => {
  if (attempt.ended === 'open') throw attempt.thrown;
  const writing = noteOn(call.ports.inbox, call.tenant, kept, { ...attempt.note, at: call.wall });
  await (attempt.ended === 'failed' ? writing.catch(() => undefined) : writing);
  if (attempt.ended !== 'decided') throw attempt.thrown;
  return attempt.decision;
};

/**
 * The entry for a provider's webhooks (decision 0011): the signature over the raw body, and its time; the shape of what
 * was signed; the inbox, durably; the capability's own work under the id of the event; and only then 200.
 */
export const inbound = <C extends InboundContract, S extends ProviderEventSchema>(
  contract: C,
  provider: Provider<C, S>,
  work: Work<z.output<S>, WorkUnit<C, C['response']>>,
): Endpoint => {
  const handle = async (call: Call<InboundContract>) => {
    const { tenant, raw, now, wall } = call;
    // The ports are those of the contract that was given: the call is built from it.
    const ports = call.ports as unknown as PortsOf<C>;
    const signature = raw.headers[provider.header] ?? '';
    const signedAt = await provider.signedAt(ports, { tenant, rawBody: raw.body, signature, wall });
    if (signedAt === undefined || !isTimely(signedAt, wall)) {
      await besides(() => alertOfForgery(call.ports, { tenant, now }));
      return refuse('webhook-signature-invalid', { toleranceSeconds });
    }
    const heard = heardIn(provider.schema, raw.body);
    const kept = await keepEntry(call.ports.inbox, tenant, newEntry(call, provider.name, heard));
    const { event } = heard;
    const attempt = await attemptAt(heard, () =>
      work({ event: event as z.output<S>, unit: ports.under(event?.id ?? '') as never, ports, now }),
    );
    return settle(call, kept, attempt);
  };
  return implement(contract as InboundContract, handle as never);
};

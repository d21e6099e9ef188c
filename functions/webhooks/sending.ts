import { rootKinds } from '../_kit/aggregates.ts';
import type { Footprint } from '../_kit/contract.ts';
import type { PortsOf } from '../_kit/ports.ts';

/** What every entry touches that sends: the records that it tells of, the log of deliveries, and the world outside. */
export const sending = {
  reads: rootKinds,
  writes: ['endpoint'],
  emits: ['endpoint.failing', 'endpoint.recovered', 'endpoint.disabled', 'endpoint.missed'],
  uses: ['webhookSender', 'partnerBuses'],
  internals: ['deliveries'],
} as const satisfies Omit<Footprint, 'ifBroken'>;

/** What it takes to send once; an entry of any caller has it. */
export type SendingPorts = Pick<
  PortsOf<typeof sending & { readonly ifBroken: string }>,
  'deliveries' | 'webhookSender' | 'partnerBuses' | 'webhookSecret' | 'random'
>;

import type { DomainEvent } from '../shared/decision.ts';

export type AlertEvent =
  | DomainEvent<
      'alert.raised',
      {
        readonly alertId: string;
        readonly severity: 'red' | 'orange' | 'yellow';
        readonly cause: string;
        /** What it is about: a policy, a payment, a webhook endpoint. */
        readonly subject: string;
        readonly facts: Readonly<Record<string, string | number | boolean>>;
        readonly raisedAt: string;
      }
    >
  | DomainEvent<'alert.acknowledged', { readonly alertId: string; readonly by: string; readonly at: string }>
  | DomainEvent<
      'alert.closed',
      { readonly alertId: string; readonly by: string; readonly at: string; readonly resolution: string }
    >;

import type { DomainEvent } from '../shared/decision.ts';

export type CustomerEvent = DomainEvent<
  'customer.registered',
  {
    readonly customerId: string;
    readonly locale: 'en' | 'zh-CN';
    readonly registeredAt: string;
    readonly personal: string;
  }
>;

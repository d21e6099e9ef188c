import type { EventsOf } from '../shared/schema.ts';
import type { policyEvents } from './events/schema.ts';

/** Everything that can happen in a policy's own life. */
export type PolicyLifeEvent = EventsOf<typeof policyEvents>;

type Named<T extends PolicyLifeEvent['type']> = Extract<PolicyLifeEvent, { type: T }>;
export type PolicyBound = Named<'policy.bound'>;
export type MilestoneRecorded = Named<'policy.milestone-recorded'>;
export type PolicyOnRisk = Named<'policy.on-risk'>;
export type PolicyExpired = Named<'policy.expired'>;
export type PolicyCancelled = Named<'policy.cancelled'>;
export type PremiumReceived = Named<'premium.received'>;
export type PremiumReminderDue = Named<'premium.reminder-due'>;
export type RenewalReminderDue = Named<'renewal.reminder-due'>;
export type PremiumUnapplied = Named<'premium.unapplied'>;

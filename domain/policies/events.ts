import type { DomainEvent } from '../shared/decision.ts';
import type { Period, PolicyTerms } from './schema.ts';

export type PolicyBound = DomainEvent<
  'policy.bound',
  { readonly policyId: string; readonly terms: PolicyTerms; readonly period: Period }
>;
export type MilestoneRecorded = DomainEvent<
  'policy.milestone-recorded',
  { readonly policyId: string; readonly milestone: string; readonly occurredAt: string; readonly period: Period }
>;
export type PolicyOnRisk = DomainEvent<'policy.on-risk', { readonly policyId: string; readonly at: string }>;
export type PolicyExpired = DomainEvent<
  'policy.expired',
  {
    readonly policyId: string;
    readonly at: string;
    readonly reason: 'term-end' | 'never-attached' | 'benefit-exhausted';
  }
>;
export type PolicyCancelled = DomainEvent<
  'policy.cancelled',
  {
    readonly policyId: string;
    readonly at: string;
    readonly reason: string;
    /** The product's cancellation window that applied. */
    readonly rule: string;
    /** Return premium in minor units, with the tax and the commission inside it. */
    readonly refund: { readonly gross: number; readonly tax: number; readonly commission: number };
  }
>;
export type PremiumReceived = DomainEvent<
  'premium.received',
  { readonly policyId: string; readonly paymentId: string; readonly amount: number; readonly currency: string }
>;
/** Money that came for a policy which can no longer take it; it stays booked there and is given back. */
export type PremiumUnapplied = DomainEvent<
  'premium.unapplied',
  {
    readonly policyId: string;
    readonly paymentId: string;
    readonly amount: number;
    readonly currency: string;
    readonly reason: string;
  }
>;

export type PolicyLifeEvent =
  | PolicyBound
  | MilestoneRecorded
  | PolicyOnRisk
  | PolicyExpired
  | PolicyCancelled
  | PremiumReceived
  | PremiumUnapplied;

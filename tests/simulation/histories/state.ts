import type { World } from './operation.ts';
import { policySeen } from './words.ts';

/** A policy as the lifecycle tables know it (lifecycles 6.3 to 6.5), and what stands around it. */
export type State = {
  /** The number of the policy's last record. */
  readonly version: number;
  readonly life: 'pending' | 'on-risk' | 'cancelled' | 'expired';
  readonly premium: 'open' | 'paid' | 'credit' | 'void' | 'refunding';
  readonly milestones: Readonly<Record<string, string>>;
  readonly from?: string;
  /** The waybill of each claim, by the claim's number. */
  readonly claims: readonly string[];
  /** Payments that the policy has taken, by their ids, and those that are kept until somebody matches them. */
  readonly taken: readonly string[];
  readonly kept: readonly string[];
  /** What each of the provider's events was told when it had its effect. */
  readonly told: Readonly<Record<string, string>>;
  readonly refunds: number;
  /** Whether the other offer for the same order has become a policy. */
  readonly otherIsBound: boolean;
};

/** What an operation is told in a state, and the state after it. A few may be told one of two things. */
export type Step = { readonly state: State; readonly tells: readonly string[] };

export const told = (state: State, ...tells: readonly string[]): Step => ({ state, tells });

export const seen = ({ life, premium, from, milestones, claims, refunds }: State): string =>
  policySeen({ status: life, premium, from, milestones, claims: claims.length, refunds });

/**
 * Cover begins when it is paid for, or on credit, and its first instant has come (lifecycles 6.3, `Issue`). It never
 * reaches back to before the money, and whoever pays in a history pays now.
 */
export const coverBegun = ({ now }: World, state: State): State => {
  const { life, premium, from } = state;
  if (life !== 'pending' || from === undefined || (premium !== 'paid' && premium !== 'credit')) return state;
  return { ...state, life: 'on-risk', from: premium === 'paid' ? now : from };
};

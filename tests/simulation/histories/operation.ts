import type { Timed } from './checker.ts';

/** What a client may want of the policy, in the words of whoever wants it. */
export type Asked =
  | { readonly wants: 'preview' }
  /** With the preview that the client saw last, and the version of the policy that it was of. */
  | { readonly wants: 'cancel'; readonly preview?: Preview }
  | { readonly wants: 'milestone'; readonly milestone: string; readonly at: string }
  | { readonly wants: 'claim'; readonly waybill: string; readonly lossAt: string; readonly returnKind: string }
  | {
      readonly wants: 'pay';
      readonly event: string;
      readonly payment: string;
      readonly amount: number;
      readonly currency: string;
      readonly named: boolean;
      readonly signed: boolean;
    }
  | { readonly wants: 'bind'; readonly offer: OfferName; readonly acknowledged: boolean }
  | { readonly wants: 'read' };

/** A token as a client holds it: it confirms a cancellation of this version and of no other. */
export type Preview = { readonly token: string; readonly version: number };

/** The offer that the policy was sold on, and another offer for the same order. */
export type OfferName = 'sold' | 'other';

/** One operation of one client, from its first request to its final answer, by the count of the scheduler's steps. */
export type Operation = Timed & {
  readonly client: number;
  readonly asked: Asked;
  /** What was answered, in the model's words. */
  readonly told: string;
  readonly attempts: number;
};

/** What was certain before anybody asked anything, and stays so. Time stands still during a history. */
export type World = {
  readonly now: string;
  readonly boundAt: string;
  readonly gross: number;
  /** The end of the term as it stands at the beginning. */
  readonly to: string;
  /** Whether the other offer may still be bound. */
  readonly offerStands: boolean;
  /** A waybill that another policy's claim holds. */
  readonly usedWaybill: string | undefined;
};

/** Operations that would change something. */
export const isWrite = ({ asked }: Pick<Operation, 'asked'>): boolean =>
  asked.wants !== 'read' && asked.wants !== 'preview';

/** An answer that says no. */
export const isRefusal = ({ told }: Pick<Operation, 'told'>): boolean => told.startsWith('no: ');

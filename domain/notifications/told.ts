import type { Claim } from '../claims/schema.ts';
import type { Policy } from '../policies/schema.ts';
import type { ProductVersion } from '../products/schema.ts';
import type { ToldEvent } from './message-of.ts';
import type { Locale } from './schema.ts';
import type { VariablesOf } from './templates/schema.ts';

/** Everything from which a message is made: what happened, to whom, under which contract. */
export type Told<E extends ToldEvent = ToldEvent> = {
  readonly event: E;
  readonly policy: Policy;
  readonly product: ProductVersion;
  readonly customerName: string;
  readonly locale: Locale;
  readonly policyNumber: string;
  /** Where a stranger sees that the policy is genuine, and by which code. */
  readonly verification: { readonly link: string; readonly code: string };
};

/** The same for what happened to a claim. */
export type ToldOfClaim<E extends ToldEvent = ToldEvent> = Told<E> & { readonly claim: Claim };

type ValueOf<K> = K extends 'list' ? readonly string[] : K extends 'optional' ? string | undefined : string;

/** A value for each variable that the templates of a message may name, and for no other. */
export type ValuesOf<M extends keyof VariablesOf> = {
  readonly [N in keyof VariablesOf[M]]: ValueOf<VariablesOf[M][N]>;
};

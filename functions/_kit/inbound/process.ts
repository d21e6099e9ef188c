import type * as z from 'zod';
import { type Decision, refuse } from '../../../domain/shared/decision.ts';
import type { Instant } from '../clock.ts';
import type { Footprint } from '../contract.ts';
import { type Committed, isCommitted, type PortsOf, type Unit } from '../ports.ts';
import { isSignal } from '../signals.ts';
import type { Note } from './noted.ts';
import { parseProviderJson } from './provider-json.ts';
import type { ProviderEventSchema } from './schema.ts';

/** What became of an event, as the entry answers its provider. */
export type Receipt = { readonly received: true; readonly outcome: string };
type Decided = Decision<Receipt | Committed, string>;

/** What the work may touch: what its contract declares, but for the alert of a forgery, which is the kit's own. */
export type WorkUnit<C extends Footprint, R extends z.ZodType> = Unit<{
  readonly reads: readonly Exclude<C['reads'][number], 'alert'>[];
  readonly writes: readonly Exclude<C['writes'][number], 'alert'>[];
  readonly emits: readonly Exclude<C['emits'][number], 'alert.raised'>[];
  readonly uses: readonly never[];
  readonly ifBroken: string;
  readonly response: R;
}>;

/** What a capability does with the events of a provider: `unit` acts under the id of the event. */
export type Work<E, U> = (given: {
  readonly event: E;
  readonly unit: U;
  readonly ports: Pick<PortsOf<Footprint>, 'idFrom' | 'keyed'>;
  readonly now: Instant;
}) => Promise<Decided>;

/** The event in a body; undefined, and why, where the body cannot be understood. */
export const heardIn = <S extends ProviderEventSchema>(schema: S, rawBody: string) => {
  const parsed = parseProviderJson(rawBody);
  if ('reason' in parsed) return { event: undefined, reason: parsed.reason };
  const { success, data } = schema.safeParse(parsed.value);
  return success ? { event: data, reason: '' } : { event: undefined, reason: 'fields-missing' };
};

/** How an attempt ended: decided, known by its id already, or thrown. */
export type Attempt =
  | { readonly ended: 'decided'; readonly decision: Decided; readonly note: Note }
  | { readonly ended: 'known'; readonly thrown: unknown; readonly note: Note }
  | { readonly ended: 'failed'; readonly thrown: unknown; readonly note: Note }
  /** Another attempt follows at once, or a later delivery: nothing is known yet. */
  | { readonly ended: 'open'; readonly thrown: unknown };

const outcomeIn = (body: string): string => String(JSON.parse(body).outcome);
const outcomeOf = (value: Receipt | Committed): string =>
  isCommitted(value) ? outcomeIn(value.committed.body) : value.outcome;

const attemptThatThrew = (thrown: unknown): Attempt => {
  if (!isSignal(thrown)) return { ended: 'failed', thrown, note: { status: 'failed', outcome: 'internal' } };
  if (thrown.signal !== 'answered') return { ended: 'open', thrown };
  return { ended: 'known', thrown, note: { status: 'done', outcome: outcomeIn(thrown.answer.body) } };
};

/** Tries to process what was heard, and says in every case what is to be written down about it. */
export const attemptAt = async (
  heard: { readonly event: unknown; readonly reason: string },
  work: () => Promise<Decided>,
): Promise<Attempt> => {
  try {
    const decision: Decided =
      heard.event === undefined ? refuse('webhook-not-understood', { reason: heard.reason }) : await work();
    const note: Note = decision.ok
      ? { status: 'done', outcome: outcomeOf(decision.value) }
      : { status: 'refused', outcome: decision.code };
    return { ended: 'decided', decision, note };
  } catch (thrown) {
    return attemptThatThrew(thrown);
  }
};

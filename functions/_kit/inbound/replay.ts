import type * as z from 'zod';
import { refuse } from '../../../domain/shared/decision.ts';
import type { EndpointContract, Named } from '../contract.ts';
import { type Endpoint, implement } from '../implement.ts';
import type { Call } from '../ports.ts';
import { isSignal } from '../signals.ts';
import { findEntry, type Kept, noteOn } from './entries.ts';
import type { Note } from './noted.ts';
import { type Attempt, attemptAt, heardIn, type Work, type WorkUnit } from './process.ts';
import type { InboxReplay, ProviderEventSchema } from './schema.ts';

/** What the contract of every replay declares. */
export type ReplayContract = Named<
  EndpointContract & {
    readonly uses: readonly ['inbox', ...EndpointContract['uses']];
    readonly params: z.ZodType<{ readonly entryId: string }>;
    readonly response: typeof InboxReplay;
    readonly replays: NonNullable<EndpointContract['replays']>;
  }
>;

type Replay = { readonly call: Call<ReplayContract>; readonly kept: Kept; readonly attempt: Attempt };

/** A bug of ours is noted, and told; what is known of nobody yet is tried again. */
const noteOfEnd = async ({ call, kept, attempt }: Replay): Promise<Note> => {
  if (attempt.ended === 'open') throw attempt.thrown;
  if (attempt.ended !== 'failed') return attempt.note;
  await noteOn(call.ports.inbox, call.tenant, kept, { ...attempt.note, at: call.wall });
  throw attempt.thrown;
};

const answerTo = ({ entry }: Kept, { status, outcome }: Note): InboxReplay => {
  if (status === 'failed') throw new Error('A failure is no answer.');
  const repeated = entry.status === status && entry.outcome === outcome;
  return { entryId: entry.entryId, status, outcome, repeated };
};

/** Writes down in the inbox what a replay was answered, unless that stands there. */
const noteAnswer = async (
  { ports, tenant, wall }: Call<ReplayContract>,
  kept: Kept,
  answer: InboxReplay,
  note?: Note,
) => {
  const { status, outcome } = answer;
  if (note === undefined && kept.entry.status === status && kept.entry.outcome === outcome) return;
  await noteOn(ports.inbox, tenant, kept, { ...(note ?? { status, outcome }), at: wall });
};

/** A retry of the replay itself ends here, with the answer that its key has; what it left undone is made up for. */
const endWithAnswer = async (call: Call<ReplayContract>, kept: Kept | undefined): Promise<void> => {
  try {
    await call.ports.load({});
  } catch (thrown) {
    if (isSignal(thrown) && thrown.signal === 'answered' && kept !== undefined)
      await noteAnswer(call, kept, JSON.parse(thrown.answer.body));
    throw thrown;
  }
};

/**
 * Processes a recorded webhook once more, as if its provider had sent it again: under the id of the event, and under
 * the keys of the entry that received it, so that what stands already is not done twice (decision 0011). The answer is
 * kept before the inbox is noted upon, so that it is the same wherever the process dies.
 */
export const replayOf = <C extends ReplayContract, S extends ProviderEventSchema>(
  contract: C,
  provider: { readonly name: string; readonly schema: S },
  work: Work<z.output<S>, WorkUnit<C, C['replays']['response']>>,
): Endpoint => {
  const handle = async (call: Call<ReplayContract>) => {
    const { tenant, params, now, ports } = call;
    const kept = await findEntry(ports.inbox, tenant, params.entryId);
    await endWithAnswer(call, kept);
    if (kept?.entry.provider !== provider.name) return refuse('inbox-entry-not-found', { entryId: params.entryId });
    const heard = heardIn(provider.schema, ports.reveal(`inbox ${params.entryId}`, kept.entry.sealed));
    const { event } = heard;
    const attempt = await attemptAt(heard, () =>
      work({ event: event as z.output<S>, unit: ports.under(event?.id ?? '') as never, ports, now }),
    );
    const note = await noteOfEnd({ call, kept, attempt });
    const answer = answerTo(kept, note);
    const committed = await ports.commit({}, () => answer);
    await noteAnswer(call, kept, answer, { ...note, event });
    return committed;
  };
  return implement(contract as ReplayContract, handle as never);
};

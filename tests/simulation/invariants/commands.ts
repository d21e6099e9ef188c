import { authorityBands } from '../../../domain/claims/authority.ts';
import type { OperationRecord } from '../../../functions/_kit/record.ts';
import { type Book, eventsOf, policiesIn, unless } from '../book.ts';
import { type Command, changes, commandOf, finalOf, itemOf } from '../client.ts';
import type { Check } from '../violation.ts';

type Given = { readonly book: Book; readonly commands: readonly Command[] };

/** Records by the command that made them; those of the platform's own work have none. */
const recordsByCommand = ({ chains }: Book) => {
  const own = chains
    .flatMap(({ records }) => records.map(({ record }) => record))
    .flatMap((record) => {
      const n = record.causedBy === undefined ? commandOf(record.requestId) : undefined;
      return n === undefined ? [] : [{ n, record }];
    });
  return Map.groupBy(own, ({ n }) => n);
};

/** Entries that answer with success where nothing was left to do. */
const mayDoNothing = [
  ...['receivePaymentWebhook', 'recordMilestone', 'replayInboxEntry', 'changeWebhookEndpoint'],
  // What is sent at a caller's wish stands in the log of deliveries.
  ...['pingWebhookEndpoint', 'resendDelivery', 'fireEvent'],
];

/** I1: an item of a batch has one effect at most; which of the batches that hold it had it is all the same. */
const oneEffectPerItem = ({ n }: Command, records: readonly { readonly record: OperationRecord }[]) =>
  [...Map.groupBy(records, ({ record }) => itemOf(record.requestId))].flatMap(([item, own]) => {
    const attempts = new Set(own.map(({ record }) => record.requestId));
    return unless(attempts.size <= 1, () => `Item ${item} of command ${n} took effect ${attempts.size} times.`);
  });

/** I1: a command that was answered with success has one effect, and one that was refused has none. */
export const oneEffectEach = ({ book, commands }: Given): Check => {
  const made = recordsByCommand(book);
  const judged = commands.filter(changes);
  const violations = judged.flatMap((command) => {
    const { id, caller } = command.endpoint.contract;
    const answer = finalOf(command);
    if (command.endpoint.contract.batch !== undefined) return oneEffectPerItem(command, made.get(command.n) ?? []);
    const records = (made.get(command.n) ?? []).filter(({ record }) => record.operation === id);
    const attempts = new Set(records.map(({ record }) => record.requestId));
    const done = answer !== undefined && answer.status < 300;
    const told = `Command ${command.n} (${id}), answered ${answer?.status ?? 'nothing'},`;
    return [
      ...unless(answer !== undefined, () => `${told} never got a final answer.`),
      // Of forgeries there is one alert each hour, and no other effect.
      ...unless(
        attempts.size <= 1 || answer?.status === 401,
        () => `${told} took effect ${attempts.size} times: ${[...attempts].join(', ')}.`,
      ),
      ...unless(!done || records.length > 0 || mayDoNothing.includes(id), () => `${told} has no record.`),
      ...unless(done || records.length === 0 || caller === 'provider', () => `${told} left a record all the same.`),
    ];
  });
  return { invariant: 'I1', looked: judged.length, violations };
};

/** I3: nothing that lives is insured twice, no waybill pays two claims, and nobody is registered twice. */
export const businessKeysHoldOnce = ({ book }: { readonly book: Book }): Check => {
  const living = policiesIn(book).filter(({ state }) => ['pending', 'on-risk'].includes(state.status));
  const held = living.flatMap(({ tenant, id, state }) =>
    state.terms.holds.map((hold) => ({ name: `${tenant} ${hold}`, id })),
  );
  const waybills = policiesIn(book).flatMap(({ tenant, claims }) =>
    claims
      .filter(({ status }) => status !== 'rejected')
      .flatMap(({ claimId, holds }) => holds.map((hold) => ({ name: `${tenant} ${hold}`, id: claimId }))),
  );
  const twice = [...Map.groupBy([...held, ...waybills], ({ name }) => name).values()];
  return {
    invariant: 'I3',
    looked: held.length + waybills.length,
    violations: twice.flatMap((all) =>
      unless(all.length === 1, () => `${all.map(({ id }) => id).join(' and ')} hold the same business key.`),
    ),
  };
};

type Assessed = { readonly claimId: string; readonly amount: number; readonly by?: string };

/** T3: who approves is not who assessed, holds the role, and stays within the band of that role. */
export const authorityIsKept = ({ book, commands }: Given): Check => {
  const approvals = book.chains.flatMap((chain) =>
    chain.records.flatMap(({ record }) =>
      record.operation === 'approveClaim'
        ? eventsOf<Assessed>({ ...chain, records: [{ record, hash: '' }] }, 'claim.approved').map((data) => ({
            chain,
            record,
            data,
          }))
        : [],
    ),
  );
  const violations = approvals.flatMap(({ chain, record, data }) => {
    const command = commands.find(({ n }) => n === commandOf(record.requestId));
    const roles = command?.ask.as?.roles ?? [];
    const most = Math.max(0, ...authorityBands.filter(({ role }) => roles.includes(role)).map((band) => band.most));
    const assessor = chain.records
      .filter(
        ({ record: one }) =>
          one.seq < record.seq &&
          one.events.some((event) => event.type === 'claim.assessed' && Object(event.data).claimId === data.claimId),
      )
      .at(-1)?.record.actor.id;
    return [
      ...unless(assessor !== record.actor.id, () => `${record.actor.id} approved ${data.claimId} after assessing it.`),
      ...unless(data.amount <= most, () => `${roles.join()} approved ${data.amount}, above ${most}.`),
    ];
  });
  return { invariant: 'T3', looked: approvals.length, violations };
};

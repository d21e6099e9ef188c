import { isCommand } from '../../../../functions/_kit/contract.ts';
import type { Endpoint } from '../../../../functions/_kit/implement.ts';
import { type Item, readAnswer, readRecord } from '../../../../functions/_storage/codec.ts';
import type { Change } from '../../../../local/engine/table.ts';
import { stands } from '../../../simulation/invariants/remembered.ts';
import type { Heard } from '../stage/ground.ts';
import type { Fault } from './answers.ts';

const isSk = (sk: string) => (change: Change) => change.key.sk === sk;
const isRecord = ({ key }: Change): boolean => key.sk.startsWith('OP#');
const named = ({ key }: Change): string => `${key.pk} ${key.sk}`;
const version = (item: Item | undefined): number => Number(item?.['v'] ?? 0);
const partial = (what: string): Fault => ({ rule: 'no-partial-write', what });

/** Whose items a request may touch: its caller's; what is due, revoked or founded lies outside of every tenant. */
const isOwn = ({ key: { pk } }: Change, tenant: string): boolean =>
  pk.startsWith(`T#${tenant}#`) || pk.startsWith(`T#${tenant}-g`) || /^(DUE#|REVOKED$|TENANTS$)/.test(pk);

type Record = { readonly change: Change; readonly seq: number };

/** A state moves on by one, with exactly one record, which has its number. */
const movesWell = ({ before, after }: Change, records: readonly Record[]): boolean =>
  records.length === 1 && records[0]?.seq === version(after) && version(after) === version(before) + 1;

const recordFaults = ({ change: { key, before, after } }: Record, isAlone: boolean): readonly Fault[] => [
  ...(isAlone ? [partial(`${key.pk} has a record without its state.`)] : []),
  ...(before !== undefined || after === undefined ? [partial(`${key.pk} ${key.sk} was written over.`)] : []),
  ...(after === undefined ? [] : unbalanced(after)),
];

/** A state moves by exactly one record, which fits it and balances; a record never comes without its state. */
const unevenStates = (changes: readonly Change[]): readonly Fault[] => {
  const states = new Map(changes.filter(isSk('STATE')).map((change) => [change.key.pk, change]));
  const all = changes.filter(isRecord).map((change): Record => {
    const { after } = change;
    return { change, seq: after === undefined ? 0 : readRecord(after).record.seq };
  });
  const records = Map.groupBy(all, ({ change }) => change.key.pk);
  const claims = changes.filter(({ key }) => key.sk.startsWith('CLM#'));
  return [
    ...[...states].flatMap(([pk, change]) =>
      movesWell(change, records.get(pk) ?? [])
        ? []
        : [partial(`${pk} moves from ${version(change.before)} to ${version(change.after)} without its one record.`)],
    ),
    ...all.flatMap((record) => recordFaults(record, !states.has(record.change.key.pk))),
    ...claims
      .filter(({ key, after }) => version(states.get(key.pk)?.after) !== version(after))
      .map((change) => partial(`${named(change)} moves without its policy.`)),
  ];
};

const unbalanced = (item: Item): readonly Fault[] => {
  const { id, seq, postings } = readRecord(item).record;
  const sums = new Map<string, number>();
  for (const { amount, currency } of postings) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums.values()].every((sum) => sum === 0)
    ? []
    : [{ rule: 'balances', what: `Record ${seq} of ${id} does not sum to zero.` }];
};

type Judged = Heard & { readonly tenant: string };

/** A refusal leaves nothing, or its own key item where the business has spoken. */
const leftByRefusal = ({ contract }: Endpoint, heard: Judged, code: unknown): readonly Fault[] => {
  const { changes, answer } = heard;
  if (contract.caller === 'provider') return unevenStates(changes);
  const status = answer?.statusCode ?? 0;
  const isKept = isCommand(contract) && stands(contract, status, code);
  const most = isKept ? 1 : 0;
  const isRight =
    changes.length <= most && changes.every((change) => isSk('KEY')(change) && change.before === undefined);
  const all = changes.map(named).join(', ');
  return isRight ? [] : [partial(`A refusal (${status} ${String(code)}) left ${all}.`)];
};

const leftByCommand = ({ contract }: Endpoint, { changes, answer }: Judged): readonly Fault[] => {
  const keys = changes.filter(isSk('KEY'));
  const most = contract.batch === undefined ? 1 : Number.POSITIVE_INFINITY;
  const isReplayed = answer?.headers['idempotent-replayed'] === 'true';
  if (isReplayed) return changes.length === 0 ? [] : [partial('An answer that was given before wrote something.')];
  const kept = keys.flatMap(({ after }) => (after === undefined ? [] : [readAnswer(after)]));
  const sameStatus = contract.batch !== undefined || kept.every((one) => one?.status === answer?.statusCode);
  return [
    ...unevenStates(changes),
    ...(isCommand(contract) && keys.length !== 1 ? [partial(`A command left ${keys.length} key items.`)] : []),
    ...(keys.length <= most && sameStatus ? [] : [partial('The key item has another answer.')]),
  ];
};

/** What a request may leave in the table, by its answer. */
export const writeFaults = (endpoint: Endpoint | undefined, heard: Judged): readonly Fault[] => {
  const { changes, filed, answer, tenant } = heard;
  if (endpoint === undefined || answer === undefined)
    return changes.length === 0 ? [] : [partial(`Before an operation something was written: ${changes.map(named)}.`)];
  const { contract } = endpoint;
  const foreign = contract.founds === undefined ? changes.filter((change) => !isOwn(change, tenant)) : [];
  const status = answer.statusCode;
  const code = status < 400 ? undefined : Object(JSON.parse(answer.body)).code;
  const writes = isCommand(contract) || contract.caller === 'provider' || contract.batch !== undefined;
  return [
    ...foreign.map((change) => ({ rule: 'own-tenant', what: `${tenant} has written ${named(change)}.` })),
    ...(filed.length > 0 && !contract.uses.includes('inbox') ? [partial('The inbox was written to.')] : []),
    ...(status >= 400 ? leftByRefusal(endpoint, heard, code) : []),
    ...(status < 400 && writes ? leftByCommand(endpoint, heard) : []),
    ...(status < 400 && !writes && changes.length > 0 ? [partial(`A read left ${changes.map(named)}.`)] : []),
  ];
};

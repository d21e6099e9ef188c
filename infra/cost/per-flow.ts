import type { Capability } from '../../functions/_kit/contract.ts';
import { type FunctionGroup, groupsOf } from '../groups.ts';
import { assumed } from './assumptions.ts';
import type { Flow } from './flows.ts';
import { type CostLine, linesOf } from './lines.ts';

/** How the template runs an operation: behind which kind of function, of how much memory. */
export type Runs = { readonly kind: FunctionGroup['kind'] | 'split'; readonly own: boolean; readonly memoryMb: number };

/** Functions of a template by their name within the stage, with their memory. */
export type Memory = ReadonlyMap<string, number>;

const splitter = 'split-records';

const memoryOf = (memory: Memory, name: string): number => {
  const found = memory.get(name);
  if (found === undefined) throw new Error(`The template has no function ${name}.`);
  return found;
};

/** The function of each operation. */
export const runsOf = (capabilities: readonly Capability[], memory: Memory): ReadonlyMap<string, Runs> =>
  new Map([
    [splitter, { kind: 'split', own: false, memoryMb: memoryOf(memory, splitter) }],
    ...groupsOf(capabilities).flatMap((group) =>
      group.entries.map(({ id }): [string, Runs] => {
        const own = group.kind === 'http' && group.ownFunction;
        return [id, { kind: group.kind, own, memoryMb: memoryOf(memory, group.name) }];
      }),
    ),
  ]);

type Worked = Runs & { readonly operation: string; readonly calls: number };

/** Every function that a flow calls: those of its lines, and the outbox and the audit once for each record. */
const workOf = ({ operations, records }: Flow, runs: ReadonlyMap<string, Runs>): readonly Worked[] =>
  [
    ...Object.entries(operations).map(([operation, { calls }]) => ({ operation, calls })),
    { operation: splitter, calls: records },
    { operation: 'appendRecords', calls: records },
  ].map((one) => {
    const run = runs.get(one.operation);
    if (run === undefined) throw new Error(`No contract has the operation ${one.operation}.`);
    return { ...one, ...run };
  });

const secondsOf = ({ kind, own, calls, memoryMb }: Worked): number =>
  (calls * assumed.msPerCall[own ? 'own' : kind] * memoryMb) / 1_024 / 1_000;

const sum = <T>(some: readonly T[], of: (one: T) => number): number => some.reduce((all, one) => all + of(one), 0);

const gigabyte = 1_000_000_000;

const doorLines = (requests: number): readonly CostLine[] => [
  { of: 'edgeRequests', quantity: requests, why: 'requests through CloudFront' },
  { of: 'edgeFunctions', quantity: requests, why: 'each is given its address at the edge' },
  { of: 'firewallRequests', quantity: requests, why: 'each passes the firewall' },
  { of: 'edgeBytes', quantity: (requests * assumed.answerBytes) / gigabyte, why: 'answers' },
  { of: 'apiRequests', quantity: requests, why: 'requests to the HTTP API' },
];

const tableLines = (flow: Flow, times: number, hasStandby: boolean): readonly CostLine[] => {
  const called = Object.values(flow.operations);
  const writes = times * (sum(called, (one) => one.writeUnits) + flow.records * assumed.append.writeUnits);
  const reads = times * (sum(called, (one) => one.readUnits) + flow.records * assumed.append.readUnits);
  return [
    { of: 'writeUnits', quantity: writes, why: 'written by operations and by the audit' },
    { of: 'replicaUnits', quantity: hasStandby ? writes : 0, why: 'the same, in the standby' },
    { of: 'readUnits', quantity: reads, why: 'read by operations and by the audit' },
  ];
};

type Seen = { readonly times: number; readonly calls: number; readonly requests: number; readonly logDays: number };

const seeingLines = (flow: Flow, { times, calls, requests, logDays }: Seen): readonly CostLine[] => {
  const own = times * (sum(Object.values(flow.operations), (one) => one.logBytes) + flow.recordedBytes);
  const bytes = own + calls * assumed.platformLogBytes + requests * assumed.accessLogBytes;
  const kept = (bytes / gigabyte) * assumed.keptShare * (logDays / 30);
  return linesOf(
    { of: 'logBytes', quantity: bytes / gigabyte, why: 'lines of ours, of Lambda and of the front door' },
    { of: 'logMonths', quantity: kept, why: `compressed, for ${logDays} days` },
    { of: 'traces', quantity: calls * assumed.tracedShare, why: 'calls that are traced' },
  );
};

export type Given = {
  readonly runs: ReadonlyMap<string, Runs>;
  readonly hasStandby: boolean;
  readonly logDays: number;
};

/** The bill of a flow that happens so many times, but for what stands anyhow. */
export const billOf = (flow: Flow, times: number, { runs, hasStandby, logDays }: Given): readonly CostLine[] => {
  const work = workOf(flow, runs);
  const callsOf = (wanted: (one: Worked) => boolean): number => times * sum(work.filter(wanted), (one) => one.calls);
  const requests = callsOf(({ kind }) => kind === 'http');
  const calls = callsOf(() => true);
  const callsFor = (operation: string): number => times * (flow.operations[operation]?.calls ?? 0);
  const keyRequests = sum(Object.entries(assumed.keyRequests), ([operation, each]) => each * callsFor(operation));
  const puts = flow.records * times + callsFor('receivePaymentWebhook') * assumed.inboxPuts;
  return linesOf(
    ...doorLines(requests),
    { of: 'functionCalls', quantity: calls, why: 'calls of all functions' },
    { of: 'functionSeconds', quantity: times * sum(work, secondsOf), why: 'their assumed time by their memory' },
    ...tableLines(flow, times, hasStandby),
    { of: 'pipeRequests', quantity: times * flow.records, why: 'records out of the table' },
    {
      of: 'busEvents',
      quantity: times * (flow.records + flow.events + flow.wakeUps),
      why: 'records, events, wake-ups',
    },
    {
      of: 'queueRequests',
      quantity: callsOf(({ kind }) => kind === 'queue') * assumed.requestsPerMessage,
      why: 'each delivery is sent, received and deleted',
    },
    { of: 'archivePuts', quantity: puts, why: 'records into the archive, webhooks into the inbox' },
    { of: 'keyRequests', quantity: keyRequests, why: 'keys of persons, made and unwrapped' },
    { of: 'secretReads', quantity: calls * assumed.secretReadsPerCall, why: 'secrets that have to be read again' },
    { of: 'mails', quantity: callsFor('notifyCustomers'), why: 'mails to customers' },
    ...seeingLines(flow, { times, calls, requests, logDays }),
  );
};

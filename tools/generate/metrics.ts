import type { Capability } from '../../functions/_kit/contract.ts';
import { metrics } from '../../functions/_kit/metrics.ts';

const entriesOf = ({ endpoints, subscribers, schedules }: Capability) => [
  ...Object.values(endpoints),
  ...Object.values(subscribers),
  ...Object.values(schedules),
];

const linesOf = { lines: 'everything', events: 'events', records: 'audited records' } as const;
const shown = (name: string): string => `\`${name}\``;

/** What is measured, and who is hurt when an entry fails. */
export const metricPage = (capabilities: readonly Capability[]): string =>
  [
    '# Metrics',
    '',
    'Namespace `Bindery`, dimensions `operation` and `outcome` only. Every request, event and tick writes one log line that carries them.',
    '',
    '| Metric | Unit | On the lines of | Meaning |',
    '| --- | --- | --- | --- |',
    ...Object.entries(metrics).map(
      ([name, { unit, of, means }]) => `| ${shown(name)} | ${unit} | ${linesOf[of]} | ${means} |`,
    ),
    '',
    'As records are audited, each writes a line of its own, once: `operation` is the operation of the record, `outcome` is `recorded`, and only what the record measures stands in it. A record whose append was answered by silence may be missing there, and never stands twice; the books tell of all.',
    '`requestId` is the same from the answer’s header through the record to the last subscriber. `gatewayId` is the gateway’s own id of the request, by which its access log is found.',
    '',
    '`outcome` is `ok`, `replayed`, `failed`, or the code of the problem that was answered.',
    'Requests that were limited are `calls` with the outcome `rate-limited`; `tenant`, `actor` and `limitedBy` of their lines say who, and by which limit. None of them is a dimension.',
    '',
    '## Operations',
    '',
    '| Operation | If it breaks |',
    '| --- | --- |',
    ...capabilities.flatMap(entriesOf).map(({ id, ifBroken }) => `| [${id}](operations/${id}.md) | ${ifBroken} |`),
    '',
  ].join('\n');

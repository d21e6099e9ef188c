import type { Capability } from '../../functions/_kit/contract.ts';

const entriesOf = ({ endpoints, subscribers, schedules }: Capability) => [
  ...Object.values(endpoints),
  ...Object.values(subscribers),
  ...Object.values(schedules),
];

/** What is measured, and who is hurt when an entry fails. */
export const metricPage = (capabilities: readonly Capability[]): string =>
  [
    '# Metrics',
    '',
    'Namespace `Bindery`, dimensions `operation` and `outcome` only. Every request, event and tick writes one log line that carries them.',
    '',
    '| Metric | Unit | Meaning |',
    '| --- | --- | --- |',
    '| calls | Count | Requests, events or ticks |',
    '| ms | Milliseconds | Time inside the chain |',
    '| readUnits | Count | Read units that the table reported |',
    '| writeUnits | Count | Write units that the table reported |',
    '',
    '`outcome` is `ok`, `replayed`, `failed`, or the code of the problem that was answered.',
    'Requests that were limited are `calls` with the outcome `rate-limited`; `tenant`, `actor` and `limitedBy` of their lines say who, and by which limit. None of them is a dimension.',
    '',
    '## Operations',
    '',
    '| Operation | If it breaks |',
    '| --- | --- |',
    ...capabilities.flatMap(entriesOf).map(({ id, ifBroken }) => `| ${id} | ${ifBroken} |`),
    '',
  ].join('\n');

import type {
  Capability,
  EndpointContract,
  Footprint,
  Named,
  ScheduleContract,
  SubscriberContract,
} from '../../functions/_kit/contract.ts';
import { routeKeyOf } from '../../functions/_kit/http/route.ts';

const codes = (values: readonly string[]): string =>
  values.length === 0 ? '–' : values.map((one) => `\`${one}\``).join(', ');

const footprint = ({ reads, writes, emits, uses, unique, ifBroken }: Footprint): readonly string[] => [
  `- Reads ${codes(reads)}; writes ${codes(writes)}${unique === true ? '; holds unique business keys' : ''}`,
  `- Emits ${codes(emits)}`,
  `- Uses ${codes(uses)}`,
  `- If it breaks: ${ifBroken}`,
  '',
];

const callers = ({ caller, scope, roles }: EndpointContract): string =>
  [
    caller,
    ...(scope === undefined ? [] : [`scope \`${scope}\``]),
    ...(roles === undefined ? [] : [`role ${codes(roles)}`]),
  ].join(', ');

const hears = ({ summary, on, batch }: SubscriberContract): string =>
  `${summary}. Hears ${codes(on)}${batch === undefined ? '' : `, ${batch} at a time`}.`;

const gone = ({ deprecated }: EndpointContract): readonly string[] =>
  deprecated === undefined
    ? []
    : [`- Deprecated since ${deprecated.since}, gone on ${deprecated.sunset}. ${deprecated.instead}`];

const endpoint = (contract: Named<EndpointContract>): readonly string[] => [
  `### ${contract.id}`,
  '',
  `\`${routeKeyOf(contract)}\` → ${contract.success}. ${contract.description ?? `${contract.summary}.`}`,
  '',
  ...gone(contract),
  `- Called by: ${callers(contract)}`,
  `- Refuses with ${codes(Object.keys(contract.refusals))}`,
  ...footprint(contract),
];

const subscriber = (contract: Named<SubscriberContract>): readonly string[] => [
  `### ${contract.id}`,
  '',
  hears(contract),
  '',
  ...footprint(contract),
];

const schedule = (contract: Named<ScheduleContract>): readonly string[] => [
  `### ${contract.id}`,
  '',
  `${contract.summary}. Every ${contract.everyMinutes} minutes.`,
  '',
  ...footprint(contract),
];

/** Every way in, by capability, as its contract declares it. */
export const operationPage = (capabilities: readonly Capability[]): string =>
  [
    '# Operations',
    '',
    'Generated from `functions/*/contract.ts`. Endpoints are also in [openapi.json](openapi.json).',
    '',
    ...capabilities.flatMap(({ name, endpoints, subscribers, schedules }) => [
      `## ${name}`,
      '',
      ...Object.values(endpoints).flatMap(endpoint),
      ...Object.values(subscribers).flatMap(subscriber),
      ...Object.values(schedules).flatMap(schedule),
    ]),
  ].join('\n');

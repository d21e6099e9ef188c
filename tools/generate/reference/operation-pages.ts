import type { RefusalEntry } from '../../../domain/shared/refusal.ts';
import {
  type Capability,
  type EndpointContract,
  isCommand,
  type Named,
  type ScheduleContract,
  type SubscriberContract,
  servedAt,
} from '../../../functions/_kit/contract.ts';
import { ownRefusals } from '../../../functions/_kit/door-refusals.ts';
import { limitsOf } from '../../../functions/_kit/limits.ts';
import { isRetryable, statusOf } from '../../../functions/_kit/problem.ts';
import type { Recorded, Recordings } from '../recordings.ts';
import { behind } from './behind.ts';
import type { Document, Operation, Schema } from './document.ts';
import { operationsOf } from './document.ts';
import { cell, fieldTables, parameterTable, typeOf } from './fields.ts';
import { capabilityLink, eventLink, linked, operationLink, problemLink } from './links.ts';
import { cliOf, curlOf, typescriptOf } from './snippets-of.ts';

export type Given = {
  readonly document: Document;
  readonly recordings: Recordings;
  /** The pages of alarms that there are. */
  readonly runbooks: ReadonlySet<string>;
};

type Endpoint = Named<EndpointContract>;
const place = { objects: '../objects/' };

const callersOf = ({ caller, scope, roles }: EndpointContract): string =>
  [
    caller,
    ...(scope === undefined ? [] : [`scope \`${scope}\``]),
    ...(roles === undefined ? [] : [`role ${roles.map((role) => `\`${role}\``).join(' or ')}`]),
  ].join(', ');

const limitWords = (contract: EndpointContract): string =>
  limitsOf(contract)
    .map(({ by, rate }) => `${rate.perSecond} a second and ${rate.burst} at once by ${by}`)
    .join('; ');

/** What a second sending of the same does. */
const repeated = (contract: EndpointContract): string => {
  if (contract.caller === 'provider') return 'Each delivery is known by the id of its event, and taken once.';
  if (contract.method === 'GET') return 'It reads, so it can be asked again.';
  if (!isCommand(contract)) return 'It writes nothing, so it takes no key.';
  const answer = 'Under the same `Idempotency-Key` the same request is done once and answered alike for ever';
  return `${answer} ([retries](../../guides/retries.md)).`;
};

const relations = ({ previews, confirms, batch, deprecated, includes = {} }: Endpoint): readonly string[] => [
  ...(previews === undefined ? [] : [`| Previews | ${operationLink(previews)} |`]),
  ...(confirms === true ? ['| Confirms | It acts on the token of its preview alone. |'] : []),
  ...(batch === undefined ? [] : [`| Takes many of | ${linked(batch, operationLink)} |`]),
  ...Object.entries(includes).map(([name, scope]) => `| \`include=${name}\` | needs the scope \`${scope}\` besides |`),
  ...(deprecated === undefined
    ? []
    : [`| Deprecated | since ${deprecated.since}, gone on ${deprecated.sunset}. ${deprecated.instead} |`]),
];

const facts = (contract: Endpoint): readonly string[] => [
  '| | |',
  '| --- | --- |',
  `| Called by | ${callersOf(contract)} |`,
  `| Part of | ${capabilityLink(contract.capability)} |`,
  ...relations(contract),
  `| Sent twice | ${repeated(contract)} |`,
  `| Emits | ${linked(contract.emits, eventLink)} |`,
  `| [Limits](../limits.md) | ${limitWords(contract)} |`,
  '',
];

/** A body or an answer that has a name is told by it and by its fields. */
const shape = (schema: Schema | undefined, { components }: Document): readonly string[] => {
  if (schema === undefined) return [];
  const name = schema.$ref?.split('/').at(-1);
  const named = name === undefined ? undefined : components.schemas[name];
  const whole = named ?? schema;
  return [
    `${typeOf(schema, place)}${whole.description === undefined ? '' : `: ${whole.description}`}`,
    '',
    ...fieldTables(whole, place),
  ];
};

const request = ({ parameters = [], requestBody }: Operation, document: Document): readonly string[] => {
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (parameters.length === 0 && content === undefined) return [];
  return [
    '## Request',
    '',
    ...parameterTable(parameters, place),
    ...(content === undefined
      ? []
      : ['### Body', '', `\`${type}\`, `.concat(shape(content.schema, document).join('\n'))]),
  ];
};

const headerRows = (operation: Operation, success: number, { components }: Document): readonly string[] => {
  const headers = Object.entries(operation.responses[success]?.headers ?? {});
  return [
    '| Header | Meaning |',
    '| --- | --- |',
    ...headers.map(([name, { $ref, description = '' }]) => {
      const shared = $ref === undefined ? undefined : components.headers[$ref.split('/').at(-1) ?? ''];
      return `| \`${name}\` | ${cell(shared?.description ?? description)} |`;
    }),
    '',
  ];
};

const answer = (contract: Endpoint, operation: Operation, document: Document): readonly string[] => {
  const [content] = Object.values(operation.responses[contract.success]?.content ?? {});
  return [
    `## Answer`,
    '',
    `**${contract.success}**: `.concat(shape(content?.schema, document).join('\n')),
    '### Headers',
    '',
    ...headerRows(operation, contract.success, document),
  ];
};

const refusalRow = (code: string, entry: RefusalEntry & { readonly status?: number }): string => {
  const again = isRetryable(code) ? 'as it is' : 'mended';
  return `| ${problemLink(code)} | ${statusOf(entry)} | ${again} | ${cell(entry.title)} |`;
};

/** What the operation itself refuses, and then what may be refused whatever is asked. */
const refusals = (contract: Endpoint, operation: Operation): readonly string[] => {
  const own = Object.entries(contract.refusals);
  const named = Object.values(operation.responses).flatMap(({ content = {} }) =>
    Object.values(content).flatMap(({ examples = {} }) => Object.keys(examples)),
  );
  const known: Readonly<Record<string, RefusalEntry & { readonly status: number }>> = ownRefusals;
  const common = [...new Set(named)].filter((code) => known[code] !== undefined && !(code in contract.refusals));
  return [
    '## Refusals',
    '',
    ...(own.length === 0
      ? []
      : [
          '| Code | Status | Send again | What it says |',
          '| --- | --- | --- | --- |',
          ...own.map(([code, entry]) => refusalRow(code, entry)),
          '',
        ]),
    `${own.length === 0 ? 'Only what any operation may refuse' : 'Besides, as any operation'}: ${common
      .map((code) => `${problemLink(code)} (${known[code]?.status})`)
      .join(', ')}.`,
    '',
  ];
};

/** Operations that the SDK asks by itself, or that only a payment provider asks. */
const isForSdk = ({ caller, form }: Endpoint): boolean => caller !== 'provider' && form !== true;

const fence = (info: string, text: string): readonly string[] => [`\`\`\`${info}`, text, '```', ''];

const example = (contract: Endpoint, recorded: Recorded | undefined): readonly string[] => {
  if (recorded === undefined) return [];
  const template = servedAt(contract);
  const { status, headers, body } = recorded.response;
  const etag = headers['etag'] === undefined ? '' : `, with \`ETag: ${headers['etag']}\``;
  return [
    '## Example',
    '',
    ...fence('sh tab=curl', curlOf(recorded)),
    ...(isForSdk(contract)
      ? [
          ...fence('ts tab=TypeScript', typescriptOf(contract.id, template, recorded)),
          ...fence('sh tab=CLI', cliOf(contract.id, template, recorded)),
        ]
      : []),
    `It answers ${status}${etag}:`,
    '',
    ...(body === undefined ? [] : fence('json', JSON.stringify(body, null, 2))),
  ];
};

const endpointPage = (contract: Endpoint, { document, recordings, runbooks }: Given): string => {
  const operation = operationsOf(document).get(contract.id);
  if (operation === undefined) throw new Error(`${contract.id} is not in the OpenAPI document.`);
  const { description, summary } = contract;
  return [
    `# ${contract.id}`,
    '',
    `${summary}.${description === undefined ? '' : ` ${description}`}`,
    '',
    ...fence('http', `${contract.method} ${servedAt(contract)}`),
    ...facts(contract),
    ...request(operation, document),
    ...example(contract, recordings.get(contract.id)),
    ...answer(contract, operation, document),
    ...refusals(contract, operation),
    ...behind(contract.id, contract, runbooks),
  ].join('\n');
};

const subscriberPage = (contract: Named<SubscriberContract>, { runbooks }: Given): string => {
  const { id, summary, on, batch, capability } = contract;
  const heard = on.map((type) => (type.startsWith('wake-up.') ? `\`${type}\`` : eventLink(type)));
  return [
    `# ${id}`,
    '',
    `${summary}. A subscriber of ${capabilityLink(capability)}: nobody calls it.`,
    '',
    `**Hears** ${heard.join(', ')}${batch === undefined ? '' : `, ${batch} at a time`}.`,
    '',
    ...behind(id, contract, runbooks),
  ].join('\n');
};

const schedulePage = (contract: Named<ScheduleContract>, { runbooks }: Given): string => {
  const { id, summary, everyMinutes, capability } = contract;
  const often = everyMinutes === 1 ? 'Every minute' : `Every ${everyMinutes} minutes`;
  return [
    `# ${id}`,
    '',
    `${summary}. A schedule of ${capabilityLink(capability)}: nobody calls it.`,
    '',
    `**Runs** ${often.toLowerCase()}.`,
    '',
    ...behind(id, contract, runbooks),
  ].join('\n');
};

/** A page for each way in: endpoints, subscribers and schedules. */
export const operationFiles = (
  capabilities: readonly Capability[],
  given: Given,
): readonly (readonly [string, string])[] =>
  capabilities.flatMap(({ endpoints, subscribers, schedules }) => [
    ...Object.values(endpoints).map((one) => [`operations/${one.id}.md`, endpointPage(one, given)] as const),
    ...Object.values(subscribers).map((one) => [`operations/${one.id}.md`, subscriberPage(one, given)] as const),
    ...Object.values(schedules).map((one) => [`operations/${one.id}.md`, schedulePage(one, given)] as const),
  ]);

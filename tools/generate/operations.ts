import {
  type Capability,
  type EndpointContract,
  type Named,
  type ScheduleContract,
  type SubscriberContract,
  servedAt,
} from '../../functions/_kit/contract.ts';

const link = (id: string): string => `[${id}](operations/${id}.md)`;

const endpointRow = (contract: Named<EndpointContract>): string => {
  const { id, method, summary, caller, deprecated } = contract;
  const gone =
    deprecated === undefined
      ? ''
      : ` Deprecated since ${deprecated.since}, gone on ${deprecated.sunset}. ${deprecated.instead}`;
  return `| ${link(id)} | \`${method} ${servedAt(contract)}\` | ${summary}.${gone} | ${caller} |`;
};

const rest = (
  subscribers: readonly Named<SubscriberContract>[],
  schedules: readonly Named<ScheduleContract>[],
): readonly string[] => {
  const lines = [...subscribers, ...schedules].map(({ id, summary }) => `- ${link(id)}: ${summary}.`);
  return lines.length === 0 ? [] : ['By itself:', '', ...lines, ''];
};

/** Every way in, by capability; each has a page of its own. */
export const operationPage = (capabilities: readonly Capability[]): string =>
  [
    '# Operations',
    '',
    'Every operation by its capability, generated from `functions/*/contract.ts`. The same in one file for programs is',
    '[openapi.json](openapi.json). What requests and answers are made of: [objects](objects/README.md).',
    '',
    ...capabilities.flatMap(({ name, endpoints, subscribers, schedules }) => [
      `## ${name}`,
      '',
      ...(Object.keys(endpoints).length === 0
        ? []
        : [
            '| Operation | Request | What it does | Called by |',
            '| --- | --- | --- | --- |',
            ...Object.values(endpoints).map(endpointRow),
            '',
          ]),
      ...rest(Object.values(subscribers), Object.values(schedules)),
    ]),
  ].join('\n');

import type { Capability, EndpointContract, Named } from '../../../functions/_kit/contract.ts';
import { servedAt } from '../../../functions/_kit/contract.ts';
import type { Recorded, Recordings } from '../recordings.ts';

/** An operation as a collection shows it. */
type Shown = {
  readonly id: string;
  readonly summary: string;
  readonly about: string;
  readonly needsToken: boolean;
  readonly isForm: boolean;
  readonly path: string;
  /** What can stand in its query. */
  readonly names: readonly string[];
} & Recorded['request'];

/** The names of what can stand in an operation's query. */
const queryNames = ({ query }: EndpointContract): readonly string[] =>
  Object.keys((query as { readonly shape?: object } | undefined)?.shape ?? {});

const shownOf = (contract: Named<EndpointContract>, recorded: Recorded): Shown => {
  const { id, summary, description, scope, roles } = contract;
  const needs = [
    ...(scope === undefined ? [] : [`Needs the scope \`${scope}\`.`]),
    ...(roles === undefined ? [] : [`Needs one of the roles ${roles.join(', ')}.`]),
  ];
  return {
    ...recorded.request,
    ...{ id, summary, path: servedAt(contract), isForm: contract.form === true },
    about: [description ?? `${summary}.`, ...needs].join(' '),
    needsToken: contract.caller === 'partner' || contract.caller === 'staff',
    names: queryNames(contract),
  };
};

/** Every operation of each capability that has any; one that is so new that it was never recorded has to wait. */
export const shownOperations = (capabilities: readonly Capability[], recordings: Recordings) =>
  capabilities
    .filter(({ endpoints }) => Object.keys(endpoints).length > 0)
    .map(({ name, endpoints }) => ({
      name,
      operations: Object.values(endpoints).flatMap((one) => {
        const recorded = recordings.get(one.id);
        return recorded === undefined ? [] : [shownOf(one, recorded)];
      }),
    }));

export type Group = ReturnType<typeof shownOperations>[number];
export type ShownOperation = Shown;

/** The key of a recorded request, with a number that is another one for each new intent. */
export const keyWith = (headers: Readonly<Record<string, string>>, run: string): string | undefined =>
  headers['Idempotency-Key']?.replace(/\d{4}$/, run);

/** The headers that are shown as they were recorded: a login has a way of its own in each collection. */
export const plainHeaders = (headers: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
  Object.entries(headers).filter(([name]) => !['Authorization', 'Idempotency-Key'].includes(name));

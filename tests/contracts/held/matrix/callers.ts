import type { EndpointContract } from '../../../../functions/_kit/contract.ts';
import type { VerifiedToken } from '../../../../functions/_kit/platform.ts';
import { loadEntries } from '../../../../local/entries.ts';

export const { endpoints } = await loadEntries();
const contracts = endpoints.map(({ contract }) => contract);

export const scopes = [
  ...new Set(contracts.flatMap(({ scope, includes = {} }) => [scope ?? [], Object.values(includes)].flat())),
].toSorted();
export const roles = [...new Set(contracts.flatMap((one) => one.roles ?? []))].toSorted();

type Actor = VerifiedToken['actor'];
/** Who asks; without an actor there is no token. */
export type Caller = { readonly name: string; readonly actor?: Actor };

const partner = (name: string, held: readonly string[]): Caller => ({
  name: `a client with ${name}`,
  actor: { kind: 'partner', id: 'client-7', roles: [], scopes: held },
});
const person = (name: string, held: readonly string[], allowed: readonly string[]): Caller => ({
  name: `a person with ${name}`,
  actor: { kind: 'person', id: 'person-7', roles: held, scopes: allowed },
});

/** Every kind of caller there is, by what a token can hold. */
export const callersOf = ({ scope }: EndpointContract): readonly Caller[] => [
  { name: 'nobody' },
  partner('every scope', scopes),
  partner('no scope', []),
  ...scopes.map((one) => partner(one, [one])),
  ...(scope === undefined
    ? []
    : [
        partner(
          `every scope but ${scope}`,
          scopes.filter((one) => one !== scope),
        ),
      ]),
  // A client's token may say whatever it likes of roles: it is no person.
  {
    name: 'a client with every role',
    actor: { kind: 'partner', id: 'client-8', roles, scopes },
  },
  person('every role and scope', roles, scopes),
  person('every role and no scope', roles, []),
  person('no role and every scope', [], scopes),
  ...roles.map((role) => person(`the role ${role} and every scope`, [role], scopes)),
];

export type Verdict = 'may' | 'unauthenticated' | 'forbidden';

/** What the contract says of a caller, and nothing else does. */
export const verdictOf = (contract: EndpointContract, { actor }: Caller, include: readonly string[] = []): Verdict => {
  if (contract.caller !== 'partner' && contract.caller !== 'staff') return 'may';
  if (actor === undefined) return 'unauthenticated';
  const needs = [contract.scope ?? [], include.map((name) => contract.includes?.[name] ?? [])].flat(2);
  const isKind = contract.caller === 'partner' || actor.kind === 'person';
  const hasRole = contract.roles === undefined || contract.roles.some((role) => actor.roles.includes(role));
  return isKind && hasRole && needs.every((scope) => actor.scopes.includes(scope)) ? 'may' : 'forbidden';
};

import type { Capability, EndpointContract, Named } from '../../functions/_kit/contract.ts';

type Endpoint = Named<EndpointContract>;

const callers: Readonly<Record<EndpointContract['caller'], string>> = {
  partner: 'any token',
  staff: 'a person’s token',
  public: 'everybody; the tenant stands in the path',
  provider: 'a provider, by its signature',
  anyone: 'everybody',
};

const quoted = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ') || '–';
const linkTo = ({ id }: Endpoint): string => `[${id}](operations/${id}.md)`;

/** What is asked for besides the entry's own scope: by what is included, and by the items of a batch. */
const furtherOf = ({ includes = {}, batch = [] }: Endpoint): string =>
  [
    ...Object.entries(includes).map(([name, scope]) => `\`?include=${name}\`: \`${scope}\``),
    ...(batch.length > 0 ? [`each item: that of ${batch.join(', ')}`] : []),
  ].join('; ') || '–';

const row = (contract: Endpoint): string => {
  const { caller, scope, roles = [] } = contract;
  const cells = [linkTo(contract), callers[caller], quoted(scope === undefined ? [] : [scope]), quoted(roles)];
  return `| ${[...cells, furtherOf(contract)].join(' | ')} |`;
};

const opens = (title: string, by: (contract: Endpoint) => readonly string[], all: readonly Endpoint[]) => {
  const names = [...new Set(all.flatMap(by))].toSorted();
  return [
    `| ${title} | Operations |`,
    '| --- | --- |',
    ...names.map((name) => {
      const opened = all.filter((contract) => by(contract).includes(name));
      return `| \`${name}\` | ${opened.map(linkTo).join(', ')} |`;
    }),
  ];
};

/** Who may call what, from the contracts; the same rules are asked of the platform cell by cell in the tests. */
export const authorisationPage = (capabilities: readonly Capability[]): string => {
  const all = capabilities.flatMap(({ endpoints }) => Object.values(endpoints));
  return [
    '# Authorisation',
    '',
    'Generated from `functions/*/contract.ts`. A token is of one tenant: whatever it asks for is looked for there, and what',
    'belongs to another tenant is answered like what does not exist (404, or a page without it), to the byte. A token without',
    'the scope or the role is answered 403 [`forbidden`](problems/forbidden.md), and no token, or one that does not hold, 401',
    '[`unauthenticated`](problems/unauthenticated.md); nothing is read or written then. A role counts with people only: a',
    'system’s token has none, whatever it says. Which scopes a credential has is said when it is',
    '[made](operations/createCredential.md).',
    '',
    '| Operation | Called with | Scope | One of the roles | Besides |',
    '| --- | --- | --- | --- | --- |',
    ...all.map(row),
    '',
    '## What a scope opens',
    '',
    ...opens('Scope', ({ scope, includes = {} }) => [scope ?? [], Object.values(includes)].flat(), all),
    '',
    '## What a role opens',
    '',
    'Together with the scope, where the operation has one.',
    '',
    ...opens('Role', ({ roles = [] }) => roles, all),
    '',
  ].join('\n');
};

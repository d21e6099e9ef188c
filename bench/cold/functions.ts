import { join } from 'node:path';
import { loadCapabilities } from '../../functions/_kit/load-capabilities.ts';
import { bundlesOf } from '../../infra/bundles.ts';
import { groupsOf } from '../../infra/groups.ts';
import { conventionalNames, emptyName, quoteNames } from './answers.ts';
import { type Bundled, conventionally, withoutReadingMatter } from './bundling.ts';
import { type Asking, httpEvent, quoteBody } from './events.ts';
import type { Startable } from './start.ts';
import type { Surroundings } from './surroundings.ts';

/** Something that is started cold. A headline one is started in every round. */
export type Contender = Startable & { readonly name: string; readonly bytes: number; readonly headline: boolean };

/** The first request of a function, and the scope that it takes. */
type First = Omit<Asking, 'token'> & { readonly scope?: string };

const quoting: First = { method: 'POST', route: '/v1/quotes', body: quoteBody, scope: 'quotes:write' };

const firsts = (policyId: string): Readonly<Record<string, First>> => ({
  'create-quote': quoting,
  'policies-partner': {
    method: 'GET',
    route: '/v1/policies/{policyId}',
    path: { policyId },
    scope: 'policies:read',
  },
  'claims-partner': { method: 'GET', route: '/v1/claims', scope: 'claims:read' },
  'products-partner': { method: 'GET', route: '/v1/products', scope: 'products:read' },
  'health-anyone': { method: 'GET', route: '/v1/health' },
});

const headlines: ReadonlySet<string> = new Set(['create-quote', 'policies-partner', 'claims-partner']);

const eventOf = (first: First, { token }: Surroundings): NonNullable<Startable['event']> => {
  const { scope, ...asking } = first;
  return async () => httpEvent({ ...asking, ...(scope !== undefined && { token: await token(scope) }) });
};

/** All functions that are deployed, and what they are compared with. The empty function comes first. */
export const contenders = async (around: Surroundings, policyId: string): Promise<readonly Contender[]> => {
  const { environment } = around;
  const known = firsts(policyId);
  const bundles = await bundlesOf(groupsOf(await loadCapabilities()));
  const ours = [...bundles].map(([name, { folder, bytes }]): Contender => {
    const first = known[name];
    return {
      name,
      bytes,
      bundle: join(folder, 'index.mjs'),
      environment,
      headline: headlines.has(name),
      ...(first !== undefined && { event: eventOf(first, around) }),
    };
  });
  const other = ({ bundle, bytes }: Bundled, name: string, first = quoting): Contender => ({
    ...{ name, bytes, bundle, environment, headline: true },
    event: eventOf(first, around),
  });
  return [
    other(await conventionally('empty.ts'), emptyName, { method: 'GET', route: '/' }),
    ...ours,
    ...ours.filter(({ name }) => name === quoteNames.ours).map((one) => ({ ...one, name: quoteNames.again })),
    other(await conventionally('conventional/whole.ts', { plugins: withoutReadingMatter }), conventionalNames.whole),
    other(await conventionally('conventional/lean.ts', { plugins: withoutReadingMatter }), conventionalNames.lean),
  ];
};

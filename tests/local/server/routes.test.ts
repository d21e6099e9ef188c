import { describe, expect, it } from 'vitest';
import { servedAt } from '../../../functions/_kit/contract.ts';
import { loadEntries } from '../../../local/entries.ts';
import { routesOf } from '../../../local/server/routes.ts';
import { aWorld } from '../../support/world.ts';

const { endpoints, capabilities, subscribers, schedules } = await loadEntries();
const { platform } = await aWorld([]);
const routes = routesOf(endpoints, platform);
const idAt = (method: string, path: string): string => {
  const match = routes.match(method, path);
  return match.found === 'entry' ? match.endpoint.contract.id : match.found;
};

describe('loadEntries', () => {
  it('finds every entry that a contract declares, so that a new one appears by itself', () => {
    const declared = capabilities.flatMap((one) =>
      [one.endpoints, one.subscribers, one.schedules].flatMap((entries) => Object.keys(entries)),
    );
    const found = [...endpoints, ...subscribers, ...schedules].map(({ contract }) => contract.id);
    expect(found.toSorted()).toEqual(declared.toSorted());
    expect(found.length).toBeGreaterThan(20);
  });
});

describe('routesOf', () => {
  it('leads every declared path to its entry', () => {
    for (const { contract } of endpoints) {
      const path = servedAt(contract).replace(/\{\w+\}/g, 'something');
      expect(idAt(contract.method, path), path).toBe(contract.id);
    }
  });
  it('prefers fixed words to parameters', () => {
    expect(idAt('POST', '/v1/customers/find')).toBe('findCustomer');
    expect(idAt('GET', '/v1/customers/find')).toBe('getCustomer');
    expect(idAt('GET', '/v1/claims/queue')).toBe('listClaimsToDecide');
  });
  it('decodes parameters once', () => {
    const match = routes.match('GET', '/v1/policies/a%2520b%2Fc');
    expect(match).toMatchObject({ found: 'entry', params: { policyId: 'a%20b/c' } });
  });
  it.each(['/v1', '/v1/', '/v1/policies/', '/v1//policies', '/V1/policies', '/v1/policies/a/b', '/policies', ''])(
    'finds nothing at %j',
    (path) => {
      expect(routes.match('GET', path).found).toBe('nothing');
    },
  );
  it('names the other methods of a path', () => {
    expect(routes.match('PATCH', '/v1/policies')).toEqual({ found: 'other-methods', allow: ['GET', 'POST'] });
  });
});

import { describe, expect, it } from 'vitest';
import { managingScope, partnerScopes } from '../../../domain/partners/scopes.ts';
import { loadCapabilities } from '../../../functions/_kit/load-capabilities.ts';

const endpoints = (await loadCapabilities()).flatMap((one) => Object.values(one.endpoints));

describe('the scopes of partners', () => {
  it('are exactly those that the contracts for partners ask for', () => {
    const asked = endpoints.flatMap(({ caller, scope }) =>
      caller === 'partner' && scope !== undefined ? [scope] : [],
    );
    expect([...partnerScopes]).toEqual([...new Set(asked)].toSorted());
  });

  it('hold the one that every change of a credential asks for', () => {
    const managing = endpoints.filter(({ capability, writes, caller }) => {
      return capability === 'partners' && caller === 'partner' && writes.length > 0;
    });
    expect(managing.length).toBeGreaterThan(0);
    expect(new Set(managing.map(({ scope }) => scope))).toEqual(new Set([managingScope]));
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { wishes } from '../../local/settings.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the wishes of the environment', () => {
  it('are the published limits and the sandbox alone unless said', () => {
    vi.stubEnv('BINDERY_LIMITS', undefined);
    vi.stubEnv('BINDERY_TENANTS', '');
    expect(wishes()).toMatchObject({ limitTimes: 1, tenants: [] });
  });
  it('name further tenants, and how many times the limits are to be', () => {
    vi.stubEnv('BINDERY_LIMITS', '16');
    vi.stubEnv('BINDERY_TENANTS', 'busy-shop,quiet-shop');
    expect(wishes()).toMatchObject({ limitTimes: 16, tenants: ['busy-shop', 'quiet-shop'] });
  });
  it.each([
    ['BINDERY_LIMITS', '0', /from 1 to 1000/],
    ['BINDERY_LIMITS', 'many', /BINDERY_LIMITS is "many"/],
    ['BINDERY_TENANTS', 'ok-shop,No#', /"No#"/],
  ])('refuse %s=%s', (name, value, sentence) => {
    vi.stubEnv(name, value);
    expect(wishes).toThrow(sentence);
  });
});

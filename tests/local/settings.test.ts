import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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
  it('choose a port and a data folder as the README says', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const lines = [...readme.matchAll(/^(PORT|BINDERY_DATA)=(\S+) npm start/gm)];
    for (const [, name = '', value = ''] of lines) vi.stubEnv(name, value);
    expect(lines.map(([, name]) => name)).toEqual(['PORT', 'BINDERY_DATA']);
    const dataFolder = fileURLToPath(new URL('../../../bindery-data', import.meta.url));
    expect(wishes()).toMatchObject({ port: 9000, dataFolder });
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

import { describe, expect, it } from 'vitest';
import { originCheck } from '../../../functions/_adapters/check-origin.ts';
import type { LogLine } from '../../../functions/_kit/platform.ts';

const aDoor = (secret: Record<string, unknown> = { current: 'b', next: 'c', previous: 'a' }) => {
  const log: LogLine[] = [];
  return {
    log,
    check: originCheck(
      async () => secret,
      (line) => void log.push(line),
    ),
  };
};

describe('originCheck', () => {
  it.each(['a', 'b', 'c'])('lets in who brings the value %j of the secret', async (value) => {
    const { check, log } = aDoor();
    expect(await check({ identitySource: [value] })).toEqual({ isAuthorized: true });
    expect(log).toEqual([]);
  });
  it.each([
    ['another value', ['d']],
    ['a beginning of one', ['']],
    ['two in one header', ['a,b']],
    ['a value and more', ['b ']],
    ['the name of a field', ['current']],
    ['nothing', []],
    ['no header', null],
    ['no identity', undefined],
  ])('keeps out who brings %s, and notes it without what was brought', async (_what, identitySource) => {
    const { check, log } = aDoor();
    expect(await check(identitySource === undefined ? {} : { identitySource })).toEqual({ isAuthorized: false });
    expect(log).toEqual([{ level: 'warn', operation: 'checkOrigin', outcome: 'refused' }]);
  });
  it('lets nobody in by an empty secret, not even with an empty header', async () => {
    for (const secret of [{}, { current: '' }])
      expect(await aDoor(secret).check({ identitySource: [''] })).toEqual({ isAuthorized: false });
  });
  it('lets nobody in while the secret cannot be read', async () => {
    const check = originCheck(
      async () => {
        throw new Error('The secrets extension answers 500.');
      },
      () => undefined,
    );
    await expect(check({ identitySource: ['a'] })).rejects.toThrow('500');
  });
});

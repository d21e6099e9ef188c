import { expect, it } from 'vitest';
import { failing, type WriteFault, writeFaults } from '../faults.ts';
import type { OpenShop } from './shop.ts';

/** Whatever a write answers, or does not, a command has one effect and one answer (design §4). */
export const repliesContract = (open: OpenShop): void => {
  it('answers the same key and body byte for byte, and another body never', async () => {
    const { world, body } = await open();
    const first = await world.call('bindPolicy', { body, key: 'the-same-key' });
    const again = await world.call('bindPolicy', { body, key: 'the-same-key' });
    const other = await world.call('bindPolicy', { body: { ...body, reference: 'other' }, key: 'the-same-key' });
    expect([first.status, again.text]).toEqual([201, first.text]);
    expect([other.status, other.body]).toMatchObject([422, { code: 'idempotency-key-reused' }]);
  });

  it.each(Object.keys(writeFaults) as WriteFault[])('keeps one effect when %s hides a commit', async (fault) => {
    const faults = failing(fault, 'after', 1);
    const { world, body } = await open(faults.through);
    faults.arm();
    const answer = await world.call('bindPolicy', { body, key: 'lost-reply' });
    expect([answer.status, faults.seen()]).toEqual([201, 1]);
    expect(answer.headers['idempotent-replayed']).toBeUndefined();
    const again = await world.call('bindPolicy', { body, key: 'lost-reply' });
    expect([again.text, again.headers['idempotent-replayed']]).toEqual([answer.text, 'true']);
  });

  it.each(Object.keys(writeFaults) as WriteFault[])('tries again after %s before the commit', async (fault) => {
    const faults = failing(fault, 'before', 3);
    const { world, body } = await open(faults.through);
    faults.arm();
    const answer = await world.call('bindPolicy', { body });
    expect([answer.status, faults.seen()]).toEqual([201, 3]);
  });

  it('says 503 and writes nothing while the table stays away, and the same key succeeds afterwards', async () => {
    const faults = failing('a throttle', 'before', 5);
    const { world, body } = await open(faults.through);
    faults.arm();
    const away = await world.call('bindPolicy', { body, key: 'patience' });
    expect([away.status, away.body, away.headers['retry-after']]).toMatchObject([503, { retryable: true }, '2']);
    const back = await world.call('bindPolicy', { body, key: 'patience' });
    expect([back.status, back.headers['idempotent-replayed']]).toEqual([201, undefined]);
  });
};

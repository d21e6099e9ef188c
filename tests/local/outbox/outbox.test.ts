import { appendFile, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { outboxFile } from '../../../local/outbox/outbox.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

const given = { baseUrl: 'http://localhost:8787', now: () => '2026-11-23T08:00:00.000Z' };
const aPath = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'bindery-outbox-'));
  folders.push(folder);
  return join(folder, 'data', 'outbox.jsonl');
};
const aMail = (key: string) => ({
  ...{ tenant: 'shop', to: 'a@example.com', subject: `About ${key}`, text: 'x', html: '<p>x</p>', key },
});

describe('the outbox', () => {
  it('keeps mail over restarts, newest first, and passes over a line that was cut off', async () => {
    const path = await aPath();
    const before = await outboxFile(path, given);
    await before.mailer.send(aMail('ntf_1'));
    await before.mailer.send(aMail('ntf_2'));
    await appendFile(path, '{"key":"ntf_3","to":"cut o');
    const after = await outboxFile(path, given);
    expect(after.all().map(({ key }) => key)).toEqual(['ntf_2', 'ntf_1']);
    expect(after.one('ntf_1')).toMatchObject({ ...aMail('ntf_1'), messageId: 'outbox-1', at: given.now() });
    expect(after.one('ntf_3')).toBeUndefined();
  });

  it('takes a message once, however often it is sent', async () => {
    const path = await aPath();
    const { mailer, all } = await outboxFile(path, given);
    const first = await mailer.send(aMail('ntf_1'));
    expect(await mailer.send(aMail('ntf_1'))).toEqual(first);
    expect(all()).toHaveLength(1);
    const again = await outboxFile(path, given);
    expect(await again.mailer.send(aMail('ntf_1'))).toEqual(first);
    expect(again.all()).toHaveLength(1);
  });

  it('has not posted what it could not write down, and posts it when it is sent again', async () => {
    const path = await aPath();
    const { mailer, all } = await outboxFile(path, given);
    await mkdir(path, { recursive: true });
    await expect(mailer.send(aMail('ntf_1'))).rejects.toThrow('EISDIR');
    expect(all()).toEqual([]);
    await rm(path, { recursive: true });
    await mailer.send(aMail('ntf_1'));
    expect((await outboxFile(path, given)).one('ntf_1')).toMatchObject(aMail('ntf_1'));
  });

  it('can be read by its user alone', async () => {
    const path = await aPath();
    await (await outboxFile(path, given)).mailer.send(aMail('ntf_1'));
    expect((await stat(path)).mode & 0o077).toBe(0);
  });
});

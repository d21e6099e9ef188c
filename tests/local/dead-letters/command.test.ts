import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { wishIn } from '../../../local/dead-letters/command.ts';
import { deadLetterLevers, deadLetterPages } from '../../../local/dead-letters/doors.ts';
import { fileLetters } from '../../../local/dead-letters/file-letters.ts';
import { doorsOf } from '../../../local/server/doors.ts';
import { aCloud, identity } from './cloud/stand-in.ts';
import { aLine, anEvent } from './fixture.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const open: { close(): unknown }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

type Said = { readonly code: number; readonly stdout: string; readonly stderr: string };
const command = async (args: readonly string[], env: Record<string, string> = {}): Promise<Said> => {
  const given = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', ...env };
  try {
    const options = { cwd: root, env: given };
    return { code: 0, ...(await promisify(execFile)(process.execPath, ['local/dead-letters.ts', ...args], options)) };
  } catch (thrown) {
    const { code, stdout, stderr } = Object(thrown);
    return { code, stdout, stderr };
  }
};

/** A server of this machine with two letters, of which the first is of somebody who would move the cursor. */
const aMachine = async (letters = [aLine('clm_1.1.1', { reason: 'no \u001b[2Jtable' }), aLine('clm_2.1.1')]) => {
  const file = { letters, notes: [], keep: async () => undefined, note: async () => undefined };
  const port = fileLetters({
    file,
    bus: { knows: () => true, giveTo: () => true },
    now: () => '2026-11-23T09:00:00.000Z',
  });
  const doors = doorsOf({
    isReady: async () => true,
    shown: {},
    pages: deadLetterPages(port.letters),
    told: deadLetterLevers(port.letters, () => 'kim'),
  });
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const asked = {
      path: request.url ?? '',
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(parts).toString(),
    };
    const answer = await doors(request.method ?? '', asked);
    response.writeHead(answer?.statusCode ?? 500, { 'content-type': 'application/json' }).end(answer?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  const { port: at } = server.address() as AddressInfo;
  return { env: { PORT: `${at}` }, ids: (await port.letters.list()).map(({ id }) => id), letters: port.letters };
};

describe('npm run dead-letters on this machine', () => {
  it('lists letters in lines that move no cursor, and as JSON', async () => {
    const { env, ids } = await aMachine();
    const { code, stdout } = await command(['list'], env);
    expect(code).toBe(0);
    expect(stdout).toContain(ids[0]);
    expect(stdout).toContain('claim.registered clm_2.1.1 of shop-a');
    expect(stdout).toContain('tried 5 times');
    expect(stdout).not.toContain('\u001b');
    const asJson = JSON.parse((await command(['--json'], env)).stdout);
    expect(asJson).toMatchObject({ letters: [{ id: ids[0] }, { id: ids[1] }], counts: [{ count: 2 }] });
  });

  it('reads, replays, drops and tells what was decided', async () => {
    const { env, ids } = await aMachine();
    const [first = '', second = ''] = ids;
    expect(JSON.parse((await command(['read', first], env)).stdout)).toMatchObject({
      id: first,
      event: anEvent('clm_1.1.1'),
    });
    expect((await command(['replay', first], env)).stdout).toContain('was given to adjudicateClaim again');
    const dropped = await command(['drop', second, '--reason', 'a test of ours'], env);
    expect(dropped.stdout).toContain(`${second} was dropped by kim, 2026-11-23T09:00:00.000Z: a test of ours`);
    expect((await command([], env)).stdout).toBe('There are no dead letters.\n');
    expect((await command(['settled'], env)).stdout).toContain(`${first}\n  replayed by kim`);
  });

  it('says in a sentence what was not done, and ends with 1', async () => {
    const { env, ids } = await aMachine();
    const [first = ''] = ids;
    expect(await command(['drop', first, '--reason', 'short'], env)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('at least 10 characters'),
    });
    expect(await command(['read', 'nothing.1'], env)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no dead letter'),
    });
    await command(['replay', first], env);
    const again = await command(['replay', first], env);
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('was already replayed by kim') });
    const otherwise = await command(['drop', first, '--reason', 'a test of ours', '--json'], env);
    expect(otherwise.code).toBe(1);
    expect(JSON.parse(otherwise.stderr)).toMatchObject({ status: 'already-settled', settled: { how: 'replayed' } });
  });

  it.each([
    ['a sign that turns the text around', 'nothing \u202e to do', 'not acceptable JSON: forbidden-character'],
    ['more than a door takes', 'a'.repeat(60_000), 'not acceptable JSON: string-too-long'],
  ])('says why a reason was not taken: %s', async (_what, reason, sentence) => {
    const { env, ids } = await aMachine();
    const { code, stderr } = await command(['drop', ids[0] ?? '', '--reason', reason], env);
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`^It was refused\\. .*${sentence}\\.\n$`));
  });

  it('says plainly that no platform runs', async () => {
    const { code, stderr } = await command(['list', '--url', 'http://127.0.0.1:9']);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        "No platform answers at http://127.0.0.1:9: start it with npm start, or name the cloud's by --stage prod.\n",
    });
  });
});

describe('npm run dead-letters in the cloud', () => {
  it('works on the queues and the archive of a stage, under the identity of who runs it', async () => {
    const cloud = await aCloud();
    open.push(cloud);
    cloud.sqs.addQueue('bindery-prod-adjudicate-claim');
    cloud.sqs.addQueue('bindery-prod-adjudicate-claim-dead');
    cloud.sqs.addQueue('bindery-dev-adjudicate-claim-dead');
    const body = JSON.stringify({ detail: anEvent('clm_1.1.1') });
    const id = `adjudicate-claim.${cloud.sqs.put('bindery-prod-adjudicate-claim-dead', { body })}`;
    cloud.sqs.put('bindery-dev-adjudicate-claim-dead', { body });
    const env = {
      ...{ AWS_ENDPOINT_URL: cloud.url, AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' },
    };
    const args = ['--stage', 'prod', '--region', 'eu-central-1'];
    const listed = JSON.parse((await command(['list', '--json', ...args], env)).stdout);
    expect(listed.letters).toMatchObject([{ id, subscriber: 'adjudicateClaim', kind: 'subscriber' }]);
    expect((await command(['replay', id, ...args], env)).stdout).toContain('was given to adjudicateClaim again');
    expect((await command(['settled', ...args], env)).stdout).toContain(`replayed by ${identity}`);
    expect(cloud.sqs.bodiesIn('bindery-prod-adjudicate-claim')).toEqual([body]);
    expect([...cloud.objects.keys()]).toEqual([`ops/dead-letters/${id}.json`]);
  });

  it.each([
    [['--stage', 'PROD!', '--region', 'eu-central-1'], {}, 'cannot be the name of a stage'],
    [['--stage', 'prod'], { AWS_ACCESS_KEY_ID: 'A', AWS_SECRET_ACCESS_KEY: 's' }, 'Say in which Region'],
    [
      ['--stage', 'prod', '--region', 'eu-central-1'],
      { AWS_EC2_METADATA_DISABLED: 'true' },
      'AWS knows no identity of yours here',
    ],
  ])('says plainly what %j lacks', async (args, env, sentence) => {
    const { code, stderr } = await command(['list', ...args], env);
    expect(code).toBe(1);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('    at ');
  });
});

describe('the arguments', () => {
  it('are a list unless they say more, and help where that is asked for', () => {
    expect(wishIn([])).toMatchObject({ verb: 'list', json: false });
    expect(wishIn(['drop', '--help'])).toBeUndefined();
  });
  it.each([
    [['throw'], 'There is no "throw"'],
    [['read'], 'Say which one'],
    [['drop', 'a.1'], 'Say why it is dropped'],
    [['list', 'a.1'], '"a.1" is one word too many'],
    [['read', 'a.1', 'b.1'], '"b.1" is one word too many'],
    [['list', '--stages', 'prod'], "Unknown option '--stages'"],
    [['list', '--stage', 'prod', '--url', 'http://localhost'], 'and not both'],
  ])('%j are refused with a sentence', (args, sentence) => {
    expect(() => wishIn(args)).toThrow(sentence);
  });
});

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quoteLines } from '../../sdk/cli/quote-lines.ts';
import type { Bindery as Platform } from '../support/bindery.ts';
import { aPlatform } from './platform.ts';

const run = promisify(execFile);
const main = fileURLToPath(new URL('../../sdk/cli/main.ts', import.meta.url));

let platform: Platform;
let folder = '';
type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };
const bindery = (...args: readonly string[]): Promise<Ended> => {
  const env = { ...process.env, BINDERY_URL: platform.url, BINDERY_CONFIG: join(folder, 'profiles.json') };
  return run(process.execPath, [main, ...args], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: Ended) => ({ code, stdout, stderr }),
  );
};
beforeAll(async () => {
  platform = await aPlatform();
  folder = await mkdtemp(join(tmpdir(), 'bindery-cli-'));
  await bindery('sandbox', '--name', 'Selling');
});
afterAll(async () => {
  await platform.stop();
  await rm(folder, { recursive: true });
});

const parcelOf = (itemId: string, category: string) => ({
  ...{ itemId, productId: 'return-freight' },
  insuredObject: {
    ...{ orderNumber: 'SO-20261123-0042', category, distance: 'neighbour' },
    ...{ buyerReturnRate: '0.20', sellerRating: '4.7' },
  },
});

describe('a quote in the terminal', () => {
  it('says what each item costs and until when', async () => {
    const { stdout } = await bindery('quotes', 'create', '--items', JSON.stringify([parcelOf('line-1', 'apparel')]));
    // 4.32 yuan, as the guide to money works it out.
    expect(stdout).toMatch(/^line-1 {2}offered {2}return-freight {2}CN¥4\.32, .+ of it tax, until 20\S+Z$/m);
  });
  it('says why something is not insured', () => {
    const text = { en: 'The device is too old.', 'zh-CN': '设备过旧。' };
    const reasons = [{ code: 'device-too-old', text }];
    expect(quoteLines({ items: [{ itemId: 'line-2', outcome: 'declined', reasons }] })).toBe(
      'line-2  declined\n  The device is too old. / 设备过旧。 (device-too-old)',
    );
  });
  it('has an example in its help, and says where the form is', async () => {
    const { stdout } = await bindery('quotes', 'create', '--help');
    expect(stdout).toContain('"productId": "return-freight"');
    expect(stdout).toContain('bindery products get --product-id return-freight');
  });
});

describe('bindery accept', () => {
  const quoted = async (): Promise<string> => {
    const items = JSON.stringify([parcelOf('line-1', 'apparel')]);
    const { stdout } = await bindery('quotes', 'create', '--json', '--items', items);
    const file = join(folder, 'quote.json');
    await writeFile(file, stdout);
    return `@${file}`;
  };
  it('shows the premium and every text; what is excluded is the text of the exemptions', async () => {
    const quote = await quoted();
    const product = JSON.parse((await bindery('products', 'get', '--product-id', 'return-freight', '--json')).stdout);
    const texts = [...product.exclusions, ...product.disclosures].flatMap(({ text }) => (text ? [text] : []));
    const [both, zh] = [await bindery('accept', quote), await bindery('accept', quote, '--language', 'zh')];
    expect(both.stdout).toContain('Premium CN¥4.32, offered until ');
    expect(texts.length).toBeGreaterThan(product.exclusions.length);
    for (const text of texts) {
      expect(both.stdout).toContain(text.en);
      expect(both.stdout).toContain(text['zh-CN']);
      expect(zh.stdout).toContain(text['zh-CN']);
      expect(zh.stdout).not.toContain(text.en);
    }
  });
  it('names what identifies the insured object', async () => {
    const wish = ['--agree', 'required', '--customer', 'cus_1', '--reference', 'order-42'];
    const { code, stderr } = await bindery('accept', await quoted(), ...wish);
    expect(code).toBe(2);
    expect(stderr).toContain(`Say --identity with orderNumber, such as --identity '{"orderNumber":"…"}'.`);
  });
});

it('says of a flight what was told', async () => {
  const told = ['CA1831', '--date', '2026-11-25', '--scheduled', '2026-11-25T13:00:00.000Z'];
  // 13:00 to 16:30 is three hours and a half: 210 minutes.
  const late = await bindery('flight', ...told, '--arrived', '2026-11-25T16:30:00.000Z');
  expect(late.stdout).toBe('airport says CA1831 came in 210 minutes late.\n');
  const cancelled = await bindery('flight', ...told, '--cancelled', '--source', 'airline');
  expect(cancelled.stdout).toBe('airline says CA1831 was cancelled.\n');
});

describe('what goes wrong', () => {
  it('is 1 where Bindery refuses, with all that helps', async () => {
    const { code, stderr, stdout } = await bindery(
      'customers',
      'register',
      '--name',
      'A',
      '--phone',
      '1',
      '--locale',
      'en',
    );
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('The request is not valid (invalid-request, 422)');
    expect(stderr).toContain('/phone: ');
    expect(stderr).toContain(`More: ${platform.url}/docs/problems/invalid-request`);
    expect(stderr).toMatch(/Request: req_\w+/);
  });
  it.each([
    [['policies', 'fly'], 'There is no command policies fly'],
    [['policies', 'get'], 'Say --policy-id'],
    [['policies', 'cancl'], 'did you mean bindery policies cancel?'],
    [['polices', 'get'], 'did you mean bindery policies get?'],
    [['acept'], 'did you mean bindery accept?'],
    [['policies', 'list', '--sort', 'x'], 'There is no option --sort here; --help lists what there is.'],
    [['policies', 'list', '--lmit', '3'], 'There is no option --lmit here; did you mean --limit?'],
    [['policies', 'list', '--limit'], '--limit needs a value'],
    [['policies', 'list', '--all=yes'], '--all takes no value.'],
    [['policies', 'list', '--limit', 'many'], '--limit is a number'],
    [['policies', 'list', '--status', 'lost'], '--status is one of'],
    [['quotes', 'create', '--items', '[{'], 'This is no JSON'],
    [['quotes', 'create', '--data', '@/nowhere.json'], 'no JSON'],
    [['clock', 'rewind'], 'A clock can be advanced'],
    [['clock', 'advance', '3d'], 'such as P3D'],
    [['clock', 'advance', 'P1D', '--to', '2099-01-01T00:00:00Z'], 'and not both'],
    [['parcel', 'SF99', 'foo'], 'No parcel has the status foo; there are: in_transit, signed_by_seller.'],
    [['trigger', 'policy.bund'], 'No event is called policy.bund; did you mean policy.bound?'],
    [['listen', '--types', 'claim.payed'], 'No event is called claim.payed; did you mean claim.paid?'],
  ])('is 2 where nobody could know what is meant: %s', async (args, sentence) => {
    const { code, stderr } = await bindery(...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)]);
  });
  it('is 3 where nobody answers, with the key to go on with', async () => {
    const { code, stderr } = await bindery('sandbox', '--url', 'http://127.0.0.1:9');
    expect(code).toBe(3);
    expect(stderr).toContain('no answer after 4 attempts');
    expect(stderr).toMatch(/Go on with: --idempotency-key [0-9a-f-]{36}/);
  });
});

import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bindery as Platform } from '../support/bindery.ts';
import { aPlatform } from './platform.ts';

const folder = fileURLToPath(new URL('../../examples/sdk/', import.meta.url));
const run = promisify(execFile);

let platform: Platform;
beforeAll(async () => {
  platform = await aPlatform();
});
afterAll(async () => platform.stop());

/** What each example prints when somebody runs it as its page shows it. */
const printed: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  'return-freight.ts': [
    // 4.32 yuan and 12 yuan are those of the README and the quickstart.
    'Return freight for ¥4.32',
    'The premium is paid',
    'The parcel is on its way, the policy on-risk',
    'The claim is paid: ¥12.00',
  ],
  'device-protection.ts': [
    // A repair of 1,200 yuan less a tenth.
    'A year of screens for ¥139.62',
    '45 days later the policy is on-risk',
    'The claim is paid: ¥1,080.00',
  ],
  // Its price goes with the month of the flight; 100 yuan are the basic plan's from two hours on.
  'flight-delay.ts': [/^A late arrival for ¥\d+\.\d\d$/, 'The claim is paid: ¥100.00'],
  'errors.ts': ['Known already: true', 'You have it already: pol_…'],
  'retries.ts': ['One policy: true, told again: true', 'In time: 1', 'Another version since: false'],
  'lists.ts': [...['47', '46', '45'].map((number) => `checkout-SO-20261123-00${number} pending`), '2 pages'],
  'cancel.ts': ['You would get back ¥4.32', 'Cancelled: ¥4.32 come back'],
  'webhooks.ts': ['customer.registered: cus_…'],
  'page-token.ts': ['return-freight, device-protection, flight-delay', 'forbidden'],
};
const parts = ['selling.ts'];

describe('the examples of the SDK', () => {
  it('are all run', () => {
    expect(readdirSync(folder).toSorted()).toEqual([...Object.keys(printed), ...parts].toSorted());
  });
  it.each(Object.entries(printed))('%s does what it says', async (name, lines) => {
    const env = { ...process.env, BINDERY_URL: platform.url };
    const { stdout } = await run(process.execPath, [`${folder}${name}`], { env });
    const said = stdout.trimEnd().split('\n');
    expect(said).toHaveLength(lines.length);
    for (const [at, line] of lines.entries())
      expect(said[at]).toEqual(typeof line === 'string' ? line : expect.stringMatching(line));
  });
});

import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bindery, startBindery } from '../support/bindery.ts';

const run = promisify(execFile);
const scripts = fileURLToPath(new URL('../../examples/curl/', import.meta.url));
const canRun = await run('sh', ['-c', 'command -v curl']).then(
  () => true,
  () => false,
);

/** What stands in place of an instant or an id, which no two runs share. */
const blanked = (line: string): string =>
  line.replace(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/, '<instant>').replace(/^sbx-.{26}/, '<sandbox>');

/** What each script prints, line by line; amounts and decisions from the catalogue, 5.1 to 5.3. */
const printed: Readonly<Record<string, readonly string[]>> = {
  'return-freight.sh': ['pending', 'succeeded', 'paid', 'on-risk', 'paid', '{"amount":1200,"currency":"CNY"}'],
  // 1 200.00 of repair less a deductible of a tenth.
  'device-protection.sh': ['<instant>', 'on-risk', 'in-review', 'approved', '{"amount":108000,"currency":"CNY"}'],
  'flight-delay.sh': ['<instant>', 'paid', '{"amount":30000,"currency":"CNY"}'],
  'checkout.sh': [
    ...['shirt 432,phone 13962', 'terms:true,exemptions:true,data-use:true,marketing:false'],
    ...['Order and logistics data are used for this policy only.', 'pending', '1', 'true'],
  ],
  'retries.sh': ['idempotent-replayed: true', 'idempotency-key-reused'],
  'errors.sh': [
    ...['invalid-request', '/phone wrong-format', '/items/0/insuredObject/category', 'return-rate-too-high'],
    '保单不存在',
  ],
  'money.sh': [
    ...['{"gross":{"amount":432,"currency":"CNY"},"tax":{"amount":24,"currency":"CNY"}}', '5', 'succeeded'],
    '{"gross":{"amount":432,"currency":"CNY"},"tax":{"amount":24,"currency":"CNY"},"commission":{"amount":61,"currency":"CNY"}}',
    ...['cancelled', 'refund succeeded'],
    'bindPolicy,receivePaymentWebhook,cancelPolicy,sendDisbursement,sendDisbursement',
  ],
  'statement.sh': ['1', 'settled'],
  'claims.sh': [
    ...['on-risk', 'waybillNumber text,returnKind choice,paidBy choice,onPlatform flag'],
    ...['awaiting-facts', 'not-signed_by_seller', 'on-risk', 'in-review', 'rejected', '3'],
  ],
  'time-travel.sh': ['pending', '<instant>', 'cancelled', '3', 'policy.bound,policy.cancelled', '<sandbox>-g2'],
  'credentials.sh': ['1'],
  'levers.sh': ['true', 'true'],
  'webhooks.sh': ['delivered', '1', 'policy.bound delivered,webhook.ping delivered'],
};
/** Parts of the others, which do nothing alone. */
const parts = ['session.sh', 'selling.sh'];

let folder = '';
let bindery: Bindery;
const receiver = createServer((_request, response) => response.writeHead(204).end());
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-curl-'));
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  bindery = await startBindery({ port: 0, providerPort: 0, dataFolder: folder, say: () => undefined, programs: [] });
});
afterAll(async () => {
  await bindery.stop();
  receiver.close();
  await rm(folder, { recursive: true });
});

describe.skipIf(!canRun)('the scripts of the guides (skipped where sh or curl is absent)', () => {
  it('are all held to what they print', async () => {
    expect((await readdir(scripts)).toSorted()).toEqual([...parts, ...Object.keys(printed)].toSorted());
  });

  it.each(Object.entries(printed))('%s does what its page says', async (name, lines) => {
    const PATH = [dirname(process.execPath), process.env['PATH']].join(delimiter);
    const HOOKS = `http://localhost:${(receiver.address() as AddressInfo).port}/hooks`;
    const env = { ...process.env, PATH, BINDERY: bindery.url, HOOKS };
    const { stdout, stderr } = await run('sh', [join(scripts, name)], { env });
    expect(stdout.trim().split(/\r?\n/).map(blanked), stderr).toEqual(lines);
  });
});

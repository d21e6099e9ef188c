import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { sandboxTime } from '../../../functions/_adapters/sandbox-time.ts';

const server = createServer((request, response) => {
  const known = request.url === '/v1/tenants/sbx-one/clock';
  response.writeHead(known ? 200 : 503, { 'content-type': 'application/json' });
  response.end(JSON.stringify(known ? { now: '2027-01-01T00:00:00.000Z' } : { type: 'temporarily-unavailable' }));
});
await new Promise<void>((resolve) => server.listen(0, resolve));
afterAll(() => server.close());
const timeOf = sandboxTime(`http://localhost:${(server.address() as AddressInfo).port}`);

describe('sandboxTime', () => {
  it('is what the platform says', async () => {
    expect(await timeOf('sbx-one')).toBe('2027-01-01T00:00:00.000Z');
  });
  it('is not guessed where the platform says none', async () => {
    await expect(timeOf('sbx-two')).rejects.toThrow('answers 503, and no time');
  });
});

import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Resolved, webhookSender } from '../../../functions/_adapters/webhook-sender.ts';
import { innerHosts, privateAddresses } from '../../domain/webhooks/private-addresses.ts';
import { aReceiver } from './webhooks/receiver.ts';

/** What listens inside, and must never hear anything: it counts who connects. */
const inside = await aReceiver((response) => response.end('secret'));
afterAll(inside.close);
beforeEach(() => expect(inside.connections()).toBe(0));

const at = (address: string): Resolved => ({ address, family: address.includes(':') ? 6 : 4 });
const letter = (url: string) => ({ url, headers: {}, body: '{}', patienceMs: 400 });
const url = `https://shop.example:${inside.port}/hooks`;

/** A resolver that gives one answer after the other, and the last one for ever; it counts how often it is asked. */
const resolving = (...answers: readonly (readonly string[])[]) => {
  let asked = 0;
  const lookup = async (): Promise<readonly Resolved[]> => {
    asked += 1;
    return (answers[asked - 1] ?? answers.at(-1) ?? []).map(at);
  };
  return { lookup, asked: (): number => asked };
};

describe('every spelling of an inner address', () => {
  it.each(innerHosts)('never connects to https://%s', async (host) => {
    const { lookup, asked } = resolving(['127.0.0.1']);
    const heard = await webhookSender({ lookup }).send(letter(`https://${host}:${inside.port}/`));
    expect(heard.error).toBe('refused-address');
    expect([asked(), inside.connections()]).toEqual([0, 0]);
  });
});

describe('a public name that leads inside', () => {
  it.each(privateAddresses)('never connects to %s', async (address) => {
    const heard = await webhookSender({ lookup: resolving([address]).lookup }).send(letter(url));
    expect(heard.error).toBe('refused-address');
    expect(inside.connections()).toBe(0);
  });
});

const outside = '192.0.2.1';
const outward = { mayReach: (address: string) => address === outside };

describe('a name that is bound anew between the check and the connection', () => {
  it.each([
    ['inside beside outside', [[outside, '127.0.0.1']]],
    ['outside after inside', [['127.0.0.1', outside]]],
    ['the metadata service as the third', [[outside, outside, '169.254.169.254']]],
    ['an inner IPv6 address beside an outer IPv4 one', [[outside, '::1']]],
    ['a mapped address beside an outer one', [[outside, '::ffff:127.0.0.1']]],
    ['a NAT64 address beside an outer one', [[outside, '64:ff9b::7f00:1']]],
    ['an unspecified address beside an outer one', [[outside, '0.0.0.0']]],
    ['a thousand outer ones and one inner', [[...Array.from({ length: 1_000 }, () => outside), '10.0.0.1']]],
  ])('is refused as a whole: %s', async (_what, answers) => {
    const { lookup, asked } = resolving(...answers);
    const heard = await webhookSender({ lookup, ...outward }).send(letter(url));
    expect([heard.error, asked(), inside.connections()]).toEqual(['refused-address', 1, 0]);
  });

  it.each(['127.0.0.1', '::1', '169.254.169.254', '10.0.0.1', '::ffff:127.0.0.1', '0.0.0.0'])(
    'is asked for once, so that the second answer %s is never heard',
    async (second) => {
      const { lookup, asked } = resolving([outside], [second]);
      const heard = await webhookSender({ lookup, ...outward }).send(letter(url));
      expect(['timeout', 'unreachable']).toContain(heard.error);
      expect([asked(), inside.connections()]).toEqual([1, 0]);
    },
  );

  it('is looked at again at each attempt', async () => {
    const { lookup, asked } = resolving([outside], ['127.0.0.1']);
    const sender = webhookSender({ lookup, ...outward });
    expect(['timeout', 'unreachable']).toContain((await sender.send(letter(url))).error);
    expect((await sender.send(letter(url))).error).toBe('refused-address');
    expect([asked(), inside.connections()]).toEqual([2, 0]);
  });

  it('is cut off where the socket came out elsewhere than it was sent, before a byte is said', async () => {
    let looked = 0;
    const turncoat = { mayReach: (): boolean => ++looked === 1 };
    const victim = await aReceiver((response) => response.end());
    const { lookup } = resolving(['127.0.0.1']);
    const heard = await webhookSender({ lookup, ...turncoat }).send(letter(`https://shop.example:${victim.port}/`));
    expect(heard.error).toBe('refused-address');
    expect(victim.got).toEqual([]);
    await victim.close();
  });

  it('that resolves to nothing is unknown', async () => {
    expect((await webhookSender({ lookup: resolving([]).lookup }).send(letter(url))).error).toBe('unknown-host');
    const lookup = async () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
    expect((await webhookSender({ lookup }).send(letter(url))).error).toBe('unknown-host');
  });
  it('whose resolver hangs has no more patience than anybody', async () => {
    const lookup = () => new Promise<readonly Resolved[]>(() => undefined);
    expect((await webhookSender({ lookup }).send(letter(url))).error).toBe('timeout');
  });
});

describe('a redirect that leads inside', () => {
  const targets = [
    `http://127.0.0.1:${inside.port}/`,
    `http://localhost:${inside.port}/`,
    `http://[::1]:${inside.port}/`,
    `http://2130706433:${inside.port}/`,
    `//127.0.0.1:${inside.port}/`,
    `https://shop.example:${inside.port}/`,
  ];
  it.each(targets.flatMap((to) => [301, 307].map((status) => [status, to] as const)))(
    'is not followed: %i to %s',
    async (status, location) => {
      const receiver = await aReceiver((response) => response.writeHead(status, { location, refresh: '0' }).end());
      const heard = await webhookSender({ loopback: true }).send(letter(receiver.url));
      expect([heard.status, heard.error, inside.connections()]).toEqual([status, 'redirect', 0]);
      await receiver.close();
    },
  );
});

describe('a proxy in the environment', () => {
  it('is not used', async () => {
    const before = { ...process.env };
    for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy', 'ALL_PROXY'])
      process.env[name] = `http://127.0.0.1:${inside.port}`;
    process.env['NODE_USE_ENV_PROXY'] = '1';
    try {
      await webhookSender({ ...outward, lookup: resolving([outside]).lookup }).send(letter(url));
      expect(inside.connections()).toBe(0);
    } finally {
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    }
  });
});

import { createHash } from 'node:crypto';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import { describe, expect, it } from 'vitest';
import { webhookHeaders } from '../../../functions/webhooks/sign.ts';

/** Bytes that follow from a seed, so that a case that fails can be run again. */
const bytes = (seed: string, length: number): Buffer => {
  const parts = Array.from({ length: Math.ceil(length / 64) }, (_, at) =>
    createHash('sha512').update(`${seed} ${at}`).digest(),
  );
  return Buffer.concat(parts).subarray(0, length);
};
const secretOf = (seed: string): string => `whsec_${bytes(seed, 32).toString('base64')}`;

/** A text of any characters: ASCII, Chinese, emoji, control characters, a lone surrogate's replacement. */
const textOf = (seed: string): string => {
  const alphabet = ['a', 'Z', '0', ' ', '"', '\\', '\n', '\u0000', 'é', '保', '险', '🙂', '\u2028', '.', '{'];
  return [...bytes(seed, (bytes(seed, 1)[0] ?? 0) * 3)].map((byte) => alphabet[byte % alphabet.length]).join('');
};

const cases = Array.from({ length: 2_000 }, (_, n) => {
  const secret = secretOf(`secret ${n}`);
  const others = n % 3 === 0 ? [secretOf(`other ${n}`)] : [];
  // The one that the receiver knows is the first or the second.
  const secrets = n % 2 === 0 ? [secret, ...others] : [...others, secret];
  const id = `pol_${bytes(`id ${n}`, 13).toString('hex')}.${1 + (n % 50)}.${1 + (n % 9)}`;
  return { n, secret, secrets, id, body: JSON.stringify({ n, text: textOf(`text ${n}`) }) };
});

const verifiers = [
  (secret: string) => new StandardWebhook(secret),
  (secret: string) => new SvixWebhook(secret),
] as const;
const verified = (secret: string, body: string, headers: Record<string, string>): readonly string[] =>
  verifiers.map((of) => {
    try {
      of(secret).verify(body, headers);
      return 'taken';
    } catch {
      return 'refused';
    }
  });

const flipped = (text: string, n: number): string => {
  const raw = Buffer.from(text);
  const at = n % raw.length;
  raw[at] = (raw[at] ?? 0) ^ (1 << (n % 7));
  return raw.toString('latin1');
};

describe('what is signed', () => {
  const sentAt = new Date().toISOString();

  it('is verified by the packages of Standard Webhooks and of Svix, in 2,000 cases', () => {
    for (const { secret, secrets, id, body } of cases) {
      const headers = webhookHeaders({ id, sentAt, body }, secrets);
      expect(headers['webhook-signature'].split(' ')).toHaveLength(secrets.length);
      expect(verified(secret, body, headers)).toEqual(['taken', 'taken']);
      expect(new StandardWebhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
    }
  });
  it('is refused by both with one bit altered, another id, another time, or another secret, in 2,000 cases', () => {
    for (const { n, secret, secrets, id, body } of cases) {
      const headers = webhookHeaders({ id, sentAt, body }, secrets);
      const seconds = Number(headers['webhook-timestamp']);
      const [, signature = ''] = headers['webhook-signature'].split(',');
      const wrong: readonly (readonly [string, string, Record<string, string>])[] = [
        [secret, flipped(body, n), headers],
        [secret, `${body} `, headers],
        [secret, body, { ...headers, 'webhook-id': `${id}0` }],
        [secret, body, { ...headers, 'webhook-timestamp': String(seconds + 1) }],
        [secret, body, { ...headers, 'webhook-signature': `v2,${signature}` }],
        [secretOf(`stranger ${n}`), body, headers],
      ];
      const [altered, asked, headersOf] = wrong[n % wrong.length] ?? [secret, body, headers];
      expect([n, ...verified(altered, asked, headersOf)]).toEqual([n, 'refused', 'refused']);
    }
  });
  it('is refused by both when it is older or younger than five minutes', () => {
    const [one] = cases;
    if (one === undefined) throw new Error('There are cases.');
    for (const minutes of [-6, 6]) {
      const at = new Date(Date.now() + minutes * 60_000).toISOString();
      const headers = webhookHeaders({ id: one.id, sentAt: at, body: one.body }, one.secrets);
      expect(verified(one.secret, one.body, headers)).toEqual(['refused', 'refused']);
    }
  });
  it('is the signature that the specification prints', () => {
    // https://github.com/standard-webhooks/standard-webhooks, libraries/test vectors of the reference implementation.
    const headers = webhookHeaders(
      { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', sentAt: '2021-02-25T14:58:34.000Z', body: '{"test": 2432232314}' },
      ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    );
    expect(headers['webhook-timestamp']).toBe('1614265114');
    const expected = new StandardWebhook('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw').sign(
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      new Date('2021-02-25T14:58:34.000Z'),
      '{"test": 2432232314}',
    );
    expect(headers['webhook-signature']).toBe(expected);
  });
});

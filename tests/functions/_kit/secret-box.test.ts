import { describe, expect, it } from 'vitest';
import { hmac } from '../../../functions/_kit/crypto.ts';
import { secretBox } from '../../../functions/_kit/secret-box.ts';
import { countedBytes } from '../../support/world.ts';

const key = hmac(Buffer.from('a secret of the tenant'), 'concealed', 'inbox 1');
const box = secretBox(key, countedBytes());

describe('secretBox', () => {
  it('opens what it closed, to the character', () => {
    for (const text of ['', 'x', '王小明 🚚 e\u0301', '{"a":1}\r\n'.repeat(1_000)])
      expect(box.open(box.close(text))).toBe(text);
  });
  it('shows nothing of a text, and never closes it alike', () => {
    const [one, other] = [box.close('王小明'), box.close('王小明')];
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64url').toString('utf8')).not.toContain('王小明');
  });
  it('opens nothing that was changed, and nothing of another key', () => {
    const closed = box.close('text');
    const bytes = Buffer.from(closed, 'base64url');
    for (const at of [0, 12, bytes.length - 1]) {
      const changed = Uint8Array.from(bytes, (byte, place) => (place === at ? byte ^ 1 : byte));
      expect(() => box.open(Buffer.from(changed).toString('base64url'))).toThrow();
    }
    expect(() => secretBox(hmac(key, 'another'), countedBytes()).open(closed)).toThrow();
  });
});

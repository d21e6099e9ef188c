import { describe, expect, it } from 'vitest';
import { isPublicAddress, looksLikeAddress } from '../../../domain/webhooks/public-address.ts';
import { privateAddresses, publicAddresses } from './private-addresses.ts';

describe('isPublicAddress', () => {
  it('knows more than a hundred addresses of every range that is not public', () => {
    expect(privateAddresses.length).toBeGreaterThanOrEqual(100);
  });
  it.each(privateAddresses)('says no to %s', (address) => expect(isPublicAddress(address)).toBe(false));
  it.each(publicAddresses)('says yes to %s', (address) => expect(isPublicAddress(address)).toBe(true));
  it.each(['', 'shop.example', '127.1', '2130706433', '0x08080808', '8.8.8.8.', '8.8.8.8:443', '[2606:4700::1]'])(
    'takes %j for no address of a socket at all',
    (text) => expect(isPublicAddress(text)).toBe(false),
  );
});

describe('looksLikeAddress', () => {
  it.each(['127.1', '2130706433', '0x7f.1', '0x', '::1', 'shop.0x1', 'a.b.7'])('sees one in %s', (host) =>
    expect(looksLikeAddress(host)).toBe(true),
  );
  it.each(['shop.example', 'a1.b2.example', 'shop.x7', '7.example'])('sees a name in %s', (host) =>
    expect(looksLikeAddress(host)).toBe(false),
  );
});

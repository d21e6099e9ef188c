import { describe, expect, it } from 'vitest';
import { checkTarget } from '../../../domain/webhooks/check-target.ts';
import { innerHosts } from './private-addresses.ts';
import { rules } from './samples.ts';

const reasonOf = (url: string, loopback = false) => {
  const decision = checkTarget({ url }, { ...rules, loopback });
  return decision.ok ? 'taken' : decision.facts['reason'];
};

describe('an address to which webhooks are sent', () => {
  it('has more than a hundred and fifty spellings that are refused', () => {
    expect(innerHosts.length).toBeGreaterThanOrEqual(150);
    expect(new Set(innerHosts).size).toBe(innerHosts.length);
  });
  it.each(innerHosts)('is not https://%s/', (host) => expect(reasonOf(`https://${host}/`)).not.toBe('taken'));
  it.each(innerHosts)('is not https://%s:8443/hooks?a=b either', (host) =>
    expect(reasonOf(`https://${host}:8443/hooks?a=b`)).not.toBe('taken'),
  );

  it.each([
    'https://shop.example/',
    'https://SHOP.example/Hooks?key=1',
    'https://shop.example:443/hooks',
    'https://shop.example:1024/hooks',
    'https://shop.example:65535/',
    'https://a-1.shop.co.uk/x',
    `https://${'a'.repeat(63)}.example/`,
  ])('may be %s', (url) => expect(reasonOf(url)).toBe('taken'));

  it.each([
    ['http://shop.example/', 'not-https'],
    ['ftp://shop.example/', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['gopher://shop.example/', 'not-https'],
    ['//shop.example/', 'no-url'],
    ['shop.example', 'no-url'],
    ['https://', 'no-url'],
    ['https:shop.example', 'credentials'],
    ['https://user@shop.example/', 'credentials'],
    ['https://user:pass@shop.example/', 'credentials'],
    ['https://@shop.example/', 'credentials'],
    ['https://shop.example/#part', 'fragment'],
    ['https://shop.example/#', 'fragment'],
    ['https://shop.example:1023/', 'port'],
    ['https://shop.example:22/', 'port'],
    ['https://shop.example:65536/', 'no-url'],
    ['https://shop.example/\n', 'not-plain-ascii'],
    ['https://shop.example/\u0000', 'not-plain-ascii'],
    ['https://shop.exämple/', 'not-plain-ascii'],
    ['https://xn--shp-una.example/', 'name-not-plain'],
    ['https://shop/', 'no-public-name'],
    [`https://${'a'.repeat(64)}.example/`, 'no-public-name'],
    ['https://127.0.0.1/', 'address-instead-of-name'],
    ['https://0x7f.1/', 'address-instead-of-name'],
    ['https://db.internal/', 'private-name'],
  ])('is not %j: %s', (url, reason) => expect(reasonOf(url)).toBe(reason));

  it('is this very machine on a laptop alone, and only with a port', () => {
    expect(reasonOf('http://localhost:3000/hooks', true)).toBe('taken');
    expect(reasonOf('http://localhost:3000/hooks')).toBe('not-https');
    expect(reasonOf('http://localhost/hooks', true)).toBe('not-https');
    expect(reasonOf('http://127.0.0.1:3000/', true)).toBe('not-https');
    expect(reasonOf('http://a@localhost:3000/', true)).toBe('not-https');
    expect(reasonOf('http://localhost.evil.example:3000/', true)).toBe('not-https');
  });
});

describe('a bus that gets events', () => {
  const bus = (account: string) => `arn:aws:events:eu-central-1:${account}:event-bus/insurance`;
  it('lies in an account of the partner', () => {
    expect(checkTarget({ eventBusArn: bus('111122223333') }, rules).ok).toBe(true);
  });
  it('never lies in the account of the platform itself', () => {
    expect(checkTarget({ eventBusArn: bus('123456789012') }, rules)).toMatchObject({
      facts: { reason: 'own-account' },
    });
  });
  it('comes instead of a URL, and one of both has to be given', () => {
    const both = { url: 'https://shop.example/', eventBusArn: bus('111122223333') };
    for (const target of [both, {}])
      expect(checkTarget(target, rules)).toMatchObject({ facts: { reason: 'one-of-url-and-bus' } });
  });
});

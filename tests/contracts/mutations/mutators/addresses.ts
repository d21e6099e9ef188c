import { type Place, respelling } from '../mutator.ts';

const isUrl = ({ name, schema }: Place): boolean => name === 'url' || schema['format'] === 'uri';
const isEmail = ({ name, schema }: Place): boolean => name === 'email' || schema['format'] === 'email';
const isPhone = ({ name }: Place): boolean => name === 'phone';

const urls = respelling(
  'url',
  { on: ['field'], fits: isUrl },
  {
    'this-machine': ['leads to this machine', () => 'https://127.0.0.1/hooks'],
    'this-machine-by-name': ['leads to localhost', () => 'https://localhost/hooks'],
    'short-address': ['is this machine’s address in one number', () => 'https://2130706433/'],
    'octal-address': ['is this machine’s address in octal', () => 'https://0177.0.0.1/'],
    'mapped-address': ['is an IPv4 address in IPv6', () => 'https://[::ffff:127.0.0.1]/'],
    'private-address': ['leads into a private network', () => 'https://10.0.0.1/'],
    'link-local': ['leads to a machine’s metadata', () => 'https://169.254.169.254/'],
    'no-scheme': ['has no scheme', () => '//shop.example/hooks'],
    'plain-http': ['is plain HTTP', () => 'http://shop.example/hooks'],
    script: ['is a script', () => 'javascript:alert(1)'],
    'with-password': ['carries a password', () => 'https://user:pass@shop.example/hooks'],
    'looks-like-another': ['has another host behind an at', () => 'https://shop.example@127.0.0.1/'],
    'port-0': ['has the port 0', () => 'https://shop.example:0/'],
    'port-65536': ['has a port that is none', () => 'https://shop.example:65536/'],
    'with-fragment': ['has a fragment', () => 'https://shop.example/hooks#a'],
    international: ['has an international host', () => 'https://保险.example/钩子'],
    'dot-behind': ['has a dot behind its host', () => 'https://shop.example./hooks'],
    'long-path': ['has a path of 5,000 characters', () => `https://shop.example/${'a'.repeat(5_000)}`],
    'no-host': ['has no host', () => 'https:///hooks'],
    'zone-in-address': ['has a zone in its address', () => 'https://[fe80::1%25eth0]/'],
  },
);

const emails = respelling(
  'email',
  { on: ['field'], fits: isEmail },
  {
    quoted: ['has a quoted name', () => '"a b@c"@example.com'],
    international: ['has an international name', () => '王@例子.example'],
    'without-host': ['has no host', () => 'a@'],
    'two-ats': ['has two at signs', () => 'a@b@example.com'],
    'long-name': ['has a name of 190 letters', () => `${'a'.repeat(187)}@example.com`],
    'with-display-name': ['has a display name', () => 'A <a@example.com>'],
    'with-header': ['brings a header along', () => 'a@example.com\r\nBcc: b@example.com'],
    'on-address': ['is on an address', () => 'a@[127.0.0.1]'],
  },
);

const phones = respelling(
  'phone',
  { on: ['field'], fits: isPhone },
  {
    national: ['has no country', () => '13800138000'],
    spaced: ['has spaces', () => '+86 138 0013 8000'],
    'country-0': ['has the country 0', () => '+0123456789'],
    longest: ['has 15 digits', () => '+861380013800012'],
    'too-long': ['has 16 digits', () => '+8613800138000123'],
    extension: ['has an extension', () => '+8613800138000;ext=1'],
    'full-width': ['is in full-width digits', () => '＋８６１３８００１３８０００'],
    letters: ['has letters', () => '+86CALLBINDERY'],
  },
);

export const addressMutators = [...urls, ...emails, ...phones];

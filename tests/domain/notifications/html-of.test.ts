import { describe, expect, it } from 'vitest';
import { escaped, htmlOf } from '../../../domain/notifications/html-of.ts';

const own = 'https://api.bindery.test';

describe('htmlOf', () => {
  it('makes a paragraph of what stands between blank lines, and keeps its lines', () => {
    expect(htmlOf('One\ntwo\n\nThree', 'en', own)).toContain('<p>One<br>\ntwo</p>\n<p>Three</p>');
    expect(htmlOf('一', 'zh-CN', own)).toContain('<html lang="zh-CN">');
  });

  it('escapes every sign that could be markup', () => {
    const page = htmlOf(`<img src=x onerror="alert('1')"> & more`, 'en', own);
    expect(page).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more');
    expect(page).not.toContain('<img');
  });

  it('makes links of our own addresses, whole and with their signs escaped', () => {
    expect(htmlOf(`See ${own}/v1/x?code=1&a=2 (code 1).`, 'en', own)).toContain(
      `See <a href="${own}/v1/x?code=1&amp;a=2">${own}/v1/x?code=1&amp;a=2</a> (code 1).`,
    );
  });

  it.each(['http://evil.test/a', `${own}.evil.test/a`, `${own}@evil.test/a`, 'javascript:alert(1)'])(
    'makes no link of %s, which a name may hold',
    (address) => expect(htmlOf(`Dear ${address},`, 'en', own)).not.toContain('<a '),
  );
});

describe('escaped', () => {
  it('leaves letters of every script alone', () => expect(escaped('王小明 Ünal')).toBe('王小明 Ünal'));
});

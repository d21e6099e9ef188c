import { describe, expect, it } from 'vitest';
import { rendered } from '../../../tools/site/markdown.ts';

const html = (markdown: string, leads: (link: string) => string | undefined = (link) => link): string =>
  rendered(markdown, leads).html;

describe('Markdown as a page', () => {
  it('gives each heading an id as GitHub does, the second of a name another one', () => {
    const { headings } = rendered(
      '# A\n\n## `POST /v1` — done, twice\n\n## B c\n\n## B c\n\n## 理赔 与 赔付\n',
      (link) => link,
    );
    expect(headings.map(({ id }) => id)).toEqual(['a', 'post-v1--done-twice', 'b-c', 'b-c-1', '理赔-与-赔付']);
  });
  it('lets a reader link to each part', () => {
    expect(html('## 理赔')).toContain(`<a class="anchor" href="#${encodeURIComponent('理赔')}" aria-label="§ 理赔">`);
  });
  it('shows HTML that it does not know as it was written, and leaves comments out', () => {
    expect(html('A <script>alert(1)</script> <b onclick="x">b</b>')).toBe(
      '<p>A &lt;script&gt;alert(1)&lt;/script&gt; &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;</p>\n',
    );
    expect(html('<div style="x">\na\n</div>')).not.toContain('<div style');
    expect(html('a<br>b <!-- unseen -->')).toBe('<p>a<br>b </p>\n');
    expect(html('<details onclick="x">')).toContain('&lt;details');
  });
  it('scrolls a wide table in itself, and gives no head to one that has none', () => {
    const table = html('| | |\n| --- | ---: |\n| a | 1 |\n');
    expect(table).toBe(
      '<div class="wide"><table><tbody><tr><td>a</td><td class="number">1</td></tr></tbody></table></div>\n',
    );
    expect(html('| | b |\n| --- | --- |\n| a | 1 |\n')).toContain('<tr><td></td><th>b</th></tr>');
  });
  it('makes fences that follow each other and carry a tab one block', () => {
    const page = html(
      '```sh tab=curl\ncurl a\n```\n\n```ts tab=TypeScript file=examples/a.ts#b\nwork();\n```\n\ntext\n',
    );
    expect(page.match(/class="tabs"/g)).toHaveLength(1);
    expect([...page.matchAll(/data-tab="(\w+)"/g)].map(([, tab]) => tab)).toEqual(['curl', 'TypeScript']);
    const steps = html('```sh tab=curl\na\n```\n\n```sh tab=curl\nb\n```\n\n```ts tab=TypeScript\nc();\n```\n');
    expect([steps.match(/class="tabs"/g)?.length, steps.match(/data-tab=/g)?.length]).toEqual([1, 2]);
    const alone = html('```sh tab=curl\na\n```\n\ntext\n\n```sh tab=curl\nb\n```\n');
    expect([alone.match(/class="tabs"/g), alone.match(/class="code"/g)?.length]).toEqual([null, 2]);
  });
  it('colours what it knows and escapes what it does not', () => {
    expect(html('```json\n{"a": 1}\n```\n')).toContain('<span class="hljs-attr">&quot;a&quot;</span>');
    expect(html('```cobol\nA < B\n```\n')).toContain('<pre><code>A &lt; B</code></pre>');
  });
  it('takes the link out of words that lead nowhere, and marks a link that leads away', () => {
    expect(html('[a](b.ts)', () => undefined)).toBe('<p><span class="unserved">a</span></p>\n');
    expect(html('[a](https://example.com)')).toContain('rel="noopener"');
  });
  it('puts no blank where a line ends between Chinese characters, and leaves code and other words', () => {
    expect(html('先报价，\n再**投保**\n并付款\n')).toBe('<p>先报价，再<strong>投保</strong>并付款</p>\n');
    expect(html('用 SDK\n报价\n')).toBe('<p>用 SDK\n报价</p>\n');
    expect(html('```text\n甲\n乙\n```\n')).toContain('甲\n乙');
  });
  it('knows the remarks of GitHub', () => {
    expect(html('> [!WARNING]\n> Hot.\n')).toContain('<div class="remark remark-warning">');
    expect(html('> said\n')).toBe('<blockquote><p>said</p>\n</blockquote>\n');
  });
  it('gives a search what is read, without code', () => {
    expect(rendered('# A\n\nOne `b`.\n\n```sh\ncurl hidden\n```\n\n| c |\n| --- |\n| d |\n', (link) => link).text).toBe(
      'A One b. c d',
    );
  });
});

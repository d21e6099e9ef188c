import { describe, expect, it } from 'vitest';
import { renderTemplate } from '../../../../domain/shared/template/render-template.ts';

describe('renderTemplate', () => {
  it('puts values in as they are: plain text is not escaped', () => {
    expect(renderTemplate('Dear {{name}}', { name: `<b>"O'Neill" & sons</b>` })).toBe(`Dear <b>"O'Neill" & sons</b>`);
  });

  it('never reads a value as a template', () => {
    expect(renderTemplate('{{a}} {{b}}', { a: '{{b}}', b: 'two' })).toBe('{{b}} two');
  });

  it('leaves the section of what is absent out, and shows what stands in its place', () => {
    const text = '{{#refund}}You get {{refund}}.{{/refund}}{{^refund}}Nothing.{{/refund}}';
    expect(renderTemplate(text, { refund: 'CNY 1.00' })).toBe('You get CNY 1.00.');
    expect(renderTemplate(text, { refund: undefined })).toBe('Nothing.');
  });

  it('writes a line for each of a list, and none of an empty one', () => {
    const text = 'Why:\n{{#reasons}}\n- {{.}}\n{{/reasons}}\nThat is all.';
    expect(renderTemplate(text, { reasons: ['wear', 'intent'] })).toBe('Why:\n- wear\n- intent\nThat is all.');
    expect(renderTemplate(text, { reasons: [] })).toBe('Why:\nThat is all.');
  });
});

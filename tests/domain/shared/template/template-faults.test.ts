import { describe, expect, it } from 'vitest';
import { templateFaults, type Variables } from '../../../../domain/shared/template/template-faults.ts';

const variables: Variables = { name: 'text', refund: 'optional', reasons: 'list' };
const faults = (text: string) => templateFaults(text, variables);

describe('templateFaults', () => {
  it.each([
    'Dear {{name}}',
    '{{#refund}}You get {{refund}}, {{name}}.{{/refund}}{{^refund}}Nothing.{{/refund}}',
    '{{#reasons}}- {{.}} for {{name}}\n{{/reasons}}{{^reasons}}none{{/reasons}}',
    'no variable at all',
  ])('finds nothing wrong with %j', (text) => expect(faults(text)).toEqual([]));

  it('names a variable that there is not, and those that there are', () => {
    expect(faults('{{iban}}')).toEqual(['no variable iban; there are name, refund, reasons']);
    expect(faults('{{#iban}}x{{/iban}}')).toEqual(['no variable iban; there are name, refund, reasons']);
    expect(faults('{{name.first}}')).toEqual(['no variable name.first; there are name, refund, reasons']);
  });

  it('knows no variable by what every object has', () => {
    expect(faults('{{constructor}} {{__proto__}} {{toString}}')).toHaveLength(3);
  });

  it('finds what may be absent outside its own section, also where that says that it is absent', () => {
    const says = ['refund may be absent: write it inside {{#refund}} and {{/refund}}'];
    expect(faults('You get {{refund}}.')).toEqual(says);
    expect(faults('{{^refund}}{{refund}}{{/refund}}')).toEqual(says);
  });

  it('finds a list that stands as a text, and a text that stands as a list', () => {
    expect(faults('{{reasons}}')).toEqual(['reasons is a list: write {{#reasons}}{{.}}{{/reasons}}']);
    expect(faults('{{#name}}x{{/name}}')).toEqual(['name is always there: it needs no section']);
    expect(faults('{{.}}')).toEqual(['{{.}} stands in the section of a list only']);
    expect(faults('{{#refund}}{{.}}{{/refund}}')).toEqual(['{{.}} stands in the section of a list only']);
  });

  it.each(['{{>other}}', '{{{name}}}', '{{&name}}', '{{=<% %>=}}', '{{!note}}'])('takes no %s', (text) => {
    expect(faults(text)).toEqual([expect.stringContaining('is not taken')]);
  });

  it.each(['{{#refund}}never closed', '{{/refund}}', '{{name', '{{#refund}}{{/reasons}}'])(
    'finds that %j is no template',
    (text) => expect(faults(text)).toHaveLength(1),
  );
});

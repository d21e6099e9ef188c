import { describe, expect, it } from 'vitest';
import { pickTemplate } from '../../../domain/notifications/pick-template.ts';
import { defaultTemplates } from '../../../domain/notifications/templates/default-templates.ts';
import { messagesOf } from '../../../domain/products/message-catalogue.ts';

const flight = messagesOf({ productId: 'flight-delay', version: 1 });

describe('pickTemplate', () => {
  it('takes the product’s own template, and says of which version', () => {
    const { template, texts } = pickTemplate(flight, 'claim-received', 'en');
    expect(template).toBe('flight-delay@1');
    expect(texts.text.join(' ')).toContain('we ask the sources of flight data ourselves');
  });

  it('takes the platform’s where the product has none', () => {
    expect(pickTemplate(flight, 'claim-paid', 'zh-CN')).toEqual({
      template: 'default',
      texts: defaultTemplates['claim-paid']['zh-CN'],
    });
    const { templates: _none, ...plain } = flight;
    expect(pickTemplate(plain, 'claim-received', 'en').template).toBe('default');
  });
});

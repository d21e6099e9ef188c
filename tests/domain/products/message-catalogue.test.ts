import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../domain/products/catalogue.ts';
import { messageCatalogue, messagesOf } from '../../../domain/products/message-catalogue.ts';

describe('messagesOf', () => {
  it('has messages for every product version that is sold', () => {
    for (const { productId, version } of catalogue)
      expect(messagesOf({ productId, version })).toMatchObject({ productId, version });
    expect(messageCatalogue).toHaveLength(catalogue.length);
  });

  it('takes no other version instead', () => {
    expect(() => messagesOf({ productId: 'device-protection', version: 2 })).toThrow('no messages');
  });

  it('reminds of the end of long terms alone', () => {
    const renewing = messageCatalogue.filter(({ reminders }) => reminders.renewal !== undefined);
    expect(renewing.map(({ productId }) => productId)).toEqual(['device-protection']);
  });
});

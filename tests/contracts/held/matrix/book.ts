import type { Platform } from '../../../../functions/_kit/platform.ts';
import { memoryInbox } from '../../../support/inboxes.ts';
import { aPolicy } from '../../../support/sale.ts';
import type { Asked } from '../../../support/world.ts';
import { aFilledBook } from '../../book/filled-book.ts';

/** Whose things are asked for, somebody with things of their own, and somebody who has nothing. */
export const tenants = { own: 'shop-a', foreign: 'shop-b', nothing: 'shop-c' } as const;
export type Whose = keyof typeof tenants;

const ofTenant = (pk: unknown): string | undefined => /^T#([a-z0-9-]+)#/.exec(String(pk))?.[1];
const idForm = /\b(?:[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}|BN[0-9A-HJKMNP-TV-Z]{26})\b/g;

/** Every effect that can be seen: items written by tenant, files of the inbox, mail and webhooks that were sent. */
const effectsOf = () => {
  const seen: string[] = [];
  const { inbox, files } = memoryInbox();
  const services = {
    inbox: {
      ...inbox,
      write: (...given: Parameters<typeof inbox.write>) => {
        seen.push(`the inbox of ${given[0]}`);
        return inbox.write(...given);
      },
    },
    webhookSender: {
      send: async () => {
        seen.push('a webhook');
        return { ms: 1, status: 200 };
      },
    },
  };
  return { seen, files, services };
};

/** What nobody else may ever read: ids, and what people and shops wrote. */
const secretsOf = (items: readonly object[], tenant: string): readonly string[] => {
  const texts = items.filter((item) => ofTenant(Object(item).pk) === tenant).map((item) => JSON.stringify(item));
  const ids = texts.flatMap((text) => text.match(idForm) ?? []);
  return [...new Set(ids)];
};

/** The filled book of one shop, a smaller one of another, and nothing of a third. */
export const aMatrixBook = async (around?: (platform: Platform) => Platform) => {
  const { seen, services } = effectsOf();
  const book = await aFilledBook({
    tenants: Object.values(tenants),
    services,
    ...(around !== undefined && { around }),
  });
  const asForeign = {
    ...book,
    call: (operation: string, asked: Asked = {}) => book.call(operation, { tenant: tenants.foreign, ...asked }),
  };
  const other = { name: '李四', phone: '+8613900139000', email: 'li.si@example.org' };
  const person = { ...other, identity: { type: 'passport', number: 'E87654321' } };
  await asForeign.call('registerCustomer', { body: { ...person, locale: 'zh-CN' } });
  await aPolicy(asForeign, 'return-freight', { reference: 'SO-OF-SHOP-B' });
  await asForeign.call('createWebhookEndpoint', { body: { url: 'https://other.example/hooks' } });
  await asForeign.call('createCredential', { body: { name: 'Kiosk', scopes: ['quotes:write'] } });
  book.engine.onCommit((changes) => {
    for (const { key, after } of changes)
      seen.push(`${after === undefined ? 'deleted' : 'written'}: ${ofTenant(Object(key).pk) ?? Object(key).pk}`);
  });
  const own = ['shop-a', 'counter.shop.example', 'Counter', 'SO-20261123-0042', '356938035643809', '王小明'];
  return {
    ...book,
    secrets: [...own, ...secretsOf(book.engine.items(), tenants.own)],
    takeEffects: (): readonly string[] => seen.splice(0),
  };
};
export type MatrixBook = Awaited<ReturnType<typeof aMatrixBook>>;

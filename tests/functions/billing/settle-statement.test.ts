import { describe, expect, it } from 'vitest';
import { aShopOnCredit, finance } from '../../support/statements.ts';

const aStatement = async () => {
  const shop = await aShopOnCredit();
  await shop.sell('SO-000001');
  await shop.catchUp();
  const { statementId } = (await shop.close()).body as { statementId: string };
  const settle = (body: object, id = statementId) =>
    shop.call('settleStatement', {
      params: { statementId: id },
      body: { amount: 432, currency: 'CNY', reference: 'BANK-1', ...body },
      as: finance,
    });
  return { shop, settle };
};

describe('settleStatement', () => {
  it('books the partner’s payment of the whole statement, once', async () => {
    const { settle } = await aStatement();
    expect((await settle({})).body).toMatchObject({
      status: 'settled',
      settlement: { amount: 432, reference: 'BANK-1' },
    });
    const again = await settle({ reference: 'BANK-2' });
    expect([again.status, again.body]).toMatchObject([
      409,
      { code: 'statement-already-settled', facts: { reference: 'BANK-1' } },
    ]);
  });

  it('is not claimed again: the next statement has the new sales alone', async () => {
    const { shop, settle } = await aStatement();
    await settle({});
    await shop.sell('SO-000002');
    await shop.catchUp();
    expect((await shop.close()).body).toMatchObject({ lines: 1, total: 432 });
  });

  it('refuses an amount that is not the total, and says what is owed', async () => {
    const { settle } = await aStatement();
    const answer = await settle({ amount: 431 });
    expect([answer.status, answer.body]).toMatchObject([
      422,
      { code: 'settlement-differs', facts: { total: 432, currency: 'CNY' } },
    ]);
  });

  it('knows no statement that was never closed', async () => {
    const { settle } = await aStatement();
    expect((await settle({}, 'stm_00000000000000000000000000')).status).toBe(404);
  });
});

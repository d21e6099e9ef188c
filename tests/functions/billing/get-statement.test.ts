import { describe, expect, it } from 'vitest';
import { endpoint as getStatement } from '../../../functions/billing/get-statement.ts';
import { aShopOnCredit } from '../../support/statements.ts';

describe('getStatement', () => {
  it('shows a statement with its version to the partner that owes it, and to nobody else', async () => {
    const shop = await aShopOnCredit([getStatement]);
    await shop.sell('SO-000001');
    await shop.catchUp();
    const closed = await shop.close();
    const { statementId } = closed.body as { statementId: string };
    const seen = await shop.call('getStatement', { params: { statementId } });
    expect([seen.status, seen.text, seen.headers['etag']]).toEqual([200, closed.text, '"1"']);
    const foreign = await shop.call('getStatement', { params: { statementId }, tenant: 'shop-b' });
    expect([foreign.status, foreign.body]).toMatchObject([404, { code: 'statement-not-found' }]);
  });
});

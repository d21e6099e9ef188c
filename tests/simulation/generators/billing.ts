import type { billing } from '../../../functions/billing/contract.ts';
import { type Generator, lists, person, reads } from './generator.ts';

const finance = person('finance');

export const billingGenerators: Readonly<Record<keyof typeof billing.endpoints, Generator>> = {
  closeStatement: {
    weight: 0.8,
    // Now and then somebody tries who may not.
    draw: ({ chance }) => ({ as: chance.happens(0.15) ? person('claims_handler') : finance }),
    learn: (answer, known) => {
      const total = Number(answer['total']);
      known.statements.push({ statementId: String(answer['statementId']), total });
    },
  },
  settleStatement: {
    weight: 1.5,
    draw: ({ known, chance, serial }) => {
      if (known.statements.length === 0) return undefined;
      const { statementId, total } = chance.pick(known.statements);
      const amount = chance.happens(0.1) ? total + 1 : total;
      return {
        params: { statementId },
        as: finance,
        body: { amount, currency: 'CNY', reference: `transfer-${serial()}` },
      };
    },
  },
  getStatement: {
    ...reads('statementId', ({ statements }) => statements.map(({ statementId }) => statementId)),
    weight: 0.6,
  },
  listStatements: lists('listStatements', {
    filters: { status: ({ chance }) => chance.pick(['closed', 'settled']) },
  }),
};

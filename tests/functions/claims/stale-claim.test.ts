import { describe, expect, it } from 'vitest';
import type { TableClient } from '../../../functions/_storage/client.ts';
import type { Item } from '../../../functions/_storage/codec.ts';
import { BatchGetCommand } from '../../../functions/_storage/commands.ts';
import { aClaimsWorld, aPhone, approver, claimIdIn, handler, report } from './claims-world.ts';

type Read = { Responses: { bindery: Item[] } };

/** A table of which one read sees a claim a moment too early, as a read of several items may. */
const aTableThatLags = () => {
  const state: { copy?: Item | undefined; lags: boolean } = { lags: false };
  const through = (client: TableClient): TableClient => ({
    send: async (command) => {
      const output = await client.send(command);
      if (!(command instanceof BatchGetCommand) || !state.lags || state.copy === undefined) return output;
      const { copy } = state;
      state.lags = false;
      const items = (output as Read).Responses.bindery.map((item) => (item['sk'] === copy['sk'] ? copy : item));
      return { ...(output as Read), Responses: { bindery: items } };
    },
  });
  return { state, through };
};

describe('a claim that was read a moment too early', () => {
  it('is never approved at an amount that has been replaced', async () => {
    const { state, through } = aTableThatLags();
    const world = await aClaimsWorld({}, { through });
    const claimId = claimIdIn(await report(world, 'device-protection', await aPhone(world)));
    await world.bus.untilQuiet();
    const assess = (amount: number, by: string) =>
      world.call('assessClaim', { params: { claimId }, body: { amount }, as: handler(by) });
    await assess(100_000, 'ann');
    state.copy = structuredClone(world.engine.items().find(({ sk }) => sk === 'CLM#001'));
    await assess(90_000, 'bob');

    state.lags = true;
    const answer = await world.call('approveClaim', { params: { claimId }, body: { amount: 100_000 }, as: approver() });
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'assessment-changed' }]);
  });
});

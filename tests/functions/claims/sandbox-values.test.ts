import { describe, expect, it } from 'vitest';
import { sandboxValues } from '../../../functions/_kit/sandbox-values.ts';
import { aClaimsWorld, aFlight, airports, carrier, claimIdIn, report, shipped, standing } from './claims-world.ts';

/** The world outside knows nothing; whatever a claim comes to follows from its magic value. */
const aWorldOf = (tenant: string) =>
  aClaimsWorld({ ...carrier(undefined), ...airports([]) }, { tenants: [tenant], home: tenant });

const claimOn = {
  flight: async (tenant: string, flightNumber: string) => {
    const world = await aWorldOf(tenant);
    const claimId = claimIdIn(await report(world, 'flight-delay', await aFlight(world, { flightNumber })));
    await world.bus.untilQuiet();
    return standing(world, claimId);
  },
  parcel: async (tenant: string, waybill: string) => {
    const world = await aWorldOf(tenant);
    const form = { waybillNumber: `${waybill}01`, returnKind: 'return', paidBy: 'buyer', onPlatform: true };
    const claimId = claimIdIn(await report(world, 'return-freight', await shipped(world), { form }));
    await world.bus.untilQuiet();
    return standing(world, claimId);
  },
};

describe('a magic value in a sandbox', () => {
  it.each(sandboxValues.flights)('does to a claim what the reference says: flight $value', async ({ value, claim }) => {
    expect((await claimOn.flight('sbx-shop', value)).status).toBe(claim);
  });
  it.each(sandboxValues.waybills)(
    'does to a claim what the reference says: waybill $value',
    async ({ value, claim }) => {
      expect((await claimOn.parcel('sbx-shop', value)).status).toBe(claim);
    },
  );

  // Basic plan: 100.00 from 120 minutes, 300.00 from 240, and 200.00 for a cancellation (catalogue 5.3).
  it.each([
    ['ZZ180', 10_000],
    ['ZZ300', 30_000],
    ['ZZ900', 20_000],
  ])('pays what its tier is worth: %s', async (value, amount) => {
    expect(await claimOn.flight('sbx-shop', value)).toMatchObject({ approved: { amount } });
  });
  it.each([
    ['flight', 'ZZ500', 'sources-differ'],
    ['parcel', 'SBXFORGED', 'signed-outside-term'],
  ] as const)('says to people why they are asked: %s %s', async (kind, value, reason) => {
    expect(await claimOn[kind]('sbx-shop', value)).toMatchObject({ status: 'in-review', referredFor: [reason] });
  });
});

describe('a magic value of a live tenant', () => {
  it.each(sandboxValues.flights)('means nothing: flight $value', async ({ value }) => {
    expect((await claimOn.flight('shop-a', value)).status).toBe('awaiting-facts');
  });
  it.each(sandboxValues.waybills)('means nothing: waybill $value', async ({ value }) => {
    expect((await claimOn.parcel('shop-a', value)).status).toBe('awaiting-facts');
  });
});

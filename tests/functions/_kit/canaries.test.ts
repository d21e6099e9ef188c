import { describe, expect, it } from 'vitest';
import { laidOpen } from '../../support/laid-open.ts';
import {
  aClaimsWorld,
  aFlight,
  aPhone,
  carrier,
  claimIdIn,
  handler,
  payee,
  report,
  shipped,
  waybill,
} from '../claims/claims-world.ts';

/** What identifies the person, the device, the passenger, the parcel and the account in this test. */
const canaries = [
  ...['王小明', '11010519491231002X', '13800138000', 'xiaoming.wang'],
  ...['356938035643809', '7812345678901', waybill, payee],
  'a canary sings in the note',
];

const found = (texts: readonly string[]): readonly string[] =>
  canaries.filter((canary) => texts.some((text) => text.includes(canary)));

/** Three products sold and claimed, one claim assessed by hand with a note, and requests that are refused. */
const aDay = async () => {
  const world = await aClaimsWorld({
    ...carrier({ status: 'signed_by_seller', signedAt: '2026-11-24T12:00:00.000Z' }),
  });
  const answers = [
    await report(world, 'return-freight', await shipped(world)),
    await report(world, 'device-protection', await aPhone(world)),
  ];
  await world.bus.untilQuiet();
  const phone = answers.map(claimIdIn)[1] ?? '';
  const body = { note: 'a canary sings in the note' };
  answers.push(await world.call('assessClaim', { params: { claimId: phone }, body, as: handler() }));
  const flight = await aClaimsWorld();
  answers.push(await report(flight, 'flight-delay', await aFlight(flight), { form: { waybillNumber: waybill } }));
  answers.push(await world.call('registerCustomer', { body: { name: '王小明', phone: 'x' } }));
  return { worlds: [world, flight], answers };
};

describe('personal and identifying data', () => {
  it('stand in no item, event, log line or answer but encrypted or as keyed hashes', async () => {
    const { worlds, answers } = await aDay();
    const items = worlds.flatMap(({ engine }) => engine.items());
    const events = worlds.flatMap(({ bus }) => bus.published());
    const lines = worlds.flatMap(({ log }) => log);

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 422, 422]);
    expect([items.length, events.length, lines.length].every((count) => count > 10)).toBe(true);
    expect(found(items.map(laidOpen))).toEqual([]);
    expect(found(events.map((event) => JSON.stringify(event)))).toEqual([]);
    expect(found(lines.map((line) => JSON.stringify(line)))).toEqual([]);
    expect(found(answers.map(({ text, headers }) => text + JSON.stringify(headers)))).toEqual([]);
  });

  it('would be found if they stood anywhere', () => {
    expect(found([laidOpen({ pk: 'x', s: { name: '王小明' } })])).toEqual(['王小明']);
  });
});

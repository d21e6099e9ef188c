import type { Clock } from '../../generated/schemas.ts';
import { shown } from '../print.ts';
import { type Command, sandboxFor } from '../terminal.ts';
import { needed, read, WrongUsage } from '../usage.ts';

const clockLine = ({ now, status, lastAdvance }: Clock): string =>
  `${now}  ${status}${lastAdvance === undefined ? '' : `, ${lastAdvance.woken} due things done`}`;

export const clock: Command = {
  help: `Shows what time it is in your sandbox, or moves it.

  bindery clock
  bindery clock advance P30D                      by a span of ISO 8601
  bindery clock advance --to 2027-01-01T00:00:00Z  to an instant ahead

An advance comes back once everything that was due on the way is done.`,
  run: async (args, terminal) => {
    const { values, positionals } = read(args, { to: { type: 'string' } });
    const [verb, by] = positionals;
    const sandbox = sandboxFor(terminal, values);
    if (verb === undefined) return terminal.out(shown(await sandbox.bindery.getClock(), values));
    if (verb !== 'advance') throw new WrongUsage(`A clock can be advanced, and not: ${verb}.`);
    const goal = values.to === undefined ? { by: needed(by, 'by how much, such as P30D') } : { to: values.to };
    const there = await sandbox.advance(goal, (now) => terminal.say(clockLine(now)));
    await sandbox.settled();
    terminal.out(values.json || values.pick ? shown(there, values) : clockLine(there));
  },
};

export const pay: Command = {
  help: `Pays the premium of a policy with a test card, as its buyer would.

  bindery pay pol_… [--card pm_card_visa]

pm_card_declined is declined. It needs a platform that plays the payment provider, as npm start does.`,
  run: async (args, terminal) => {
    const { values, positionals } = read(args, { card: { type: 'string' } });
    const policyId = needed(positionals[0], 'which policy');
    const sandbox = sandboxFor(terminal, values);
    const { offerId, invoice } = await sandbox.bindery.getPolicy({ policyId });
    await sandbox.pay({ offerId, premium: invoice }, values.card);
    await sandbox.settled();
    const after = await sandbox.bindery.getPolicy({ policyId });
    terminal.out(values.json || values.pick ? shown(after, values) : `The premium is ${after.invoice.status}.`);
  },
};

export const parcel: Command = {
  help: `Tells what the carrier says of a parcel.

  bindery parcel SF1234567890 signed_by_seller [--signed-at now]`,
  run: async (args, terminal) => {
    const { values, positionals } = read(args, { 'signed-at': { type: 'string' } });
    const [waybill, status] = positionals;
    const sandbox = sandboxFor(terminal, values);
    const said = values['signed-at'] ?? (status === 'signed_by_seller' ? 'now' : undefined);
    const signedAt = said === 'now' ? await sandbox.now() : said;
    const parcel = { waybill: needed(waybill, 'which waybill'), status: needed(status, 'its status') };
    await sandbox.tellParcel({ ...parcel, ...(signedAt !== undefined && { signedAt }) });
    terminal.out(`The carrier says ${parcel.status} of ${parcel.waybill}.`);
  },
};

export const flight: Command = {
  help: `Tells what a source says of a flight.

  bindery flight MU5101 --date 2026-11-25 --scheduled 2026-11-25T13:00:00.000Z --arrived 2026-11-25T16:10:00.000Z
  bindery flight MU5101 --date 2026-11-25 --scheduled 2026-11-25T13:00:00.000Z --cancelled

  --source <name>   "airport" unless said; a claim is decided by two that agree, one of them --official
  --official`,
  run: async (args, terminal) => {
    const { values, positionals } = read(args, {
      date: { type: 'string' },
      scheduled: { type: 'string' },
      arrived: { type: 'string' },
      source: { type: 'string' },
      official: { type: 'boolean' },
      cancelled: { type: 'boolean' },
    });
    const { source = 'airport', official = false, cancelled = false, arrived } = values;
    const flight = needed(positionals[0], 'which flight');
    await sandboxFor(terminal, values).tellFlight({
      ...{ flight, source, official, cancelled },
      date: needed(values.date, '--date'),
      scheduledArrival: needed(values.scheduled, '--scheduled'),
      ...(arrived !== undefined && { actualArrival: arrived }),
    });
    terminal.out(`${source} says it of ${flight}.`);
  },
};

export const settle: Command = {
  help: 'Waits until nothing is on its way any more, where the platform can tell.\n\n  bindery settle',
  run: async (args, terminal) => {
    const { values } = read(args, {});
    await sandboxFor(terminal, values).settled();
    terminal.out('Nothing is on its way.');
  },
};

import type { Clock } from '../../generated/schemas.ts';
import { shown } from '../print.ts';
import { type Command, sandboxFor } from '../terminal.ts';
import { needed, read, WrongUsage } from '../usage.ts';

const clockLine = ({ now, status, lastAdvance }: Clock): string =>
  `${now}  ${status}${lastAdvance === undefined ? '' : `, ${lastAdvance.woken} due things done`}`;

/** A person writes `3d`; the platform asks for `P3D`. */
const spanOf = (text: string): string => {
  if (/^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/.test(text)) return text;
  throw new WrongUsage(`${text} is no span of ISO 8601, such as P3D for three days or PT12H for twelve hours.`);
};

export const clock: Command = {
  help: `Shows what time it is in your sandbox, or moves it.

  bindery clock
  bindery clock advance P30D                      by a span of ISO 8601 (or: --by P30D)
  bindery clock advance --to 2027-01-01T00:00:00Z  to an instant ahead

An advance comes back once everything that was due on the way is done.`,
  run: async (args, terminal) => {
    const { values, positionals } = read(args, { to: { type: 'string' }, by: { type: 'string' } });
    const [verb, by = values.by] = positionals;
    const sandbox = sandboxFor(terminal, values);
    if (verb === undefined) return terminal.out(shown(await sandbox.bindery.getClock(), values));
    if (verb !== 'advance') throw new WrongUsage(`A clock can be advanced, and not: ${verb}.`);
    if (values.to !== undefined && by !== undefined) throw new WrongUsage('Say a span or --to, and not both.');
    const goal = values.to === undefined ? { by: spanOf(needed(by, 'by how much, such as P30D')) } : { to: values.to };
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

/** What the platform makes a difference between. */
const parcelStatuses = ['in_transit', 'signed_by_seller'];

export const parcel: Command = {
  help: `Tells what the carrier says of a parcel.

  bindery parcel SF1234567890 signed_by_seller [--signed-at now]

Its status is one of ${parcelStatuses.join(', ')}.`,
  run: async (args, terminal) => {
    const { values, positionals } = read(args, { 'signed-at': { type: 'string' } });
    const waybill = needed(positionals[0], 'which waybill');
    const status = needed(positionals[1], `its status: ${parcelStatuses.join(' or ')}`);
    if (!parcelStatuses.includes(status))
      throw new WrongUsage(`No parcel has the status ${status}; there are: ${parcelStatuses.join(', ')}.`);
    const sandbox = sandboxFor(terminal, values);
    const said = values['signed-at'] ?? (status === 'signed_by_seller' ? 'now' : undefined);
    const signedAt = said === 'now' ? await sandbox.now() : said;
    await sandbox.tellParcel({ waybill, status, ...(signedAt !== undefined && { signedAt }) });
    terminal.out(`The carrier says ${status} of ${waybill}.`);
  },
};

/** What was told, as a person would say it. */
const toldOf = (flight: string, { scheduled, arrived, cancelled }: Told): string => {
  if (cancelled) return `${flight} was cancelled`;
  if (arrived === undefined) return `${flight} has not come in yet`;
  const minutes = Math.round((Date.parse(arrived) - Date.parse(scheduled)) / 60_000);
  if (minutes === 0) return `${flight} came in on time`;
  return `${flight} came in ${Math.abs(minutes)} minutes ${minutes > 0 ? 'late' : 'early'}`;
};
type Told = { readonly scheduled: string; readonly arrived: string | undefined; readonly cancelled: boolean };

export const flight: Command = {
  help: `Tells what a source says of a flight.

  bindery flight MU5101 --date 2026-11-25 --scheduled 2026-11-25T13:00:00.000Z --arrived 2026-11-25T16:10:00.000Z
  bindery flight MU5101 --date 2026-11-25 --scheduled 2026-11-25T13:00:00.000Z --cancelled

  --date <day>         of the departure, by the calendar of the airport it leaves from
  --scheduled <time>   when it was to arrive, with offset or Z
  --arrived <time>     when it did arrive
  --source <name>      who says so: airport (unless said), airline, or any other name; each is a source of its own
  --official           an official source

A claim is decided once two sources agree, or once nobody has contradicted an official one for a day.`,
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
    const scheduled = needed(values.scheduled, '--scheduled, the time when it was to arrive');
    await sandboxFor(terminal, values).tellFlight({
      ...{ flight, source, official, cancelled },
      date: needed(values.date, '--date, the day of its departure'),
      scheduledArrival: scheduled,
      ...(arrived !== undefined && { actualArrival: arrived }),
    });
    terminal.out(`${source} says ${toldOf(flight, { scheduled, arrived, cancelled })}.`);
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

import { PutCommand } from '../../functions/_storage/commands.ts';
import { tableDefinition } from '../../functions/_storage/keys.ts';
import { bundle } from '../../infra/bundle.ts';
import { connect } from '../../local/engine/connect.ts';
import { inRounds, medianAbove, medianOf, medianTimes, timesIn } from '../measure/rounds.ts';
import { median } from '../measure/statistics.ts';
import { readable } from '../print.ts';
import { noiseNote, type Table } from '../suite.ts';
import { type Bundled, conventionally, httpShim } from './bundling.ts';
import { type Start, type Startable, start } from './start.ts';
import type { Surroundings } from './surroundings.ts';

const key = { pk: 'T#bench#POL#pol_first', sk: 'STATE' } as const;
/** An item of about 600 bytes, of the kinds that ours are made of. */
const item = {
  ...key,
  version: 7,
  status: 'on-risk',
  terms: Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`field${at}`, `value number ${at}`])),
  amounts: [432, 13_962, 4_500],
  sealed: Buffer.alloc(64, 7),
};

const names = {
  empty: 'an empty function',
  floor: 'signed by hand, over node:http',
  ours: 'our client',
  again: 'our client again',
  plain: 'lib-dynamodb',
  shim: 'lib-dynamodb without undici',
  kept: 'signature-v4 and util-dynamodb, over node:http',
} as const;

const ourSource = `
import { lambdaTable } from './functions/_adapters/lambda-table.ts';
import { GetCommand } from './functions/_storage/commands.ts';
const client = lambdaTable();
export const handler = ({ table, key }) => client.send(new GetCommand({ TableName: table, Key: key }));`;

type Client = Startable & { readonly name: string; readonly bytes: number };

const clients = async (around: Surroundings, warmCalls: number): Promise<readonly Client[]> => {
  const event = async () => ({ table: tableDefinition.tableName, key });
  const client = (name: string, { bundle, bytes }: Bundled): Client => ({
    ...{ name, bundle, bytes, event, warmCalls },
    environment: around.environment,
  });
  const { folder, bytes } = await bundle({ name: 'bench-first-item', source: ourSource, bytesMax: 800_000 });
  const ours = { bundle: `${folder}/index.mjs`, bytes };
  const shimmed = await conventionally('first-item/document-client.ts', {
    as: 'first-item-shimmed',
    plugins: [httpShim],
  });
  return [
    client(names.empty, await conventionally('empty.ts')),
    client(names.floor, await conventionally('first-item/by-hand.ts')),
    client(names.ours, ours),
    client(names.again, ours),
    client(names.kept, await conventionally('first-item/kept-libraries.ts')),
    client(names.plain, await conventionally('first-item/document-client.ts')),
    client(names.shim, shimmed),
  ];
};

/** Every client brings back the item as it was written: bytes as bytes, numbers as numbers. */
const startRight = async (one: Client): Promise<Start> => {
  const found = await start(one);
  if (one.name === names.empty) return found;
  const { Item } = found.answer as { Item?: unknown };
  const written = JSON.stringify(plain(item));
  if (JSON.stringify(plain(Item)) !== written)
    throw new Error(`${one.name} reads ${JSON.stringify(Item)} and not ${written}.`);
  return found;
};

/** An item with its names in order, and bytes as the numbers that they are, however they came through JSON. */
const plain = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Uint8Array) return [...value];
  const entries = Object.entries(value);
  const { type, data } = value as { type?: unknown; data?: unknown };
  if (type === 'Buffer') return data;
  if (entries.length > 0 && entries.every(([name], at) => name === String(at))) return entries.map(([, one]) => one);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, plain(one)]));
};

export const firstItemTable = async (around: Surroundings, quick: boolean, seed: number): Promise<Table> => {
  const engine = connect(around.environment['AWS_ENDPOINT_URL_DYNAMODB'] ?? '');
  await engine.send(new PutCommand({ TableName: tableDefinition.tableName, Item: item }));
  engine.destroy();
  const all = await clients(around, quick ? 100 : 1_000);
  for (const one of all) await startRight(one);
  const rounds = await inRounds(all, { rounds: quick ? 2 : 15, seed: seed + 2 }, startRight);
  const wholeCpu = ({ wholeCpu }: Start): number => wholeCpu;
  const warm = ({ warmCallUs = Number.NaN }: Start): number => warmCallUs;
  const times = (name: string, ours: string): number =>
    medianTimes(rounds, { name, ours, empty: names.empty }, wholeCpu);
  const warmTimes = (name: string, ours: string): number => median(timesIn(rounds, [name, ours], warm));
  const above = (name: string): string => `${readable(medianAbove(rounds, [name, names.empty], wholeCpu))} ms`;
  const noise = Math.abs(warmTimes(names.again, names.ours) - 1);
  return {
    title: `From process to first item, medians of ${rounds.length} rounds`,
    rows: all.map(({ name, bytes }) => ({
      what: name,
      figures: {
        bytes,
        'import, CPU ms': medianOf(rounds, name, ({ importCpu }) => importCpu),
        'first call, CPU ms': medianOf(rounds, name, ({ firstCpu }) => firstCpu),
        'to first item, CPU ms': medianOf(rounds, name, wholeCpu),
        'above empty': medianAbove(rounds, [name, names.empty], wholeCpu),
        '× by hand': times(name, names.floor),
        'wall ms': medianOf(rounds, name, ({ wall }) => wall),
        'warm call, CPU µs': medianOf(rounds, name, warm),
      },
    })),
    goals: [
      {
        what: 'lib-dynamodb against our client, process to first item above an empty function',
        is: times(names.plain, names.ours),
        goal: 3,
        stretch: 4.5,
        better: 'more',
        unit: '× our CPU',
        headline: {
          question: 'from process to the first item of a table, CPU above an empty function, against lib-dynamodb',
          ...{ ours: above(names.ours), theirs: above(names.plain) },
        },
      },
      {
        what: 'lib-dynamodb against our client, one warm call',
        is: warmTimes(names.plain, names.ours),
        goal: 2.5,
        stretch: 3.3,
        better: 'more',
        unit: '× our CPU',
      },
    ],
    noise,
    notes: [
      'GetItem of about 600 bytes over plain HTTP: no TLS is in these figures. The engine is another process.',
      noiseNote(noise),
      'A signature by hand neither retries nor gives up; it stands here to show how far down one can go.',
    ],
  };
};

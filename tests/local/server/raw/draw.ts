import { type Chance, chanceOf } from '../../../simulation/chance.ts';
import { bodies, smuggled } from './bodies.ts';
import { type Bytes, heads, lines, writtenOut } from './heads.ts';

type Route = { readonly method: string; readonly path: string };
export type RawRequest = {
  readonly bytes: Buffer;
  /** What was done to it. */
  readonly says: string;
  /** Whether a second request may be seen in it: it stands openly behind it, or a flipped bit has laid one open. */
  readonly open: boolean;
};

const groups = { lines, heads, bodies };
const spoils = Object.entries(groups).flatMap(([group, table]) =>
  Object.entries(table).map(([name, spoil]) => ({ says: `${group}: ${name}`, spoil })),
);

const plain = ({ method, path }: Route, chance: Chance): Bytes => {
  const body = Buffer.from(method === 'POST' ? '{"a":1}' : '');
  return {
    line: `${method} ${path.replace(/\{\w+\}/g, () => `pol_${'0'.repeat(26)}`)} HTTP/1.1`,
    headers: [
      ...['Host: localhost', 'Content-Type: application/json', 'Idempotency-Key: raw-bytes-1'],
      ...(body.length > 0 ? [`Content-Length: ${body.length}`] : []),
      ...(chance.happens(0.5) ? ['Connection: close'] : []),
    ],
    body,
  };
};

const flipped = (bytes: Buffer, chance: Chance): Buffer => {
  const copy = Buffer.from(bytes);
  const at = chance.below(Math.min(copy.length, 400));
  copy[at] = (copy[at] ?? 0) ^ (1 << chance.below(8));
  return copy;
};

/** Request number i of a seed: each kind of damage in its turn, some with another, a flipped bit or one more behind. */
export const rawRequest = (seed: number, number: number, routes: readonly Route[]): RawRequest => {
  const chance = chanceOf(seed, `raw ${number}`);
  const first = spoils[number % spoils.length];
  const all = [...(first === undefined ? [] : [first]), ...(chance.happens(0.3) ? [chance.pick(spoils)] : [])];
  const spoilt = all.reduce((bytes, { spoil }) => spoil(bytes, chance), plain(chance.pick(routes), chance));
  const written = writtenOut(spoilt);
  const bit = chance.happens(0.1);
  const pipelined = chance.happens(0.15);
  const bytes = Buffer.concat([bit ? flipped(written, chance) : written, Buffer.from(pipelined ? smuggled : '')]);
  const says = [...all.map((one) => one.says), ...(bit ? ['a bit'] : []), ...(pipelined ? ['one more behind'] : [])];
  return { bytes, says: says.join(', '), open: pipelined || bit };
};
export const kinds = spoils.length;

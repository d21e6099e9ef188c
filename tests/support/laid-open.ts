import { deflate, type Item } from '../../functions/_storage/codec.ts';

/** An item as text, with what it holds deflated laid open: so a leak is seen wherever it stands. */
export const laidOpen = (item: Item): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(item).map(([name, value]) => [
        name,
        value instanceof Uint8Array && (name === 'z' || name === 'b') ? deflate.expand(value) : value,
      ]),
    ),
  );

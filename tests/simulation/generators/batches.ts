import { type Known, learnt } from '../known.ts';
import type { Ask, Drawing, Generator, Json } from './generator.ts';

export type BatchItem = {
  readonly operation: string;
  readonly idempotencyKey: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly body: Json;
};
type Result = { readonly outcome: string; readonly body?: Json };

export const itemsOf = ({ body }: Ask): readonly BatchItem[] => Object(body).items ?? [];

const newItem = (drawing: Drawing, operation: string, generator: Generator): readonly BatchItem[] => {
  const ask = generator.draw(drawing);
  if (ask === undefined || ask.foreign === true) return [];
  const { params, body } = ask;
  const idempotencyKey = `item-${drawing.known.tenant}-${drawing.serial()}`;
  return [{ operation, idempotencyKey, ...(params !== undefined && { params }), body: body as Json }];
};

/** A few new items, and now and then some that were asked before, as who was not answered would ask them again. */
export const batches = (generators: Readonly<Record<string, Generator>>): Generator => ({
  weight: 0.8,
  draw: (drawing) => {
    const { chance, known } = drawing;
    const operations = Object.entries(generators);
    const fresh = Array.from({ length: 1 + chance.below(3) }, () => chance.pick(operations));
    const items = fresh.flatMap(([operation, generator]) => newItem(drawing, operation, generator));
    const before = known.items.filter(({ operation }) => operation in generators);
    const again = before.length > 0 && chance.happens(0.4) ? [chance.pick(before)] : [];
    if (items.length === 0) return undefined;
    return { body: { items: [...items, ...again] } };
  },
  learn: (answer, known: Known, ask) => {
    for (const [at, item] of itemsOf(ask).entries()) {
      const { outcome, body = {} } = (answer['results'] as readonly Result[])[at] ?? { outcome: 'open' };
      learnt(known.items, item, ({ idempotencyKey }) => idempotencyKey);
      if (outcome === 'done') generators[item.operation]?.learn?.(body, known, item);
    }
  },
});

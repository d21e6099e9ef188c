import fc from 'fast-check';
import { read } from './reads.ts';
import type { Drawn } from './request.ts';
import { write } from './writes.ts';

const step: fc.Arbitrary<Drawn> = fc.oneof(
  { weight: 7, arbitrary: write },
  { weight: 6, arbitrary: read },
  { weight: 3, arbitrary: fc.constant<Drawn>({ operation: 'again' }) },
  { weight: 3, arbitrary: fc.constant<Drawn>({ operation: 'next' }) },
);

/** Any requests of the kinds that functions/_storage sends, one after the other; shrunk to the shortest that differ. */
export const sequence = fc.array(step, { minLength: 5, maxLength: 20, size: 'max' });

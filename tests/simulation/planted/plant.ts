import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { type Mutant, plantedIn } from './mutant.ts';

const root = new URL('../../../', import.meta.url);

/**
 * From now on the file of the mutant is loaded with its bug, and every other as it is. The text is read and changed at
 * once, so that a mutant which no longer fits fails here and not as one that nobody caught.
 */
export const plant = (mutant: Mutant): void => {
  const target = new URL(mutant.file, root);
  const source = plantedIn(readFileSync(target, 'utf8'), mutant);
  registerHooks({
    load: (url, context, next) =>
      url === target.href ? { format: 'module-typescript', source, shortCircuit: true } : next(url, context),
  });
};

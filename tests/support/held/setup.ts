import { afterAll, afterEach } from 'vitest';
import { takeFaults } from './held.ts';

/** Every test of every project fails where an answer that it got is not what the OpenAPI document says. */
const nothingFound = (): void => {
  const faults = takeFaults();
  if (faults.length > 0) throw new Error(`The OpenAPI document says otherwise:\n${faults.slice(0, 20).join('\n')}`);
};
afterEach(nothingFound);
afterAll(nothingFound);

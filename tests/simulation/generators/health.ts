import type { health } from '../../../functions/health/contract.ts';
import type { Generator } from './generator.ts';

export const healthGenerators: Readonly<Record<keyof typeof health.endpoints, Generator>> = {
  getHealth: { weight: 0.05, draw: () => ({}) },
};

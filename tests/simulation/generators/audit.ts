import type { audit } from '../../../functions/audit/contract.ts';
import type { Known } from '../known.ts';
import { type Generator, reads } from './generator.ts';

const ids = ({ customers, policies, claims }: Known): readonly string[] => [
  ...customers,
  ...policies.map(({ policyId }) => policyId),
  ...claims,
];

export const auditGenerators: Readonly<Record<keyof typeof audit.endpoints, Generator>> = {
  getHistory: reads('objectId', ids),
  getProof: { ...reads('objectId', ids), weight: 0.3 },
  getCheckpoint: {
    weight: 0.3,
    draw: ({ chance }) => ({
      params: { number: chance.pick(['latest', 'latest', '1', '2']) },
      ...(chance.happens(0.5) && { query: { since: '1' } }),
    }),
  },
};

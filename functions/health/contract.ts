import { Health } from '../../domain/health/schema.ts';
import { capability } from '../_kit/contract.ts';

export const health = capability('health', {
  endpoints: {
    getHealth: {
      method: 'GET',
      path: '/health',
      summary: 'Ask whether the platform takes requests',
      description: 'Open to everybody and touches nothing, so that it tells of the front door alone.',
      caller: 'anyone',
      response: Health,
      success: 200,
      refusals: {},
      reads: [],
      writes: [],
      emits: [],
      uses: [],
      ifBroken: 'Monitors outside cannot tell whether the platform is there.',
    },
  },
});

import { batch } from '../_kit/batch/batch.ts';
import { policies } from './contract.ts';

export const endpoint = batch(policies.endpoints.batchPolicies);

import { batch } from '../_kit/batch/batch.ts';
import { claims } from './contract.ts';

export const endpoint = batch(claims.endpoints.batchClaims);

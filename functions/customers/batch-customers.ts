import { batch } from '../_kit/batch/batch.ts';
import { customers } from './contract.ts';

export const endpoint = batch(customers.endpoints.batchCustomers);

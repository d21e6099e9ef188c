import * as z from 'zod';
import { capability } from '../../functions/_kit/contract.ts';
import type { OperationRecord } from '../../functions/_kit/record.ts';

const quiet = { reads: [], writes: [], emits: [], uses: [], refusals: {} } as const;
const answers = { response: z.strictObject({}), success: 200 } as const;

/** A capability that exists nowhere, with an entry of every kind, so that each derivation is proved on known input. */
export const letters = capability('letters', {
  endpoints: {
    writeLetter: {
      ...quiet,
      ...answers,
      method: 'POST',
      path: '/letters',
      summary: 'Write a letter',
      caller: 'partner',
      scope: 'letters:write',
      reads: ['policy', 'vault'],
      writes: ['policy'],
      emits: ['policy.cancelled'],
      unique: true,
      ifBroken: 'Nobody can write letters.',
    },
    listLetters: {
      ...quiet,
      ...answers,
      method: 'GET',
      path: '/letters',
      summary: 'List letters',
      caller: 'partner',
      scope: 'letters:read',
      reads: ['policy'],
      lists: ['byKind', 'queue', 'history', 'feed'],
      ifBroken: 'Nobody can see letters.',
    },
    checkSeal: {
      ...quiet,
      ...answers,
      method: 'GET',
      path: '/seals/{sealId}',
      summary: 'Check a seal',
      caller: 'public',
      ifBroken: 'Nobody can tell a forged letter.',
    },
    priceLetter: {
      ...quiet,
      ...answers,
      method: 'POST',
      path: '/letter-prices',
      summary: 'Price a letter',
      caller: 'partner',
      scope: 'letters:read',
      uses: ['offerKeys'],
      ownFunction: true,
      ifBroken: 'Nobody knows what a letter costs.',
    },
  },
  subscribers: {
    carryLetter: {
      summary: 'Carries a letter',
      on: ['policy.bound', 'policy.cancelled'],
      batch: 20,
      reads: ['policy'],
      writes: ['policy'],
      emits: ['policy.cancelled'],
      uses: ['provider'],
      ifBroken: 'Letters lie about.',
    },
    fileLetter: {
      summary: 'Files every record',
      on: ['operation.recorded'],
      reads: [],
      writes: [],
      emits: [],
      internals: ['head', 'feed'],
      uses: ['archive'],
      ifBroken: 'Letters are not filed.',
    },
  },
  schedules: {
    emptyBox: {
      summary: 'Empties the box',
      everyMinutes: 1,
      reads: [],
      writes: [],
      emits: [],
      internals: ['due', 'recorded', 'tenants'],
      uses: ['bus', 'signer'],
      ifBroken: 'The box stays full.',
    },
  },
});

/** An operation record of the simplest kind. */
export const aRecord: OperationRecord = {
  v: 1,
  tenant: 'shop-a',
  aggregate: 'customer',
  id: 'cus_1',
  seq: 7,
  operation: 'registerCustomer',
  recordedAt: '2026-11-23T08:00:00.000Z',
  businessAt: '2026-11-23T08:00:00.000Z',
  actor: { kind: 'partner', id: 'client-1' },
  requestId: 'req_1',
  events: [],
  postings: [],
  prev: null,
};

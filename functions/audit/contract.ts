import * as z from 'zod';
import { auditRefusals } from '../../domain/audit/refusals.ts';
import { History, ObjectId, Proof } from '../../domain/audit/schema.ts';
import { capability } from '../_kit/contract.ts';
import { pageQuery } from '../_kit/page-query.ts';

const params = z.strictObject({ objectId: ObjectId });
const everyRoot = ['policy', 'customer', 'unmatched', 'alert', 'statement'] as const;

export const audit = capability('audit', {
  endpoints: {
    getHistory: {
      method: 'GET',
      path: '/history/{objectId}',
      summary: 'Get the history of an object',
      description:
        'Every operation on it, first to last: who, when and why, the events, the money, and the hashes that chain ' +
        'them. A page of the history of a claim holds the operations on its policy that touch the claim, so it may ' +
        'be short.',
      caller: 'partner',
      scope: 'history:read',
      params,
      query: pageQuery,
      response: History,
      success: 200,
      refusals: auditRefusals,
      reads: [...everyRoot, 'claim'],
      writes: [],
      emits: [],
      lists: ['history'],
      uses: [],
      ifBroken: 'Nobody can see what happened to a policy or a claim, or who did it.',
    },
    getProof: {
      method: 'GET',
      path: '/history/{objectId}/proof',
      summary: 'Get the proof of an object’s history',
      description:
        'Every record of the chain and a signed statement of its head. With the JWKS of the platform, anyone can ' +
        'verify it offline.',
      caller: 'partner',
      scope: 'history:read',
      params,
      response: Proof,
      success: 200,
      refusals: auditRefusals,
      reads: [...everyRoot, 'claim'],
      writes: [],
      emits: [],
      lists: ['history', 'head'],
      uses: ['signer'],
      ifBroken: 'Partners and supervisors have to believe the history instead of checking it.',
    },
  },
  subscribers: {
    appendRecords: {
      summary: 'Appends every operation record to the audited chain, the archive and the feed of its tenant',
      on: ['operation.recorded'],
      batch: 10,
      reads: everyRoot,
      writes: ['alert'],
      emits: ['alert.raised'],
      internals: ['head', 'feed'],
      uses: ['archive', 'bus'],
      ifBroken: 'Changes are not audited, partners miss events, and tampering would go unseen.',
    },
  },
  schedules: {
    sweepRecords: {
      summary: 'Publishes records again that were lost on their way to the audit',
      everyMinutes: 1,
      reads: everyRoot,
      writes: [],
      emits: [],
      internals: ['recorded', 'head'],
      uses: ['bus'],
      ifBroken: 'An event that was lost on its way stays lost: somebody is not paid, or not told.',
    },
    signCheckpoint: {
      summary: 'Signs what was audited for every tenant and keeps it where nobody can change it',
      everyMinutes: 10,
      reads: [],
      writes: [],
      emits: [],
      internals: ['tenants', 'feed'],
      uses: ['archive', 'signer'],
      ifBroken: 'History since the last checkpoint could be cut off without anybody being able to prove it.',
    },
  },
});

import { auditRefusals } from '../../domain/audit/refusals.ts';
import { History, Proof, SignedCheckpoint } from '../../domain/audit/schema.ts';
import { pick } from '../../domain/shared/refusal.ts';
import { rootKinds } from '../_kit/aggregates.ts';
import { capability } from '../_kit/contract.ts';
import { pageQuery } from '../_kit/queries/schema.ts';
import { CheckpointPath, CheckpointQuery, ObjectPath } from './schema.ts';

const params = ObjectPath;
const noObject = pick(auditRefusals, 'object-not-found');
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
      refusals: noObject,
      reads: [...rootKinds, 'claim'],
      writes: [],
      emits: [],
      lists: ['history'],
      uses: [],
      ifBroken: 'Nobody can see what happened to a policy or a claim, or who did it.',
      promise: 'evidence-holds',
    },
    getProof: {
      method: 'GET',
      path: '/history/{objectId}/proof',
      summary: 'Get the proof of an object’s history',
      description:
        'Every record of the chain, a signed statement of its head, and the proof that the newest checkpoint covers ' +
        'its last audited record; this proof is absent until a checkpoint does, within ten minutes. With the JWKS of ' +
        'the platform, anyone can verify it offline.',
      caller: 'partner',
      scope: 'history:read',
      params,
      response: Proof,
      success: 200,
      refusals: noObject,
      reads: [...rootKinds, 'claim'],
      writes: [],
      emits: [],
      lists: ['history', 'head', 'checkpoint'],
      uses: ['evidence', 'signer'],
      ifBroken: 'Partners and supervisors have to believe the history instead of checking it.',
    },
    getCheckpoint: {
      method: 'GET',
      path: '/checkpoints/{number}',
      summary: 'Get a signed checkpoint',
      description:
        'The root of the Merkle tree (RFC 6962) over your whole feed, signed every ten minutes in which something ' +
        'happened. Keep one, and later ask with `since` for the proof that the newer tree begins with yours: then ' +
        'nothing that you knew was changed or taken out. `npm run verify -- --checkpoint` checks the answer offline.',
      caller: 'partner',
      scope: 'history:read',
      params: CheckpointPath,
      query: CheckpointQuery,
      response: SignedCheckpoint,
      success: 200,
      refusals: pick(auditRefusals, 'checkpoint-not-found', 'checkpoint-not-older'),
      reads: [],
      writes: [],
      emits: [],
      lists: ['checkpoint'],
      uses: ['evidence'],
      ifBroken: 'Partners cannot take a witness of their history, or see that it still holds.',
    },
  },
  subscribers: {
    appendRecords: {
      summary: 'Appends every operation record to the audited chain, the archive and the feed of its tenant',
      on: ['operation.recorded'],
      batch: 10,
      reads: rootKinds,
      writes: ['alert'],
      emits: ['alert.raised'],
      internals: ['head', 'feed'],
      uses: ['archive', 'bus'],
      ifBroken: 'Changes are not audited, partners miss events, and tampering would go unseen.',
      promise: 'evidence-holds',
    },
  },
  schedules: {
    sweepRecords: {
      summary: 'Publishes records again that were lost on their way to the audit',
      everyMinutes: 1,
      reads: rootKinds,
      writes: [],
      emits: [],
      internals: ['recorded', 'head'],
      uses: ['bus'],
      ifBroken: 'An event that was lost on its way stays lost: somebody is not paid, or not told.',
      promise: 'evidence-holds',
    },
    signCheckpoint: {
      summary: 'Signs what was audited for every tenant, keeps it where nobody can change it, and tells partners of it',
      everyMinutes: 10,
      reads: ['checkpoint'],
      writes: ['checkpoint'],
      emits: ['checkpoint.signed'],
      internals: ['tenants', 'feed'],
      uses: ['archive', 'signer'],
      ifBroken:
        'Nothing audited since the last checkpoint is signed; or the archive or the feed was changed and signing refuses.',
      promise: 'evidence-holds',
    },
  },
});

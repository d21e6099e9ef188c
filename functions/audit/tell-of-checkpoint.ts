import { tellCheckpoint } from '../../domain/audit/tell-checkpoint.ts';
import type { Meter, Platform } from '../_kit/platform.ts';
import { ownRequestId } from '../_kit/react.ts';
import { runOwnWork } from '../_kit/system.ts';
import { audit } from './contract.ts';
import type { Signed } from './read-checkpoint.ts';

type Own = { readonly platform: Platform; readonly meter: Meter };

/** Tells the tenant of a checkpoint that lies in the archive, once for its number: partners keep it as witnesses. */
export const tellOf = async (own: Own, { checkpoint, statement }: Signed): Promise<void> => {
  const { tenant, number } = checkpoint;
  const cause = { tenant, id: `checkpoint ${number}`, requestId: ownRequestId(own.platform) };
  await runOwnWork(audit.schedules.signCheckpoint, cause, own, async (ports) => {
    const checkpointId = ports.idFrom('chk', 'signed');
    const { checkpoint: before } = await ports.load({ checkpoint: checkpointId });
    const outcome = tellCheckpoint(before, { checkpointId, checkpoint, statement });
    await ports.commit({ checkpoint: outcome }, () => undefined);
  });
};

import { refuse } from '../../domain/shared/decision.ts';
import { requestReplay } from '../../domain/webhooks/replay.ts';
import { implement } from '../_kit/implement.ts';
import { webhooks } from './contract.ts';
import { endpointView } from './view.ts';

const instantOf = (time: string | undefined): string => new Date(time ?? 0).toISOString();

export const endpoint = implement(webhooks.endpoints.replayWebhooks, async ({ params, body, now, wall, ports }) => {
  const { endpointId } = params;
  const { endpoint } = await ports.load({ endpoint: endpointId });
  if (endpoint === undefined) return refuse('endpoint-not-found', { endpointId });

  const { missed, from, to } = body;
  const wished = missed === true ? { missed } : { from: instantOf(from), to: instantOf(to) };
  const decision = requestReplay(endpoint, wished, { replayId: ports.newId('rpl'), now, wall });
  if (!decision.ok) return decision;
  return ports.commit({ endpoint: decision.value }, ({ endpoint }) => endpointView(endpoint));
});

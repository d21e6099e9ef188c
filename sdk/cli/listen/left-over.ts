import { connect } from 'node:net';
import type { Bindery } from '../../bindery.ts';
import type { WebhookEndpoint } from '../../generated/schemas.ts';

/** By which an endpoint of ours is known again. */
export const endpointName = 'bindery listen';

const isOurs = ({ name, url, status }: WebhookEndpoint): boolean =>
  name === endpointName && status !== 'deleted' && url !== undefined && new URL(url).hostname === 'localhost';

/** Whether somebody still listens there: another terminal may, and keeps its endpoint. */
const isAlive = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: 'localhost' });
    const end = (alive: boolean) => {
      socket.destroy();
      resolve(alive);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });

/** Takes away what a run that was killed has left behind, and says how many. */
export const removeLeftOver = async (bindery: Bindery): Promise<number> => {
  let removed = 0;
  for await (const endpoint of bindery.listWebhookEndpoints.items()) {
    if (!isOurs(endpoint) || (await isAlive(Number(new URL(endpoint.url ?? '').port)))) continue;
    await bindery.deleteWebhookEndpoint({ endpointId: endpoint.endpointId });
    removed += 1;
  }
  return removed;
};

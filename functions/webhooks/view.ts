import type { Delivery, Endpoint } from '../../domain/webhooks/schema.ts';

/** An endpoint as its tenant sees it: without the place that it takes. */
export const endpointView = ({ slot: _slot, replay, ...endpoint }: Endpoint) => {
  if (replay === undefined) return endpoint;
  const { position: _position, ...shown } = replay;
  return { ...endpoint, replay: shown };
};

/** A delivery as its tenant sees it. */
export const deliveryView = (delivery: Delivery) => {
  const { round: _round, roundAttempts: _tried, replayId: _replay, event, ...shown } = delivery;
  const { root: _root, ...told } = event;
  return { ...shown, event: told };
};

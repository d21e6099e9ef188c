import * as z from 'zod';
import { Delivery, DeliveryId, EndpointId, WebhookSecretId } from '../../domain/webhooks/schema.ts';
import { pageQuery } from '../_kit/queries/schema.ts';

export const EndpointPath = z.strictObject({ endpointId: EndpointId });
export const EndpointSecretPath = EndpointPath.extend({ webhookSecretId: WebhookSecretId });
export const DeliveryPath = EndpointPath.extend({ deliveryId: DeliveryId });
export const DeliveriesQuery = pageQuery.extend({
  status: Delivery.shape.status.optional().meta({ description: 'Only deliveries that stand there now.' }),
});

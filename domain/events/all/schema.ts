import { alertEvents } from '../../alerts/events/schema.ts';
import { checkpointEvents } from '../../audit/events/schema.ts';
import { basketEvents } from '../../baskets/events/schema.ts';
import { statementEvents } from '../../billing/events/schema.ts';
import { claimEvents } from '../../claims/events/schema.ts';
import { clockEvents } from '../../clock/events/schema.ts';
import { customerEvents } from '../../customers/events/schema.ts';
import { notificationEvents } from '../../notifications/events/schema.ts';
import { credentialEvents, tenantEvents } from '../../partners/events/schema.ts';
import { paymentEvents } from '../../payments/events/schema.ts';
import { policyEvents } from '../../policies/events/schema.ts';
import { endpointEvents } from '../../webhooks/events/schema.ts';

/** The schemas of everything that can happen to anything, by the type of the event. */
export const eventSchemas = {
  ...alertEvents,
  ...basketEvents,
  ...checkpointEvents,
  ...statementEvents,
  ...claimEvents,
  ...clockEvents,
  ...customerEvents,
  ...notificationEvents,
  ...tenantEvents,
  ...credentialEvents,
  ...paymentEvents,
  ...policyEvents,
  ...endpointEvents,
};

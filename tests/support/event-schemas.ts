import type * as z from 'zod';
import { alertEvents } from '../../domain/alerts/events/schema.ts';
import { checkpointEvents } from '../../domain/audit/events/schema.ts';
import { basketEvents } from '../../domain/baskets/events/schema.ts';
import { statementEvents } from '../../domain/billing/events/schema.ts';
import { claimEvents } from '../../domain/claims/events/schema.ts';
import { clockEvents } from '../../domain/clock/events/schema.ts';
import { customerEvents } from '../../domain/customers/events/schema.ts';
import { notificationEvents } from '../../domain/notifications/events/schema.ts';
import { credentialEvents, tenantEvents } from '../../domain/partners/events/schema.ts';
import { paymentEvents } from '../../domain/payments/events/schema.ts';
import { policyEvents } from '../../domain/policies/events/schema.ts';
import type { DomainEvent } from '../../domain/shared/decision.ts';
import { endpointEvents } from '../../domain/webhooks/events/schema.ts';

const schemas: Readonly<Record<string, z.ZodType>> = {
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

/** Refuses an event that its published schema does not describe to the field. */
export const checkEvent = ({ type, data }: DomainEvent): void => {
  const schema = schemas[type];
  if (schema === undefined) throw new Error(`${type} has no schema.`);
  const result = schema.safeParse(data);
  if (!result.success) throw new Error(`${type} is not what its schema says: ${result.error.message}`);
};

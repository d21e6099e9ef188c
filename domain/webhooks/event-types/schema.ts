import * as z from 'zod';
import { alertEvents } from '../../alerts/events/schema.ts';
import { basketEvents } from '../../baskets/events/schema.ts';
import { statementEvents } from '../../billing/events/schema.ts';
import { claimEvents } from '../../claims/events/schema.ts';
import { clockEvents } from '../../clock/events/schema.ts';
import { customerEvents } from '../../customers/events/schema.ts';
import { credentialEvents, tenantEvents } from '../../partners/events/schema.ts';
import { paymentEvents } from '../../payments/events/schema.ts';
import { policyEvents } from '../../policies/events/schema.ts';
import { endpointEvents } from '../events/schema.ts';
import { isTold } from '../wants-event.ts';

const namesIn = <S extends object>(schemas: S) => Object.keys(schemas) as (keyof S & string)[];

/** Every type of event that can happen to anything. */
export const eventTypes = [
  ...namesIn(alertEvents),
  ...namesIn(basketEvents),
  ...namesIn(statementEvents),
  ...namesIn(claimEvents),
  ...namesIn(clockEvents),
  ...namesIn(customerEvents),
  ...namesIn(tenantEvents),
  ...namesIn(credentialEvents),
  ...namesIn(paymentEvents),
  ...namesIn(policyEvents),
  ...namesIn(endpointEvents),
];

/** Those that endpoints are told of. */
export const toldTypes = eventTypes.filter(isTold);

export const ToldType = z.enum(toldTypes).meta({
  id: 'ToldEventType',
  description: 'A type of event that is sent to endpoints; the catalogue has them all.',
  example: 'policy.bound',
  'x-may-grow': true,
});

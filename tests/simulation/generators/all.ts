import type { Endpoint } from '../../../functions/_kit/implement.ts';
import { alertsGenerators } from './alerts.ts';
import { auditGenerators } from './audit.ts';
import { billingGenerators } from './billing.ts';
import { claimsGenerators } from './claims.ts';
import { clockGenerators } from './clock.ts';
import { customersGenerators } from './customers.ts';
import { eventsGenerators } from './events.ts';
import type { Generator } from './generator.ts';
import { healthGenerators } from './health.ts';
import { notificationsGenerators } from './notifications.ts';
import { partnersGenerators } from './partners.ts';
import { paymentsGenerators } from './payments.ts';
import { policiesGenerators } from './policies.ts';
import { productsGenerators } from './products.ts';
import { quotingGenerators } from './quoting.ts';
import { webhooksGenerators } from './webhooks.ts';

/** One generator for each endpoint; a capability whose table lacks one of its own does not compile. */
export const generators: Readonly<Record<string, Generator>> = {
  ...alertsGenerators,
  ...auditGenerators,
  ...billingGenerators,
  ...claimsGenerators,
  ...clockGenerators,
  ...customersGenerators,
  ...eventsGenerators,
  ...healthGenerators,
  ...notificationsGenerators,
  ...partnersGenerators,
  ...paymentsGenerators,
  ...policiesGenerators,
  ...productsGenerators,
  ...quotingGenerators,
  ...webhooksGenerators,
};

/** The generator of an endpoint. A new endpoint joins the simulation by having one, and fails it by having none. */
export const generatorOf = ({ contract }: Endpoint): Generator => {
  const generator = generators[contract.id];
  if (generator === undefined) throw new Error(`${contract.id} has no generator in tests/simulation/generators.`);
  return generator;
};

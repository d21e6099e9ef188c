import { tenantClock } from '../_kit/business-clock.ts';
import { makePorts } from '../_kit/make-ports.ts';
import type { Platform } from '../_kit/platform.ts';
import type { Services } from '../_kit/services.ts';
import { auditTable } from '../_storage/audit-table.ts';
import { clockTable } from '../_storage/clock-table.ts';
import { deliveryTable } from '../_storage/delivery-table.ts';
import { dueTable } from '../_storage/due-table.ts';

import { tableStore } from '../_storage/table.ts';
import { cloudBase } from './cloud-base.ts';
import { setting } from './environment.ts';
import { jweSealer } from './jwe-sealer.ts';
import { kmsWrapper } from './kms-wrapper.ts';
import { lambdaKms } from './lambda-kms.ts';
import { lambdaTable } from './lambda-table.ts';
import { tenantSecrets } from './tenant-secrets.ts';

/** The platform over DynamoDB and KMS, with the services that the function's contracts name and no others. */
export const cloudPlatform = (services: Partial<Services>): Platform => {
  const base = cloudBase();
  const client = lambdaTable();
  const store = tableStore(client);
  const clocks = clockTable(client);
  const wrapper = kmsWrapper(lambdaKms(), setting('masterKey'));
  return {
    ...base,
    ports: makePorts,
    store,
    audit: auditTable(client),
    due: dueTable(client),
    clocks,
    clock: tenantClock(clocks, base.clock.wall),
    deliveries: deliveryTable(client),
    tenants: tenantSecrets(store({ read: 0, write: 0 }), wrapper, base.random),
    sealer: jweSealer(wrapper, base.random),
    services: services as Services,
  };
};

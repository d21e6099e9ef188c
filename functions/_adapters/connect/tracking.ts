import type { Tracking } from '../../_kit/services.ts';
import { secretArn } from '../environment.ts';
import { extensionSecret } from '../extension-secrets.ts';
import { trackingService } from '../facts-service.ts';

/** The carriers' tracking, at the address that its secret names. */
export const connect = (): Tracking => trackingService(extensionSecret(secretArn('tracking')));

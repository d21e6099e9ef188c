import { SESv2Client } from '@aws-sdk/client-sesv2';
import { bounded } from '../../_kit/bounded.ts';
import type { Mailer } from '../../_kit/services.ts';
import { setting } from '../environment.ts';
import { sesMailer } from '../mail-ses.ts';

/** SES, from the stage's own address. It is tried once: trying again is the queue's, which can tell how often. */
export const connect = (): Mailer =>
  sesMailer(new SESv2Client({ ...bounded, maxAttempts: 1 }), { from: setting('mailFrom'), baseUrl: setting('issuer') });

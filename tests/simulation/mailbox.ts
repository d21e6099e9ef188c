import { isSandbox } from '../../functions/_kit/sandbox.ts';
import type { Mail, Mailer } from '../../functions/_kit/services.ts';
import { chanceOf } from './chance.ts';
import type { Outside } from './outside.ts';

type Setup = { readonly seed: number; readonly outside: Outside; readonly now: () => string };
type Sent = Mail & { readonly at: string };

/**
 * The mail service of the cloud: what a sandbox gives it stays in the house, and it knows no idempotency, so whatever
 * else it is given goes out, however often it is given. Some messages it refuses, which ones follows from their key, so
 * that a repetition is refused as well.
 */
export const misbehavingMailbox = ({ seed, outside, now }: Setup) => {
  const mails: Sent[] = [];
  const refuses = (key: string): boolean => chanceOf(seed, `mail ${key}`).happens(0.08);
  const mailer: Mailer = {
    baseUrl: 'https://api.bindery.test',
    knowsKeys: false,
    send: (mail) =>
      outside(() => {
        if (isSandbox(mail.tenant)) return { status: 'withheld', reason: 'sandbox' };
        if (refuses(mail.key)) return { status: 'refused', reason: 'MessageRejected' };
        mails.push({ ...mail, at: now() });
        return { status: 'sent', messageId: `mail-${mails.length}` };
      }),
  };
  return { mailer, mails: mails as readonly Sent[], refuses };
};
export type Mailbox = ReturnType<typeof misbehavingMailbox>;

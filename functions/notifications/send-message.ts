import { htmlOf } from '../../domain/notifications/html-of.ts';
import { Content, type Notification } from '../../domain/notifications/schema.ts';
import type { Heard } from '../../domain/notifications/settle-notification.ts';
import type { Ports } from './written-for.ts';

/**
 * Gives a message to the mail service as it was written down, and to nobody where its person was erased meanwhile. A
 * service that gives no answer is not asked again at once, for each asking may send the message once more: the event
 * comes again by itself, and later.
 */
export const sendMessage = async (
  ports: Ports,
  tenant: string,
  { notificationId, customerId, content, locale }: Notification,
  vault: string | undefined,
): Promise<Heard> => {
  if (vault === undefined) return { status: 'withheld', reason: 'person-erased' };
  const { to = '', subject, text } = Content.parse(await ports.open(vault, customerId, content));
  const { mailer } = ports;
  const html = htmlOf(text, locale, mailer.baseUrl);
  try {
    return await mailer.send({ tenant, to, subject, text, html, key: notificationId });
  } catch (cause) {
    throw new Error(`The mail service gave no answer for ${notificationId}; its event comes again.`, { cause });
  }
};

import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { isSandbox } from '../_kit/sandbox.ts';
import type { Mailer } from '../_kit/services.ts';

export type MailSender = { readonly from: string; readonly baseUrl: string };

const refusals: ReadonlySet<string> = new Set(['MessageRejected', 'BadRequestException']);

/**
 * Whether SES will never take a message. Everything else may pass: a quota, a pause of the account, or our own domain
 * that nobody has verified yet, of which SES speaks in the words of a refusal.
 */
const isRefusal = (thrown: unknown): thrown is Error =>
  thrown instanceof Error && refusals.has(thrown.name) && !/not verified/i.test(thrown.message);

const charset = 'UTF-8';

/**
 * Sends by SES. It knows no idempotency, so a message whose answer was lost may go out twice; its key stands in a tag
 * and a header, by which both are seen to be one. A sandbox belongs to a stranger, who could have us write to anybody:
 * its mail stays in the house.
 */
export const sesMailer = (client: Pick<SESv2Client, 'send'>, { from, baseUrl }: MailSender): Mailer => ({
  baseUrl,
  knowsKeys: false,
  send: async ({ tenant, to, subject, text, html, key }) => {
    if (isSandbox(tenant)) return { status: 'withheld', reason: 'sandbox' };
    const content = {
      Subject: { Data: subject, Charset: charset },
      Body: { Text: { Data: text, Charset: charset }, Html: { Data: html, Charset: charset } },
      Headers: [{ Name: 'X-Bindery-Notification', Value: key }],
    };
    try {
      const { MessageId = '' } = await client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [to] },
          Content: { Simple: content },
          EmailTags: [{ Name: 'notification', Value: key }],
        }),
      );
      return { status: 'sent', messageId: MessageId };
    } catch (thrown) {
      if (isRefusal(thrown)) return { status: 'refused', reason: thrown.name };
      throw thrown;
    }
  },
});

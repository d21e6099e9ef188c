import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { afterEach, describe, expect, it } from 'vitest';
import { sesMailer } from '../../../functions/_adapters/mail-ses.ts';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean();
});

type Reply = { readonly status: number; readonly type?: string; readonly message?: string };

/** What SES answers over real HTTP: an id, or an error by its name. */
const aMailService = async (reply: Reply = { status: 200 }) => {
  const heard: { readonly path: string; readonly body: unknown }[] = [];
  const server = createServer(async (request, response) => {
    heard.push({ path: `${request.method} ${request.url}`, body: JSON.parse(await text(request)) });
    const { status, type = '', message = 'no' } = reply;
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(type !== '' && { 'x-amzn-errortype': type }),
    });
    response.end(JSON.stringify(status === 200 ? { MessageId: 'ses-1' } : { message }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const client = new SESv2Client({
    ...{ region: 'eu-central-1', endpoint: `http://127.0.0.1:${port}`, maxAttempts: 1 },
    credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
  });
  cleanups.push(() => client.destroy());
  const mailer = sesMailer(client, { from: 'insurance@bindery.test', baseUrl: 'https://api.bindery.test' });
  return { heard, mailer };
};

const mail = {
  ...{ tenant: 'shop', to: 'a@example.com', subject: '您已投保', text: '王小明', html: '<p>王小明</p>' },
  key: 'ntf_01jd8x2k7v5m3q9w4t6y8r0z1b',
};

describe('sesMailer', () => {
  it('sends text and HTML from the stage’s address, with the key in a tag and a header', async () => {
    const { heard, mailer } = await aMailService();
    expect(await mailer.send(mail)).toEqual({ status: 'sent', messageId: 'ses-1' });
    expect(heard).toEqual([
      {
        path: 'POST /v2/email/outbound-emails',
        body: {
          FromEmailAddress: 'insurance@bindery.test',
          Destination: { ToAddresses: ['a@example.com'] },
          Content: {
            Simple: {
              Subject: { Data: '您已投保', Charset: 'UTF-8' },
              Body: {
                Text: { Data: '王小明', Charset: 'UTF-8' },
                Html: { Data: '<p>王小明</p>', Charset: 'UTF-8' },
              },
              Headers: [{ Name: 'X-Bindery-Notification', Value: mail.key }],
            },
          },
          EmailTags: [{ Name: 'notification', Value: mail.key }],
        },
      },
    ]);
  });

  it('lets no mail of a sandbox out of the house: a stranger names its addresses', async () => {
    const { heard, mailer } = await aMailService();
    expect(await mailer.send({ ...mail, tenant: 'sbx-0123' })).toEqual({ status: 'withheld', reason: 'sandbox' });
    expect(heard).toEqual([]);
  });

  it.each(['MessageRejected', 'BadRequestException'])('says that a message was refused for good: %s', async (type) => {
    const { mailer } = await aMailService({ status: 400, type });
    expect(await mailer.send(mail)).toEqual({ status: 'refused', reason: type });
  });

  it.each([
    [429, 'TooManyRequestsException', 'slow down'],
    [400, 'SendingPausedException', 'paused'],
    [400, 'MailFromDomainNotVerifiedException', 'no'],
    [400, 'MessageRejected', 'Email address is not verified. The following identities failed the check: bindery.test'],
    [500, 'InternalFailure', 'no'],
  ])('does not know what became of a message where SES answers %i %s (%s)', async (status, type, message) => {
    const { heard, mailer } = await aMailService({ status, type, message });
    await expect(mailer.send(mail)).rejects.toMatchObject({ name: type });
    expect(heard).toHaveLength(1);
  });
});

import type { Mail, MailAnswer, Mailer } from '../../functions/_kit/services.ts';

/** A mail service of a test: it keeps what it is given, and answers as the test wishes. */
export const aMailbox = (knowsKeys = false) => {
  const mails: Mail[] = [];
  let answer: (mail: Mail) => MailAnswer = ({ key }) => ({ status: 'sent', messageId: `mail of ${key}` });
  const mailer: Mailer = {
    baseUrl: 'https://api.bindery.test',
    knowsKeys,
    send: async (mail) => {
      const answered = answer(mail);
      if (answered.status === 'sent') mails.push(mail);
      return answered;
    },
  };
  return {
    mailer,
    mails: mails as readonly Mail[],
    behave: (next: typeof answer): void => {
      answer = next;
    },
  };
};

import { everybody } from '../../cast.ts';
import type { Mutant } from '../mutant.ts';

const notify = 'functions/notifications/notify-customers.ts';

const bugs: readonly Mutant[] = [
  {
    name: 'takes a lost reply of the table for somebody else, who will send the message',
    from: 41,
    breaks: ['N1'],
    file: notify,
    text: '!isFresh || after === undefined ? comesAgain(notificationId)',
    by: '!isFresh || after === undefined ? undefined',
  },
  {
    name: 'sends a message again that was sent',
    from: 20,
    breaks: ['N1', 'D3'],
    file: notify,
    text: "standing.notification.status !== 'requested'",
    by: "standing.notification.status === 'skipped'",
  },
  {
    name: 'writes to a customer once for each policy, and not for each thing that happens to it',
    breaks: ['N1'],
    file: notify,
    text: "ports.idFrom('ntf', event.id)",
    by: "ports.idFrom('ntf', event.data.policyId)",
  },
  {
    name: 'sends another message than it wrote down',
    breaks: ['N2'],
    file: 'functions/notifications/send-message.ts',
    text: 'mailer.send({ tenant, to, subject, text,',
    by: 'mailer.send({ tenant, to, subject, text: subject,',
  },
  {
    name: 'sends what is for a customer to an address that all customers share',
    breaks: ['N2'],
    file: 'functions/notifications/send-message.ts',
    text: 'mailer.send({ tenant, to,',
    by: "mailer.send({ tenant, to: 'office@example.com',",
  },
  {
    name: 'leaves what it writes to customers in the clear',
    breaks: ['A2'],
    file: notify,
    text: 'content: await ports.seal(vault, customerId, content),',
    by: 'content: JSON.stringify(content),',
  },
  {
    name: 'reminds of a premium although the contract has just lapsed',
    from: 640,
    breaks: ['N3'],
    file: 'domain/policies/run-due.ts',
    text: 'life.events.length > 0 ? [] :',
    by: 'life.events.length > 9 ? [] :',
  },
];

/** Bugs of what customers are written: it is lost, sent over and over, shown to others, or comes at the wrong time. */
export const notificationMutants: readonly Mutant[] = bugs.map((bug) => ({ cast: everybody, ...bug }));

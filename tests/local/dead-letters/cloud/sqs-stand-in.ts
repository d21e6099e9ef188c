import { createHash, randomUUID } from 'node:crypto';

type Attributes = Readonly<Record<string, string>>;
export type Sent = {
  readonly body: string;
  readonly attributes?: Attributes;
  readonly messageAttributes?: Attributes;
};
type Stored = Sent & { readonly id: string; hiddenUntil: number; receipt: string };
type Queue = { readonly messages: Stored[]; readonly redrive?: string };
type Input = Readonly<Record<string, never>> & {
  readonly QueueUrl?: string;
  readonly QueueName?: string;
  readonly QueueNamePrefix?: string;
  readonly MaxNumberOfMessages?: number;
  readonly VisibilityTimeout?: number;
  readonly MessageBody?: string;
  readonly ReceiptHandle?: string;
  readonly Entries?: readonly { readonly ReceiptHandle: string; readonly VisibilityTimeout: number }[];
};

export type Refused = { readonly status: number; readonly type: string };
const missing: Refused = { status: 400, type: 'com.amazonaws.sqs#QueueDoesNotExist' };

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

const receive = ({ messages }: Queue, { MaxNumberOfMessages = 1, VisibilityTimeout = 30 }: Input, now: number) => {
  const seen = messages.filter(({ hiddenUntil }) => hiddenUntil <= now).slice(0, MaxNumberOfMessages);
  for (const one of seen) Object.assign(one, { hiddenUntil: now + VisibilityTimeout * 1_000, receipt: randomUUID() });
  return seen.map(({ id, body, receipt, attributes = {}, messageAttributes = {} }) => ({
    ...{ MessageId: id, ReceiptHandle: receipt, Body: body, MD5OfBody: md5(body), Attributes: attributes },
    MessageAttributes: Object.fromEntries(
      Object.entries(messageAttributes).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
    ),
  }));
};

const changeVisibility = ({ messages }: Queue, { Entries = [] }: Input, now: number): void => {
  for (const { ReceiptHandle, VisibilityTimeout } of Entries)
    for (const one of messages.filter(({ receipt }) => receipt === ReceiptHandle))
      one.hiddenUntil = now + VisibilityTimeout * 1_000;
};

const countOf = ({ messages, redrive }: Queue, now: number) => ({
  ApproximateNumberOfMessages: String(messages.filter(({ hiddenUntil }) => hiddenUntil <= now).length),
  ApproximateNumberOfMessagesNotVisible: String(messages.filter(({ hiddenUntil }) => hiddenUntil > now).length),
  ...(redrive !== undefined && { RedrivePolicy: redrive }),
});

/** SQS as far as reading, sending and deleting go: whoever receives a message hides it for as long as he says. */
export const sqsStandIn = (url: () => string) => {
  const queues = new Map<string, Queue>();
  /** How far its clock is ahead of ours. */
  const clock = { aheadMs: 0 };
  const now = (): number => Date.now() + clock.aheadMs;
  const nameIn = ({ QueueUrl = '' }: Input): string => QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1);
  const urlOf = (name: string): string => `${url()}/000000000000/${name}`;
  const put = (name: string, sent: Sent): string => {
    const id = randomUUID();
    queues.get(name)?.messages.push({ ...sent, id, hiddenUntil: 0, receipt: '' });
    return id;
  };

  const inQueue = (action: string, queue: Queue, input: Input): object => {
    switch (action) {
      case 'GetQueueAttributes':
        return { Attributes: countOf(queue, now()) };
      case 'ReceiveMessage':
        return { Messages: receive(queue, input, now()) };
      case 'ChangeMessageVisibilityBatch':
        changeVisibility(queue, input, now());
        return { Successful: [], Failed: [] };
      case 'DeleteMessage': {
        const at = queue.messages.findIndex(({ receipt }) => receipt === input.ReceiptHandle);
        if (at >= 0) queue.messages.splice(at, 1);
        return {};
      }
      case 'SendMessage': {
        const body = input.MessageBody ?? '';
        const attributes = { SentTimestamp: String(now()) };
        return { MessageId: put(nameIn(input), { body, attributes }), MD5OfMessageBody: md5(body) };
      }
      default:
        throw new Error(`The stand-in of SQS knows no ${action}.`);
    }
  };

  return {
    clock,
    put,
    addQueue: (name: string, redrive?: string): void =>
      void queues.set(name, { messages: [], ...(redrive !== undefined && { redrive }) }),
    removeQueue: (name: string): void => void queues.delete(name),
    bodiesIn: (name: string): readonly string[] => (queues.get(name)?.messages ?? []).map(({ body }) => body),
    hiddenIn: (name: string): number =>
      (queues.get(name)?.messages ?? []).filter(({ hiddenUntil }) => hiddenUntil > now()).length,
    answer: (action: string, input: Input): object | Refused => {
      if (action === 'ListQueues') {
        const names = [...queues.keys()].filter((name) => name.startsWith(input.QueueNamePrefix ?? ''));
        return { QueueUrls: names.map(urlOf) };
      }
      const name = input.QueueName ?? nameIn(input);
      const queue = queues.get(name);
      if (queue === undefined) return missing;
      return action === 'GetQueueUrl' ? { QueueUrl: urlOf(name) } : inQueue(action, queue, input);
    },
  };
};

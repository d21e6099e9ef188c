import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** How long a letter stays hidden from others while it is looked at or settled; it comes back by itself. */
const holdSeconds = 60;
/** SQS hands over ten at once. */
const batchMax = 10;
/** So far a queue is read; one that is deeper is shown in part. */
const batchesMax = 100;

const batches = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / batchMax) }, (_, at) => all.slice(at * batchMax, (at + 1) * batchMax));

/** How messages are looked at and taken: whoever receives one hides it from everybody else for a while. */
export const holderOf = (client: SQSClient) => {
  const receive = async (url: string): Promise<readonly Message[]> => {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: url,
        MaxNumberOfMessages: batchMax,
        VisibilityTimeout: holdSeconds,
        // Without a wait SQS asks some of its servers only, and finds nothing where there is something.
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ['SentTimestamp', 'DeadLetterQueueSourceArn'],
        MessageAttributeNames: ['All'],
      }),
    );
    return Messages;
  };

  /** Shows messages to others again at once. One that stays hidden comes back by itself. */
  const release = async (url: string, messages: readonly Message[]): Promise<void> => {
    for (const some of batches(messages))
      await client.send(
        new ChangeMessageVisibilityBatchCommand({
          QueueUrl: url,
          Entries: some.map(({ ReceiptHandle }, at) => ({ Id: `m${at}`, ReceiptHandle, VisibilityTimeout: 0 })),
        }),
      );
  };

  /** Takes messages until there are no more, the wanted one has come, or so many were taken; all are held then. */
  const hold = async (url: string, wanted?: string): Promise<readonly Message[]> => {
    const held = new Map<string, Message>();
    for (let batch = 0; batch < batchesMax; batch += 1) {
      const some = await receive(url);
      for (const one of some) held.set(one.MessageId ?? '', one);
      if (some.length === 0 || (wanted !== undefined && held.has(wanted))) break;
    }
    return [...held.values()];
  };

  return {
    /** All that can be read now. */
    look: async (url: string): Promise<readonly Message[]> => {
      const held = await hold(url);
      await release(url, held);
      return held;
    },
    /** One message, hidden from others for a minute; the rest that was taken to find it is shown again. */
    take: async (url: string, id: string): Promise<Message | undefined> => {
      const held = await hold(url, id);
      await release(
        url,
        held.filter(({ MessageId }) => MessageId !== id),
      );
      return held.find(({ MessageId }) => MessageId === id);
    },
    release: (url: string, message: Message): Promise<void> => release(url, [message]),
    delete: async (url: string, { ReceiptHandle }: Message): Promise<void> => {
      await client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }));
    },
  };
};

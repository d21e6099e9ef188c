import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  type Message,
  paginateListQueues,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** How long a letter stays hidden from others while it is looked at or settled; it comes back by itself. */
const holdSeconds = 60;
/** SQS hands over ten at once. */
const batchMax = 10;
/** So far a queue is read; one that is deeper is shown in part. */
const batchesMax = 100;

const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : '');
const isMissing = (thrown: unknown): boolean => /QueueDoesNotExist|NonExistentQueue/.test(nameOf(thrown));

const batches = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / batchMax) }, (_, at) => all.slice(at * batchMax, (at + 1) * batchMax));

/** What is done with queues of a stage, in the words of this tool. */
export const queuesOf = (client: SQSClient) => {
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

  const attributes = async (url: string) => {
    const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible', 'RedrivePolicy'] as const;
    const output = await client.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...names] }));
    return output.Attributes ?? {};
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
    /** The names and addresses of the queues whose names begin so. */
    named: async (prefix: string): Promise<ReadonlyMap<string, string>> => {
      const urls: string[] = [];
      for await (const { QueueUrls = [] } of paginateListQueues(
        { client, pageSize: 1_000 },
        { QueueNamePrefix: prefix },
      ))
        urls.push(...QueueUrls);
      return new Map(urls.map((url) => [url.slice(url.lastIndexOf('/') + 1), url]));
    },
    urlOf: async (name: string): Promise<string | undefined> => {
      try {
        return (await client.send(new GetQueueUrlCommand({ QueueName: name }))).QueueUrl;
      } catch (thrown) {
        if (isMissing(thrown)) return undefined;
        throw thrown;
      }
    },
    /** How many messages it says that it holds: those that can be read, and those that somebody holds now. */
    count: async (url: string): Promise<number> => {
      const { ApproximateNumberOfMessages: seen, ApproximateNumberOfMessagesNotVisible: held } = await attributes(url);
      return Number(seen ?? 0) + Number(held ?? 0);
    },
    /** How often it brings a message before it gives it up. */
    tries: async (url: string): Promise<number | undefined> => {
      const { RedrivePolicy } = await attributes(url);
      const tries = Number(JSON.parse(RedrivePolicy ?? '{}').maxReceiveCount);
      return Number.isNaN(tries) ? undefined : tries;
    },
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
    send: async (url: string, body: string): Promise<void> => {
      await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: body }));
    },
    delete: async (url: string, { ReceiptHandle }: Message): Promise<void> => {
      await client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }));
    },
  };
};
export type Queues = ReturnType<typeof queuesOf>;

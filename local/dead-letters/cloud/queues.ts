import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  paginateListQueues,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { holderOf } from './holder.ts';

const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : '');
const isMissing = (thrown: unknown): boolean => /QueueDoesNotExist|NonExistentQueue/.test(nameOf(thrown));

/** What is done with queues of a stage, in the words of this tool. */
export const queuesOf = (client: SQSClient) => {
  const attributes = async (url: string) => {
    const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible', 'RedrivePolicy'] as const;
    const output = await client.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...names] }));
    return output.Attributes ?? {};
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
    ...holderOf(client),
    send: async (url: string, body: string): Promise<void> => {
      await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: body }));
    },
  };
};
export type Queues = ReturnType<typeof queuesOf>;

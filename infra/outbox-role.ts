import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Alias } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Foundation } from './data-stack.ts';

const streamActions = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
  (one) => `dynamodb:${one}`,
);

/** Whence the pipe leads records, by what it has them split, and where it lays down what nobody takes. */
type Led = { readonly streamArn: string; readonly split: Alias; readonly dead: Queue };

/** What the pipe may do: read the table's stream, have records split, and put events on the bus. */
export const outboxRole = (stack: Stack, { bus, keys }: Foundation, { streamArn, split, dead }: Led): Role => {
  const role = new Role(stack, 'outbox-role', { assumedBy: new ServicePrincipal('pipes.amazonaws.com') });
  const allow = (actions: readonly string[], resource: string): void =>
    void role.addToPolicy(new PolicyStatement({ actions: [...actions], resources: [resource] }));
  allow(streamActions, streamArn);
  allow(['kms:Decrypt'], keys.storage.keyArn);
  allow(['lambda:InvokeFunction'], split.functionArn);
  allow(['events:PutEvents'], bus.eventBusArn);
  allow(['sqs:SendMessage'], dead.queueArn);
  return role;
};

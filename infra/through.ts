import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';

/** Leave to use a storage key by way of the service that stores, and not by itself. */
export const through = (
  fn: LambdaFunction,
  service: 'dynamodb' | 's3' | 'secretsmanager',
  actions: readonly string[],
  keyArn: string,
): void =>
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: [...actions],
      resources: [keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `${service}.${Stack.of(fn).region}.amazonaws.com` } },
    }),
  );

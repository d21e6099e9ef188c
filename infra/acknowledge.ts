import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Takes one finding of one resource on, with its reason. Anything not acknowledged fails the synthesis. */
export const acknowledge = (resource: IConstruct, id: string, reason: string): void =>
  Validations.of(resource).acknowledge({ id: `AwsSolutions::${id}`, reason });

import type { TableClient } from '../_storage/client.ts';
import { dynamoDb } from '../_storage/dynamodb.ts';
import { lambdaVariable } from './environment.ts';
import { defaultProvider } from './lambda-credentials.ts';

/** The table in the Region of this function, asked in the function's name. */
export const lambdaTable = (): TableClient =>
  dynamoDb({ region: lambdaVariable('AWS_REGION'), credentials: defaultProvider() });

import { afterEach, expect, it, vi } from 'vitest';
import { GetCommand } from '../../../functions/_storage/commands.ts';
import { dynamoDb } from '../../../functions/_storage/dynamodb.ts';
import { answer, refuse, scriptedServer } from '../../support/scripted-server.ts';

afterEach(() => vi.unstubAllEnvs());

it('is asked in its own name, and again after an error of its own', async () => {
  const { url, requests } = await scriptedServer(refuse('InternalServerError', 500), answer({}));
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', url.href);
  const credentials = async () => ({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' });
  const client = dynamoDb({ region: 'eu-central-1', credentials });
  expect(await client.send(new GetCommand({ TableName: 'bindery', Key: { pk: 'p' } }))).toEqual({});
  const signed = expect.stringContaining('/eu-central-1/dynamodb/aws4_request');
  expect(requests.map(({ headers }) => headers.authorization)).toEqual([signed, signed]);
});

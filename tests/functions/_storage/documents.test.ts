import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as sdk from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as our from '../../../functions/_storage/commands.ts';
import { answered, asked } from '../../../functions/_storage/documents.ts';
import { tableClient } from '../../../functions/_storage/table-client.ts';
import { answer, scriptedServer } from '../../support/scripted-server.ts';
import { operations } from './drawn.ts';

const commands = {
  Get: [our.GetCommand, sdk.GetCommand],
  BatchGet: [our.BatchGetCommand, sdk.BatchGetCommand],
  Query: [our.QueryCommand, sdk.QueryCommand],
  Put: [our.PutCommand, sdk.PutCommand],
  Delete: [our.DeleteCommand, sdk.DeleteCommand],
  TransactWrite: [our.TransactWriteCommand, sdk.TransactWriteCommand],
} as const;
type Name = keyof typeof commands;
const names = Object.keys(commands) as Name[];

/** Sends one request with the SDK's client and with ours, and gives what each has sent and has understood. */
const bothOver = async () => {
  let response: object = {};
  const { url, requests } = await scriptedServer((...to) => answer(response)(...to));
  const plain = new DynamoDBClient({
    ...{ endpoint: url.href, region: 'local', maxAttempts: 1 },
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const theirs = sdk.DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: false } });
  const ours = tableClient({
    ...{ url, sign: (_url, headers) => headers, attempts: 1 },
    patience: { connectMs: 10_000, answerMs: 10_000 },
  });
  onTestFinished(() => {
    plain.destroy();
    ours.destroy();
  });
  return async (name: Name, input: object, answers: object = {}) => {
    response = answers;
    const [Ours, Theirs] = commands[name];
    const read: object = await ours.send(new Ours(input as never) as our.PutCommand);
    const { $metadata: _, ...known } = await theirs.send(new Theirs(input as never) as sdk.PutCommand);
    const sent = requests.splice(0).map(({ headers, body }) => [headers['x-amz-target'], JSON.parse(body)]);
    return { sent, understood: [read, known] };
  };
};

describe.each(names)('a %s', (name) => {
  const { request, response } = operations[name];

  it('is sent as the document client of the SDK sends it', async () => {
    const both = await bothOver();
    const compare = async (input: object): Promise<void> => {
      const { sent } = await both(name, input);
      expect(sent[0]).toEqual(sent[1]);
    };
    await fc.assert(fc.asyncProperty(request as fc.Arbitrary<object>, compare), { numRuns: 60 });
  });

  it('is understood as the document client of the SDK understands it', async () => {
    const both = await bothOver();
    const [input] = fc.sample(request as fc.Arbitrary<object>, { numRuns: 1, seed: 1 });
    const compare = async (answers: object): Promise<void> => {
      const { understood } = await both(name, input ?? {}, answers);
      expect(understood[0]).toStrictEqual(understood[1]);
    };
    await fc.assert(fc.asyncProperty(response as fc.Arbitrary<object>, compare), { numRuns: 60 });
  });
});

describe('a document', () => {
  const sent = (Item: object): unknown => (asked('PutItem', { Item }) as { readonly Item: unknown }).Item;

  it('is written with types, and its bytes as base64', () => {
    const item = {
      s: '保',
      n: 1.5,
      b: new Uint8Array([1, 2, 3]),
      l: [null, true],
      m: { B: { B: Buffer.from([255]) } },
    };
    expect(sent(item)).toEqual({
      s: { S: '保' },
      n: { N: '1.5' },
      b: { B: 'AQID' },
      l: { L: [{ NULL: true }, { BOOL: true }] },
      m: { M: { B: { M: { B: { B: '/w==' } } } } },
    });
    expect(item.b).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('leaves out what is undefined at its top, and refuses it deeper down', () => {
    expect(sent({ a: 1, b: undefined })).toEqual({ a: { N: '1' } });
    expect(() => sent({ a: { b: undefined } })).toThrow('removeUndefinedValues');
    expect(() => sent({ a: [undefined] })).toThrow('removeUndefinedValues');
  });

  it('writes only the part of memory that a view shows', () => {
    const whole = new Uint8Array([0, 1, 2, 3, 0]);
    expect(sent({ a: whole.subarray(1, 4), b: new DataView(whole.buffer, 4), c: whole.buffer })).toEqual({
      a: { B: 'AQID' },
      b: { B: 'AA==' },
      c: { B: 'AAECAwA=' },
    });
    expect(() => sent({ a: new Blob(['a']) })).toThrow('Only bytes in memory');
  });

  it('is looked for only where the operation has one', () => {
    const table = { TableName: 'bindery', KeySchema: [{ AttributeName: 'pk' }] };
    expect(asked('CreateTable', table)).toBe(table);
    expect(answered('DescribeTable', { Table: table })).toEqual({ Table: table });
    const names = { ExpressionAttributeNames: { '#a': 'a' }, Limit: 1 };
    expect(asked('Query', names)).toEqual(names);
  });
});

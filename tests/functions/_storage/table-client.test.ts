import { crc32 } from 'node:zlib';
import { StandardRetryStrategy } from '@smithy/core/retry';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ServiceAt } from '../../../functions/_kit/aws/json-service.ts';
import { GetCommand, PutCommand, TransactWriteCommand } from '../../../functions/_storage/commands.ts';
import { tableClient } from '../../../functions/_storage/table-client.ts';
import { type Act, answer, refuse, scriptedServer } from '../../support/scripted-server.ts';
import { serviceAt } from '../../support/service-at.ts';

const at = (url: URL, more: Partial<ServiceAt> = {}) => {
  const client = tableClient({ ...serviceAt(url), ...more });
  onTestFinished(client.destroy);
  return client;
};
const asked = async (...script: readonly Act[]) => {
  const { url, requests } = await scriptedServer(...script);
  const outcome = await at(url)
    .send(get)
    .catch((error: unknown) => error);
  return { outcome, attempts: requests.length, bodies: new Set(requests.map(({ body }) => body)) };
};

const get = new GetCommand({ TableName: 'bindery', Key: { pk: 'p', sk: 's' } });
const put = { Put: { TableName: 'bindery', Item: { pk: 'p', sk: 's', n: 1 } } };
const transact = (more: object = {}) => new TransactWriteCommand({ TransactItems: [put], ...more });
const found = answer({ Item: { pk: { S: 'p' }, n: { N: '1' } } });
const cut: Act = (_response, socket) => socket.resetAndDestroy();
const silent: Act = () => undefined;
const endless: Act = (response) => response.writeHead(200).write('{"Item":');
const halved: Act = (response, socket) =>
  response.writeHead(200, { 'content-length': '100' }).write('{"Item":', () => socket.destroy());

describe('the client of the table', () => {
  it('names the operation and sends what it is given, in the form of the protocol', async () => {
    const { url, requests } = await scriptedServer(found);
    expect(await at(url).send(get)).toEqual({ Item: { pk: 'p', n: 1 } });
    const [{ headers, body } = { headers: {}, body: '' }] = requests;
    expect(headers).toMatchObject({
      host: url.host,
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.GetItem',
    });
    expect(JSON.parse(body)).toEqual({ TableName: 'bindery', Key: { pk: { S: 'p' }, sk: { S: 's' } } });
  });

  it('keeps its connection for the next request', async () => {
    const { url, requests } = await scriptedServer(found);
    const { send } = at(url);
    for (let round = 0; round < 3; round += 1) await send(get);
    expect(requests).toHaveLength(3);
    expect(new Set(requests.map(({ socket }) => socket)).size).toBe(1);
  });

  const passing = [
    ['an internal error', refuse('InternalServerError', 500)],
    ['a throttle', refuse('ThrottlingException')],
    ['too much for the table', refuse('ProvisionedThroughputExceededException')],
    ['too much for the account', refuse('RequestLimitExceeded')],
    ['the same transaction still running', refuse('TransactionInProgressException')],
    ['words of a proxy', (response) => response.writeHead(503).end('<html>busy</html>')],
    ['a connection that is reset', cut],
    ['silence', silent],
    ['an answer that does not end', endless],
    ['an answer that breaks off', halved],
    ['an answer that was changed on its way', answer({ Item: {} }, 200, { 'x-amz-crc32': '1' })],
  ] as const satisfies readonly (readonly [string, Act])[];

  it.each(passing)('asks again after %s, with the same bytes', async (_what, act) => {
    expect(await asked(act, act, found)).toEqual({
      outcome: { Item: { pk: 'p', n: 1 } },
      attempts: 3,
      bodies: expect.objectContaining({ size: 1 }),
    });
  });

  it.each(passing)('gives %s up after the third time', async (_what, act) => {
    const { outcome, attempts } = await asked(act, act, act, found);
    expect(outcome).toBeInstanceOf(Error);
    expect(attempts).toBe(3);
  });

  it.each([
    'ConditionalCheckFailedException',
    'TransactionCanceledException',
    'TransactionConflictException',
    'IdempotentParameterMismatchException',
    'ValidationException',
    'ResourceNotFoundException',
    'AccessDeniedException',
  ])('asks only once where the table says %s', async (name) => {
    const { outcome, attempts } = await asked(refuse(name), found);
    expect(outcome).toMatchObject({ name, message: `${name}!` });
    expect(attempts).toBe(1);
  });

  it('waits a moment between its attempts, of its own accord', async () => {
    const { url, requests } = await scriptedServer(refuse('InternalServerError', 500), found);
    expect(await at(url, { strategy: new StandardRetryStrategy(3) }).send(get)).toHaveProperty('Item');
    const plain = tableClient({
      ...{ url, sign: (_url, headers) => headers, patience: { connectMs: 200, answerMs: 100 }, attempts: 2 },
    });
    onTestFinished(plain.destroy);
    expect(await plain.send(get)).toHaveProperty('Item');
    expect(requests).toHaveLength(3);
  });

  it('says it where nobody listens, and where nobody lets it in', async () => {
    const { url, server } = await scriptedServer(found);
    server.close();
    await expect(at(url).send(get)).rejects.toThrow('ECONNREFUSED');
  });

  it('goes over to a new connection when the other side has closed the one that was kept', async () => {
    const closing: Act = (response, socket) => {
      response.once('finish', () => socket.destroySoon());
      response.end('{"Item":{"pk":{"S":"p"}}}');
    };
    const { url, requests } = await scriptedServer(closing);
    const { send } = at(url);
    for (let round = 0; round < 4; round += 1) expect(await send(get)).toEqual({ Item: { pk: 'p' } });
    expect(new Set(requests.map(({ socket }) => socket)).size).toBe(4);
  });

  it('believes an answer that sums up to what it says', async () => {
    const body = { Item: { 名: { S: '王小明' } } };
    const headers = { 'x-amz-crc32': String(crc32(JSON.stringify(body))) };
    expect(await asked(answer(body, 200, headers))).toMatchObject({ outcome: { Item: { 名: '王小明' } }, attempts: 1 });
  });
});

describe('a transaction', () => {
  const tokensIn = (bodies: readonly { readonly body: string }[]): readonly string[] =>
    bodies.map(({ body }) => JSON.parse(body).ClientRequestToken);

  it('keeps the token it is given through every attempt', async () => {
    const { url, requests } = await scriptedServer(cut, refuse('InternalServerError', 500), answer({}));
    expect(await at(url).send(transact({ ClientRequestToken: 'mine' }))).toEqual({});
    expect(tokensIn(requests)).toEqual(['mine', 'mine', 'mine']);
  });

  it.each([{}, { ClientRequestToken: undefined }])(
    'gets one for all its attempts where it has none: %j',
    async (more) => {
      const { url, requests } = await scriptedServer(silent, refuse('ThrottlingException'), answer({}));
      const { send } = at(url);
      await send(transact(more));
      await send(transact(more));
      const [first, ...rest] = tokensIn(requests);
      expect(first).toMatch(/^[-0-9a-f]{36}$/);
      expect(rest.slice(0, 2)).toEqual([first, first]);
      expect(rest[2]).toMatch(/^[-0-9a-f]{36}$/);
      expect(rest[2]).not.toBe(first);
    },
  );

  it('says why it was cancelled, with items in the form of the table and bytes as bytes', async () => {
    const Item = { pk: { S: 'p' }, b: { B: 'AQID' }, l: { L: [{ M: { B: { B: '/w==' } } }] } };
    const reasons = [{ Code: 'None' }, { Code: 'ConditionalCheckFailed', Message: 'unmet', Item }];
    const { outcome } = await asked(refuse('TransactionCanceledException', 400, { CancellationReasons: reasons }));
    expect(outcome).toMatchObject({ name: 'TransactionCanceledException', $metadata: { httpStatusCode: 400 } });
    expect((outcome as { CancellationReasons?: unknown }).CancellationReasons).toEqual([
      { Code: 'None' },
      {
        Code: 'ConditionalCheckFailed',
        Message: 'unmet',
        Item: {
          pk: { S: 'p' },
          b: { B: new Uint8Array([1, 2, 3]) },
          l: { L: [{ M: { B: { B: new Uint8Array([255]) } } }] },
        },
      },
    ]);
  });
});

describe('a number', () => {
  const storing = async (n: unknown) => {
    const { url, requests } = await scriptedServer(answer({}));
    await at(url).send(new PutCommand({ TableName: 'bindery', Item: { n } }));
    return JSON.parse(requests[0]?.body ?? '{}').Item.n;
  };

  it('is stored up to 2^53 - 1, and refused beyond unless it is a bigint', async () => {
    expect(await storing(9_007_199_254_740_991)).toEqual({ N: '9007199254740991' });
    await expect(storing(9_007_199_254_740_992)).rejects.toThrow('greater than Number.MAX_SAFE_INTEGER');
    expect(await storing(9_007_199_254_740_993n)).toEqual({ N: '9007199254740993' });
  });

  it('is read as a bigint beyond 2^53 - 1', async () => {
    const { outcome } = await asked(answer({ Item: { a: { N: '9007199254740991' }, b: { N: '9007199254740993' } } }));
    expect(outcome).toEqual({ Item: { a: 9_007_199_254_740_991, b: 9_007_199_254_740_993n } });
  });
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { expect, it, onTestFinished } from 'vitest';
import { bounded } from '../../../functions/_kit/bounded.ts';

it('ends within the ten seconds of a function: 3 x 2.5 s, and the waits of 50 and 100 ms between', () => {
  const { maxAttempts, requestHandler } = bounded;
  expect(maxAttempts * requestHandler.requestTimeout + 50 + 100).toBeLessThan(10_000);
});

it('gives up a service that says nothing, and does not only warn of it', async () => {
  let asked = 0;
  const server = createServer(() => {
    asked += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new S3Client({
    ...{ maxAttempts: bounded.maxAttempts, requestHandler: { ...bounded.requestHandler, requestTimeout: 50 } },
    ...{ endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, region: 'eu-central-1' },
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  onTestFinished(() => {
    client.destroy();
    server.closeAllConnections();
    server.close();
  });
  await expect(client.send(new ListBucketsCommand({}))).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(asked).toBe(3);
});

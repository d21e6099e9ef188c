import { expect, it, onTestFinished } from 'vitest';
import { GetCommand } from '../../../functions/_storage/commands.ts';
import { connect } from '../../../local/engine/connect.ts';
import { answer, refuse, scriptedServer } from '../../support/scripted-server.ts';

it('a client of an engine says who calls, signs nothing, and tries again as in production', async () => {
  const { url, requests } = await scriptedServer(
    refuse('InternalServerError', 500),
    answer({ Item: { n: { N: '1' } } }),
  );
  const client = connect(url.href);
  onTestFinished(client.destroy);
  expect(await client.send(new GetCommand({ TableName: 'bindery', Key: { pk: 'p' } }))).toEqual({ Item: { n: 1 } });
  expect(requests).toHaveLength(2);
  expect(requests[0]?.headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=local\/.*Signature=none$/);
  expect(requests[0]?.headers).not.toHaveProperty('x-amz-content-sha256');
});

import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { aServer } from '../../../infra/adapters/server.ts';

export type Found = {
  readonly Label: string;
  readonly Timestamps: readonly number[];
  readonly Values: readonly number[];
};
type Page = Readonly<Record<string, unknown>>;

/** CloudWatch on this machine: it answers each operation with the pages that it was given, one after the other. */
export const aCloudWatch = async (pages: Readonly<Record<string, readonly Page[]>>) => {
  const server = await aServer(({ headers, body }) => {
    const operation = String(headers['x-amz-target']).split('.')[1] ?? '';
    const { NextToken } = JSON.parse(body);
    const at = Number(NextToken ?? 0);
    const known = pages[operation] ?? [];
    const page = known[at];
    if (page === undefined) return { status: 400, body: { __type: 'AccessDenied', message: `no ${operation}` } };
    return { status: 200, body: { ...page, ...(at + 1 < known.length && { NextToken: `${at + 1}` }) } };
  });
  const client = new CloudWatchClient({
    endpoint: server.url,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    maxAttempts: 1,
  });
  return { client, close: server.close, asked: () => server.asked.map(({ body }) => JSON.parse(body)) };
};

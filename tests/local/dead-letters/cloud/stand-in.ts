import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Refused, sqsStandIn } from './sqs-stand-in.ts';

export const bucket = 'bindery-prod-archive-000000000000-eu-central-1';
export const identity = 'arn:aws:sts::000000000000:assumed-role/operator/kim';

type Answer = { readonly status: number; readonly type: string; readonly body: string };
type Asked = {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

const json = (status: number, value: object): Answer => ({
  status,
  type: 'application/x-amz-json-1.0',
  body: JSON.stringify(value),
});
const xml = (status: number, body: string): Answer => ({ status, type: 'application/xml', body });
const isRefused = (value: object): value is Refused => 'status' in value && 'type' in value;

/** S3 as far as the archive needs it: a name that is taken stays taken, if one asks for that. */
const s3 = (objects: Map<string, string>, { method, url, headers, body }: Asked): Answer => {
  const name = decodeURIComponent(url.pathname).replace(`/${bucket}/`, '');
  if (url.searchParams.get('list-type') === '2') {
    const found = [...objects.keys()].filter((one) => one.startsWith(url.searchParams.get('prefix') ?? ''));
    const items = found.map((key, at) => {
      const modified = new Date(1_795_420_800_000 + at * 1_000).toISOString();
      return `<Contents><Key>${key}</Key><LastModified>${modified}</LastModified></Contents>`;
    });
    return xml(200, `<ListBucketResult><IsTruncated>false</IsTruncated>${items.join('')}</ListBucketResult>`);
  }
  if (method === 'GET') {
    const text = objects.get(name);
    return text === undefined ? xml(404, '<Error><Code>NoSuchKey</Code></Error>') : xml(200, text);
  }
  if (headers['if-none-match'] !== '*') return xml(403, '<Error><Code>AccessDenied</Code></Error>');
  if (objects.has(name)) return xml(412, '<Error><Code>PreconditionFailed</Code></Error>');
  objects.set(name, body);
  return xml(200, '');
};

const sts = (): Answer => {
  const named = `<Arn>${identity}</Arn><Account>000000000000</Account>`;
  const result = `<GetCallerIdentityResult>${named}</GetCallerIdentityResult>`;
  const space = 'https://sts.amazonaws.com/doc/2011-06-15/';
  return xml(200, `<GetCallerIdentityResponse xmlns="${space}">${result}</GetCallerIdentityResponse>`);
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
};

/** SQS, S3 and STS on this machine, as far as dead letters need them; told to, they refuse. */
export const aCloud = async () => {
  const objects = new Map<string, string>();
  /** What is refused, as often as it says. */
  const refusing: { action: string; times: number; status: number; type: string }[] = [];
  const actions: string[] = [];
  let url = '';
  const sqs = sqsStandIn(() => url);

  const actionOf = ({ method, headers, body }: Asked): string => {
    const target = headers['x-amz-target'];
    if (typeof target === 'string') return target.replace('AmazonSQS.', 'sqs:');
    return body.includes('Action=GetCallerIdentity') ? 'sts:GetCallerIdentity' : `s3:${method}`;
  };
  const answerTo = (asked: Asked): Answer => {
    const action = actionOf(asked);
    actions.push(action);
    const refusal = refusing.find((one) => one.action === action && one.times > 0);
    if (refusal !== undefined) {
      refusal.times -= 1;
      if (action.startsWith('s3:')) return xml(refusal.status, `<Error><Code>${refusal.type}</Code></Error>`);
      return json(refusal.status, { __type: refusal.type, message: 'told so' });
    }
    if (action.startsWith('s3:')) return s3(objects, asked);
    if (action.startsWith('sts:')) return sts();
    const answer = sqs.answer(action.slice('sqs:'.length), JSON.parse(asked.body));
    return isRefused(answer) ? json(answer.status, { __type: answer.type, message: 'refused' }) : json(200, answer);
  };

  const server = createServer(async (request, response) => {
    const asked: Asked = {
      method: request.method ?? '',
      url: new URL(request.url ?? '/', 'http://stand-in'),
      headers: request.headers,
      body: await textOf(request),
    };
    const { status, type, body } = answerTo(asked);
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ url, sqs, objects, actions },
    refuse: (action: string, type: string, times = 1, status = 400): void =>
      void refusing.push({ action, type, times, status }),
    close: () => server.close(),
  };
};
export type Cloud = Awaited<ReturnType<typeof aCloud>>;

import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { aServer } from './server.ts';

type Version = { text?: string | undefined; readonly labels: Set<string> };
type Input = Readonly<Record<string, string>> & { readonly VersionStages?: readonly string[] };

const fault = (type: string) => ({ status: 400, body: { __type: type, message: type } });
const done = (body: object) => ({ status: 200, body });

/** One secret as Secrets Manager keeps it: its versions, their labels, and what may be done to them. */
const aSecret = (arn: string, text: string) => {
  const versions = new Map<string, Version>([['v1', { text, labels: new Set(['AWSCURRENT']) }]]);
  const labelled = (label: string) => [...versions].find(([, { labels }]) => labels.has(label));
  const give = (label: string, to: Version): void => {
    labelled(label)?.[1].labels.delete(label);
    to.labels.add(label);
  };
  const secret = { arn, versions, rotates: true, labelled };

  const acts: Readonly<Record<string, (input: Input) => { status: number; body: object }>> = {
    DescribeSecret: () =>
      done({
        RotationEnabled: secret.rotates,
        VersionIdsToStages: Object.fromEntries([...versions].map(([id, { labels }]) => [id, [...labels]])),
      }),
    GetSecretValue: ({ VersionId, VersionStage = 'AWSCURRENT' }) => {
      const found = VersionId === undefined ? labelled(VersionStage)?.[1] : versions.get(VersionId);
      const there = found?.text !== undefined && found.labels.has(VersionStage);
      return there ? done({ SecretString: found.text }) : fault('ResourceNotFoundException');
    },
    PutSecretValue: ({ ClientRequestToken = '', SecretString, VersionStages = [] }) => {
      const known = versions.get(ClientRequestToken) ?? { labels: new Set() };
      if (known.text !== undefined && known.text !== SecretString) return fault('ResourceExistsException');
      known.text = SecretString;
      versions.set(ClientRequestToken, known);
      for (const label of VersionStages) give(label, known);
      return done({});
    },
    UpdateSecretVersionStage: ({ VersionStage = '', MoveToVersionId = '', RemoveFromVersionId = '' }) => {
      const [from, to] = [versions.get(RemoveFromVersionId), versions.get(MoveToVersionId)];
      if (to === undefined || from?.labels.has(VersionStage) !== true) return fault('InvalidParameterException');
      give(VersionStage, to);
      if (VersionStage === 'AWSCURRENT') give('AWSPREVIOUS', from);
      return done({});
    },
  };
  const stop = (): void => {
    secret.rotates = false;
  };
  return { ...secret, acts, stop };
};

/** Secrets Manager with one secret, over HTTP; answers can be lost after what was asked is done. */
export const aSecretsManager = async (
  text: string,
  arn = 'arn:aws:secretsmanager:eu-central-1:1:secret:bindery/x-AbCdEf',
) => {
  const secret = aSecret(arn, text);
  let loses: string | undefined;
  const server = await aServer(({ headers, body }) => {
    const action = String(headers['x-amz-target']).replace('secretsmanager.', '');
    const input: Input = JSON.parse(body);
    if (input['SecretId'] !== arn) return fault('AccessDeniedException');
    const answer = secret.acts[action]?.(input) ?? fault('UnknownOperationException');
    if (loses !== action) return answer;
    loses = undefined;
    return { status: 500, body: {} };
  });
  const client = new SecretsManagerClient({
    ...{ region: 'eu-central-1', endpoint: server.url, maxAttempts: 1 },
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
  });
  return {
    ...{ arn, client, versions: secret.versions, stop: secret.stop, close: server.close },
    /** What a label leads to. */
    ring: (label: string): Record<string, unknown> => JSON.parse(secret.labelled(label)?.[1].text ?? 'null'),
    /** Begins a rotation, as Secrets Manager does before it calls the function. */
    begin: (version: string): void => {
      secret.labelled('AWSPENDING')?.[1].labels.delete('AWSPENDING');
      const known = secret.versions.get(version) ?? { labels: new Set<string>() };
      known.labels.add('AWSPENDING');
      secret.versions.set(version, known);
    },
    /** The next answer of this action is lost. */
    loseAnswerOf: (action: string): void => {
      loses = action;
    },
    asked: server.asked,
  };
};
export type SecretsManager = Awaited<ReturnType<typeof aSecretsManager>>;

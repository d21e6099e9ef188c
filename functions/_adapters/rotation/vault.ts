import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceExistsException,
  ResourceNotFoundException,
  type SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';

export type Label = 'AWSCURRENT' | 'AWSPENDING';

/** One secret with its versions, as far as a rotation touches them. */
export type Vault = {
  readonly arn: string;
  /** Whether the secret rotates, and which labels each of its versions has. */
  describe(): Promise<{ readonly rotates: boolean; readonly labels: Readonly<Record<string, readonly string[]>> }>;
  /** The text under a label, of one version where it is named; undefined where there is none. */
  read(label: Label, version?: string): Promise<string | undefined>;
  /** Puts the text of a pending version there, unless it has one already. */
  prepare(version: string, text: string): Promise<void>;
  /** Makes a version the current one, if the one that is meant still is. */
  promote(version: string, from: string): Promise<void>;
};

/** A secret of Secrets Manager. */
export const secretVault = (client: Pick<SecretsManagerClient, 'send'>, arn: string): Vault => ({
  arn,
  describe: async () => {
    const { RotationEnabled, VersionIdsToStages } = await client.send(new DescribeSecretCommand({ SecretId: arn }));
    return { rotates: RotationEnabled === true, labels: VersionIdsToStages ?? {} };
  },
  read: async (label, version) => {
    try {
      const asked = { SecretId: arn, VersionStage: label, ...(version !== undefined && { VersionId: version }) };
      return (await client.send(new GetSecretValueCommand(asked))).SecretString;
    } catch (thrown) {
      if (thrown instanceof ResourceNotFoundException) return undefined;
      throw thrown;
    }
  },
  prepare: async (version, text) => {
    const asked = { SecretId: arn, ClientRequestToken: version, SecretString: text, VersionStages: ['AWSPENDING'] };
    try {
      await client.send(new PutSecretValueCommand(asked));
    } catch (thrown) {
      // Somebody else's attempt at the same step was first: that one counts.
      if (!(thrown instanceof ResourceExistsException)) throw thrown;
    }
  },
  promote: async (version, from) => {
    const moved = { MoveToVersionId: version, RemoveFromVersionId: from };
    await client.send(new UpdateSecretVersionStageCommand({ SecretId: arn, VersionStage: 'AWSCURRENT', ...moved }));
  },
});

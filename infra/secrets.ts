import { RemovalPolicy, SecretValue, type Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret, type SecretProps } from 'aws-cdk-lib/aws-secretsmanager';
import { kebab } from '../functions/_kit/contract.ts';
import { acknowledge } from './acknowledge.ts';
import { type SecretService, secretServices } from './services.ts';
import type { Stage } from './stages.ts';

/** The first offer key is made by Secrets Manager and seen by nobody. */
const firstOfferKey: SecretProps = {
  generateSecretString: {
    secretStringTemplate: JSON.stringify({ current: 'k1' }),
    generateStringKey: 'k1',
    passwordLength: 64,
    excludePunctuation: true,
  },
};
/** What others give us is put in by an operator; until then the secret is an empty object. */
const putInByHand: SecretProps = { secretStringValue: SecretValue.unsafePlainText('{}') };

const turnsElsewhere = 'Turned every month by a function of another stack (infra/rotation.ts).';
const ofOthers = 'Given by somebody else, who alone can change it; docs/operations/secrets.md says how and when.';

const secretNameOf = ({ name }: Stage, service: SecretService): string => `bindery/${name}/${kebab(service)}`;

const secretFor = (stack: Stack, stage: Stage, service: SecretService, encryptionKey: IKey): Secret => {
  const { standby } = stage.regions;
  const secret = new Secret(stack, `Secret-${kebab(service)}`, {
    ...(service === 'offerKeys' ? firstOfferKey : putInByHand),
    secretName: secretNameOf(stage, service),
    encryptionKey,
    removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    ...(standby !== undefined && { replicaRegions: [{ region: standby }] }),
  });
  acknowledge(secret, 'AwsSolutions-SMG4', service === 'offerKeys' ? turnsElsewhere : ofOthers);
  return secret;
};

/** Where a secret is, and what a policy calls it: Secrets Manager adds six characters to a name. */
export type KeptSecret = { readonly arn: string; readonly inPolicies: string };
export type Secrets = ReadonlyMap<SecretService, KeptSecret>;

/**
 * One secret for each service that keeps one. Functions read them at run time; no template and no variable holds a
 * value.
 */
export const serviceSecrets = (stack: Stack, stage: Stage, key: IKey): Secrets =>
  new Map(
    secretServices.map((service) => {
      const { secretArn } = secretFor(stack, stage, service, key);
      return [service, { arn: secretArn, inPolicies: secretArn }];
    }),
  );

/** The copies that Secrets Manager keeps in the standby's Region, under the same names. */
export const copiedSecrets = (stack: Stack, stage: Stage): Secrets =>
  new Map(
    secretServices.map((service) => {
      const { secretArn } = Secret.fromSecretNameV2(stack, `Secret-${kebab(service)}`, secretNameOf(stage, service));
      return [service, { arn: secretArn, inPolicies: `${secretArn}-??????` }];
    }),
  );

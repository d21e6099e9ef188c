import { RemovalPolicy, SecretValue, type Stack } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
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

const secretFor = (stack: Stack, { name, keepsData }: Stage, service: SecretService, encryptionKey: Key): Secret => {
  const secret = new Secret(stack, `Secret-${kebab(service)}`, {
    ...(service === 'offerKeys' ? firstOfferKey : putInByHand),
    secretName: `bindery/${name}/${kebab(service)}`,
    encryptionKey,
    removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  acknowledge(
    secret,
    'AwsSolutions-SMG4',
    'Rotated by a second key beside the first, as docs/operations/infra.md tells; old offers stay valid.',
  );
  return secret;
};

/**
 * One secret for each service that keeps one. Functions read them at run time; no template and no variable holds a
 * value.
 */
export const serviceSecrets = (stack: Stack, stage: Stage, key: Key): ReadonlyMap<SecretService, Secret> =>
  new Map(secretServices.map((service) => [service, secretFor(stack, stage, service, key)]));

import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Stage } from './stages.ts';

const removalOf = ({ keepsData }: Stage) => (keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);

/** The keys of a deployment. Each does one thing, so that leave to use one says nothing about the others. */
export const deploymentKeys = (stack: Stack, stage: Stage) => {
  const removalPolicy = removalOf(stage);
  return {
    /** Encrypts what is stored: the table, the archive and the secrets. */
    storage: new Key(stack, 'StorageKey', {
      description: 'Bindery: encrypts the table, the archive and the secrets.',
      enableKeyRotation: true,
      removalPolicy,
    }),
    /** Wraps the keys of persons and tenants. Without it no personal data can be read, so it outlives its stack. */
    master: new Key(stack, 'MasterKey', {
      description: 'Bindery: wraps the keys of persons and tenants.',
      enableKeyRotation: true,
      removalPolicy,
    }),
    /** Signs certificates and checkpoints; its public half verifies them offline for ever. */
    signing: new Key(stack, 'SigningKey', {
      description: 'Bindery: signs certificates and checkpoints (ES256).',
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy,
    }),
    /** Signs access tokens. They live five minutes, so another one may take its place at any time. */
    token: new Key(stack, 'TokenKey', {
      description: 'Bindery: signs access tokens (ES256).',
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy,
    }),
  };
};

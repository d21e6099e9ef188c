import { type App, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnReplicaKey, type IKey, Key, type KeyProps, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { type Place, stackIn } from './places.ts';
import type { Stage } from './stages.ts';

const encrypts: KeyProps = { enableKeyRotation: true };
const signs: KeyProps = { keySpec: KeySpec.ECC_NIST_P256, keyUsage: KeyUsage.SIGN_VERIFY };

/** The keys of a deployment. Each does one thing, so that leave to use one says nothing about the others. */
const keyTable = {
  /** Encrypts what is stored. */
  storage: { ...encrypts, description: 'Bindery: encrypts the table, the archive and the secrets.' },
  /** Wraps the keys of persons and tenants. Without it no personal data can be read, so it outlives its stack. */
  master: { ...encrypts, description: 'Bindery: wraps the keys of persons and tenants.' },
  /** Its public half verifies certificates and checkpoints offline for ever. */
  signing: { ...signs, description: 'Bindery: signs certificates and checkpoints (ES256).' },
  /** Tokens live five minutes, so another key may take its place at any time. */
  token: { ...signs, description: 'Bindery: signs access tokens (ES256).' },
} as const satisfies Readonly<Record<string, KeyProps>>;

export type KeyName = keyof typeof keyTable;
export type Keys = Readonly<Record<KeyName, IKey>>;

const keyNames = Object.keys(keyTable) as readonly KeyName[];
const idOf = (name: KeyName): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}Key`;
const eachKey = (make: (name: KeyName) => IKey): Keys =>
  Object.fromEntries(keyNames.map((name) => [name, make(name)])) as Keys;

const removalOf = ({ keepsData }: Stage) => (keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);

/** Keys of all Regions: what one site encrypted and signed, the other one can read and go on with. */
export const keyStack = (app: App, stage: Stage, home: Place): Keys => {
  const stack = stackIn(app, stage, home, { part: 'keys', description: 'keys.', holdsData: true });
  return eachKey(
    (name) => new Key(stack, idOf(name), { ...keyTable[name], multiRegion: true, removalPolicy: removalOf(stage) }),
  );
};

/** As KMS makes one by itself: the account decides by its own policies. */
const accountDecides = (): PolicyDocument =>
  new PolicyDocument({
    statements: [
      new PolicyStatement({ principals: [new AccountRootPrincipal()], actions: ['kms:*'], resources: ['*'] }),
    ],
  });

const replicaIn = (stack: Stack, stage: Stage, name: KeyName, primary: IKey): IKey => {
  const replica = new CfnReplicaKey(stack, idOf(name), {
    primaryKeyArn: primary.keyArn,
    keyPolicy: accountDecides(),
    description: keyTable[name].description,
  });
  replica.applyRemovalPolicy(removalOf(stage));
  return Key.fromKeyArn(stack, `${idOf(name)}Copy`, replica.attrArn);
};

/** The same keys in the standby's Region. */
export const replicaKeyStack = (app: App, stage: Stage, standby: Place, primaries: Keys): Keys => {
  const stack = stackIn(app, stage, standby, { part: 'keys', description: 'copies of the keys.', holdsData: true });
  return eachKey((name) => replicaIn(stack, stage, name, primaries[name]));
};

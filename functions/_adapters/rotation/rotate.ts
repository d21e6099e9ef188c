import { randomBytes } from 'node:crypto';
import { base32 } from '../../_kit/crypto.ts';
import type { Given, Ring } from '../../_kit/rotation/ring.ts';
import type { Vault } from './vault.ts';

/** What Secrets Manager asks of a rotation function, four times for each rotation, each time perhaps more than once. */
export type RotationEvent = { readonly Step: string; readonly SecretId: string; readonly ClientRequestToken: string };

/** What differs between secrets that rotate. */
export type Rotation = {
  readonly turn: (ring: Ring, given: Given) => Ring;
  /** Brings the new ring to whoever uses it without reading it. */
  readonly set?: (ring: Ring) => Promise<void>;
  /** Throws where the new ring would not work. */
  readonly test: (ring: Ring) => Promise<void>;
};

/** 320 bits, in letters and digits. */
const freshValue = (): string => base32(randomBytes(40));

const ringIn = (text: string | undefined, what: string): Ring => {
  if (text === undefined) throw new Error(`The secret has no ${what} version.`);
  return JSON.parse(text);
};

type Known = Awaited<ReturnType<Vault['describe']>>;

/** The version that is current, if it is not the one that is to become it. */
const currentOf = ({ labels }: Known): string | undefined =>
  Object.entries(labels).find(([, stages]) => stages.includes('AWSCURRENT'))?.[0];

/** Whether there is anything to do; throws for a version that Secrets Manager did not mark for this. */
const isPending = ({ rotates, labels }: Known, version: string): boolean => {
  if (!rotates) throw new Error('The secret does not rotate.');
  const stages = labels[version];
  if (stages === undefined) throw new Error('The secret has no such version.');
  if (stages.includes('AWSCURRENT')) return false;
  if (!stages.includes('AWSPENDING')) throw new Error('The version is not marked as pending.');
  return true;
};

const pendingRing = async (vault: Vault, version: string): Promise<Ring> =>
  ringIn(await vault.read('AWSPENDING', version), 'pending');

const create = async (vault: Vault, version: string, { turn }: Rotation, now: () => string): Promise<void> => {
  if ((await vault.read('AWSPENDING', version)) !== undefined) return;
  const ring = ringIn(await vault.read('AWSCURRENT'), 'current');
  await vault.prepare(version, JSON.stringify(turn(ring, { fresh: freshValue(), now: now() })));
};

const finish = async (vault: Vault, version: string, known: Known): Promise<void> => {
  const from = currentOf(known);
  if (from === undefined) throw new Error('The secret has no current version.');
  await vault.promote(version, from);
};

/**
 * A rotation in the four steps that Secrets Manager asks for. Each may be repeated after a crash: what a version holds
 * is drawn once, and everything later is done from what it holds.
 */
export const rotationFunction =
  (vault: Vault, rotation: Rotation, now: () => string = () => new Date().toISOString()) =>
  async ({ Step, SecretId, ClientRequestToken: version }: RotationEvent): Promise<void> => {
    if (SecretId !== vault.arn) throw new Error('This function rotates another secret.');
    const known = await vault.describe();
    if (!isPending(known, version)) return;
    switch (Step) {
      case 'createSecret':
        return create(vault, version, rotation, now);
      case 'setSecret':
        return rotation.set?.(await pendingRing(vault, version));
      case 'testSecret':
        return rotation.test(await pendingRing(vault, version));
      case 'finishSecret':
        return finish(vault, version, known);
      default:
        throw new Error(`Secrets Manager asks for the unknown step ${Step}.`);
    }
  };

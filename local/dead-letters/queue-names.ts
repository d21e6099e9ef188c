import { kebab } from '../../functions/_kit/contract.ts';

/** What the place is called whose dead letters this machine keeps. */
export const localStage = 'local';

/** `bindery-prod-adjudicate-claim-dead`: the dead letters of a subscriber, a schedule or the outbox. */
export const deadQueueOf = (stage: string, name: string): string => `bindery-${stage}-${kebab(name)}-dead`;

/** `adjudicate-claim`, of the name of its dead-letter queue; undefined where the stage has no such queue. */
export const nameIn = (stage: string, queue: string): string | undefined => {
  const prefix = `bindery-${stage}-`;
  if (!queue.startsWith(prefix) || !queue.endsWith('-dead')) return undefined;
  const name = queue.slice(prefix.length, -'-dead'.length);
  return /^[a-z0-9-]+$/.test(name) ? name : undefined;
};

/** `adjudicate-claim.5f1d…`: queue and message. It can stand in a path, in a file name and in a shell. */
export const letterId = (name: string, message: string): string => `${name}.${message}`;

export const partsOf = (id: string): { readonly name: string; readonly message: string } | undefined => {
  const [, name, message] = /^([a-z0-9-]{1,80})\.([\w-]{1,100})$/.exec(id) ?? [];
  return name === undefined || message === undefined ? undefined : { name, message };
};

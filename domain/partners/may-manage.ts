import { accept, type Decision, refuse } from '../shared/decision.ts';
import type { Credential } from './schema.ts';
import { partnerScopes } from './scopes.ts';

type Rights = Pick<Credential, 'person' | 'scopes'>;

/**
 * Whether a caller with these scopes may make a credential with such rights, or act on one that has them: only with all
 * of them, so that nobody comes to more by way of another credential. What a test person may do no partner's scope
 * covers; one is managed by whoever has all that a partner can have.
 */
export const mayManage = (own: readonly string[], { person, scopes }: Rights): Decision<true, 'scopes-exceed-own'> => {
  const needed: readonly string[] = person ? partnerScopes : scopes;
  const missing = needed.filter((scope) => !own.includes(scope));
  return missing.length === 0 ? accept(true) : refuse('scopes-exceed-own', { missing });
};

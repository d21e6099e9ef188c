import { accept, type Decision, refuse } from '../shared/decision.ts';

/** The scopes that are asked for, separated by blanks, out of one's own; all of them if absent (RFC 6749, 3.3). */
export const narrowScopes = (
  own: readonly string[],
  asked: string | undefined,
): Decision<readonly string[], 'invalid-scope'> => {
  const wanted = (asked ?? '').trim().split(/\s+/).filter(Boolean);
  if (!wanted.every((scope) => own.includes(scope))) return refuse('invalid-scope');
  return accept(wanted.length === 0 ? own : wanted);
};

import { describe, expect, it } from 'vitest';
import { type CredentialCommand, type CredentialState, credentialAllows } from '../../../domain/partners/lifecycle.ts';

const commands: readonly CredentialCommand[] = ['issue', 'add-secret', 'revoke-secret', 'revoke', 'grant-token'];
const allowed: Readonly<Record<CredentialState, readonly CredentialCommand[]>> = {
  none: ['issue'],
  live: ['add-secret', 'revoke-secret', 'revoke', 'grant-token'],
  revoked: [],
};

describe('the lifecycle of a credential', () => {
  it.each(Object.keys(allowed) as CredentialState[])('allows exactly what its table says when %s', (state) => {
    expect(commands.filter((command) => credentialAllows(state, command))).toEqual(allowed[state]);
  });
});

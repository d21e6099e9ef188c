import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { webhookSecretsOf } from '../../../local/seed/webhook-secrets.ts';

const keys = { master: randomBytes(32), webhooks: { 'sandbox-shop': ['whsec_new', 'whsec_old'] } };

describe('webhookSecretsOf', () => {
  it('takes those of the file for a tenant that it names', () => {
    expect(webhookSecretsOf(keys, 'sandbox-shop')).toEqual(['whsec_new', 'whsec_old']);
  });
  it('gives every other tenant a secret of its own, the same at each start', () => {
    const [one] = webhookSecretsOf(keys, 'sbx-one');
    expect(one).toMatch(/^whsec_[\w-]{43}$/);
    expect(webhookSecretsOf({ ...keys }, 'sbx-one')).toEqual([one]);
    expect(webhookSecretsOf(keys, 'sbx-two')).not.toEqual([one]);
    expect(webhookSecretsOf({ ...keys, master: randomBytes(32) }, 'sbx-one')).not.toEqual([one]);
  });
  it('takes no name of the language for a tenant of the file', () => {
    expect(webhookSecretsOf(keys, 'constructor')[0]).toMatch(/^whsec_/);
  });
});

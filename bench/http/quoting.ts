import { randomBytes } from 'node:crypto';
import { productOf } from '../../domain/products/catalogue.ts';
import { QuoteRequest } from '../../domain/quoting/schema.ts';
import { sandboxTenant } from '../../local/seed/sandbox.ts';
import { decided } from '../quote/decided.ts';

const offerKey = { kid: 'bench-1', secret: new Uint8Array(randomBytes(32)) };

export type Answered = { readonly status: number; readonly body: object };

const refusal = (code: string, pointers: readonly string[]): Answered => ({
  status: 422,
  body: { status: 422, code, errors: pointers.map((pointer) => ({ pointer })) },
});

/**
 * The quote as somebody would serve it who takes our domain and writes a server around it: the body checked by zod,
 * priced, signed. There is no caller to prove, no limit, no log, no metric, and no problem document in two languages.
 */
export const quoted = (parsed: unknown): Answered => {
  const checked = QuoteRequest.safeParse(parsed);
  if (!checked.success)
    return refusal(
      'invalid-request',
      checked.error.issues.map(({ path }) => ['', ...path.map(String)].join('/')),
    );
  const given = { now: new Date().toISOString(), tenant: sandboxTenant, offerKey, random: randomBytes };
  const decision = decided(checked.data, productOf, given);
  if (decision.ok) return { status: 200, body: { items: decision.items } };
  return refusal(
    decision.code,
    decision.problems.map(({ pointer }) => pointer),
  );
};

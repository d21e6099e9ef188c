import type * as z from 'zod';
import { Sandbox } from '../domain/partners/view/schema.ts';
import { plainError } from './plain-error.ts';

type Wish = { readonly url: string; readonly name: string; readonly key: string };

const asked = async ({ url, name, key }: Wish): Promise<Response> => {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  try {
    return await fetch(`${url}/v1/sandboxes`, { method: 'POST', headers, body: JSON.stringify({ name }) });
  } catch (cause) {
    throw plainError(`Nothing answers at ${url}: begin with npm start in another terminal, or say --url.`, cause);
  }
};

/** Makes a sandbox as anybody may, by the API alone. The key is a random UUID; the same one finds the same sandbox. */
export const newSandbox = async (wish: Wish): Promise<z.infer<typeof Sandbox>> => {
  const response = await asked(wish);
  const body: unknown = await response.json().catch(() => undefined);
  const read = Sandbox.safeParse(body);
  if (response.status === 201 && read.success) return read.data;
  const { detail = `status ${response.status}`, errors = [] } = Object(body);
  const faults = (errors as readonly { readonly detail?: string }[]).map((one) => one.detail);
  throw plainError(`${wish.url} made no sandbox: ${[detail, ...faults].join(' ')}`);
};

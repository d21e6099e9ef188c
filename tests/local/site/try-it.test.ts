import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from './chromium.ts';
import { aReader, type Reader } from './reader.ts';

let reader: Reader;
beforeAll(async () => {
  if (hasChromium) reader = await aReader();
});
afterAll(async () => {
  if (hasChromium) await reader.close();
});

type Answered = { readonly status: string; readonly body: Record<string, unknown> };

const bodyOf = (page: Page) => page.getByRole('textbox', { name: /^Body/ });

/** Sends what the form of the page holds. */
const send = async (page: Page, body?: unknown): Promise<Answered> => {
  if (body !== undefined) await bodyOf(page).fill(JSON.stringify(body));
  const answered = page.waitForResponse(
    (response) => response.url().includes('/v1/') && response.request().method() !== 'OPTIONS',
  );
  await page.getByRole('button', { name: 'Send' }).click();
  await answered;
  await page.getByText(/^\d+ ms$/).waitFor();
  const shown = await page.locator('#try-output').innerText();
  return { status: await page.locator('#try-status').innerText(), body: JSON.parse(shown) as Answered['body'] };
};

const at = async (page: Page, operation: string): Promise<void> => {
  await page.goto(`/docs/reference/operations/${operation}`);
  await page.getByRole('button', { name: 'Send' }).waitFor();
};

type Offer = {
  readonly token: string;
  readonly disclosures: readonly { readonly code: string; readonly contentHash: string; readonly required: boolean }[];
};

describe.runIf(hasChromium)('the form of an operation', () => {
  it('makes a sandbox, a quote and a policy for real', async () => {
    const { page, heard } = await reader.open('/docs/reference/operations/createQuote');
    await page.getByRole('button', { name: 'Make me a sandbox' }).click();
    await page.getByText('is yours.').waitFor();
    const quote = await send(page);
    expect(quote.status).toBe('200');
    const [{ offer }] = quote.body['items'] as [{ readonly offer: Offer }];
    await at(page, 'registerCustomer');
    const customer = await send(page);
    expect(customer.status).toBe('201');
    await at(page, 'bindPolicy');
    // The form knows what the forms before it were answered: nothing has to be copied.
    expect(JSON.parse(await bodyOf(page).inputValue())).toMatchObject({
      offer: offer.token,
      customerId: customer.body['customerId'],
      acknowledged: offer.disclosures
        .filter(({ required }) => required)
        .map(({ code, contentHash }) => ({ code, contentHash })),
    });
    expect(await page.getByText('Replace offer').isVisible()).toBe(false);
    expect(await page.locator('pre', { hasText: `${reader.bindery.url}/v1/policies` }).count()).toBeGreaterThan(0);
    const policy = await send(page);
    expect(policy).toMatchObject({ status: '201', body: { status: 'pending' } });
    await at(page, 'getPolicy');
    expect(await page.getByLabel('policyId').inputValue()).toBe(policy.body['policyId']);
    expect((await send(page)).body).toMatchObject({ policyId: policy.body['policyId'] });
    expect(await page.locator('#try-headers').textContent()).toContain('etag: "1"');
    await page.context().close();
    expect(heard).toEqual([]);
  });

  it('shows a problem with the page that explains it', async () => {
    const { page } = await reader.open('/docs/reference/operations/createQuote');
    await page.getByRole('button', { name: 'Make me a sandbox' }).click();
    await page.getByText('is yours.').waitFor();
    expect(await send(page, { items: [] })).toMatchObject({ status: '422', body: { code: 'invalid-request' } });
    await page.locator('#try-problem').getByRole('link', { name: 'invalid-request' }).click();
    await page.waitForURL('**/docs/problems/invalid-request');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('invalid-request');
    await page.context().close();
  });

  it('sends nothing without a credential, and says so where one is wrong', async () => {
    const { page } = await reader.open('/docs/reference/operations/listPolicies');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Give a credential').waitFor();
    await page.getByLabel('Client id').fill('shop.crd_00000000000000000000000000');
    await page.getByLabel('Secret').fill('wrong');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('No token was granted.').waitFor();
    expect(await page.locator('#try-status').innerText()).toBe('401');
    await page.context().close();
  });

  it('forgets the credential with its tab', async () => {
    const { page } = await reader.open('/docs/reference/operations/listPolicies');
    await page.getByRole('button', { name: 'Make me a sandbox' }).click();
    await page.getByText('is yours.').waitFor();
    await at(page, 'getPolicy');
    expect(await page.getByLabel('Secret').inputValue()).toMatch(/^bds_/);
    const other = await page.context().newPage();
    await at(other, 'getPolicy');
    expect(await other.getByLabel('Secret').inputValue()).toBe('');
    expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);
    await page.context().close();
  });
});

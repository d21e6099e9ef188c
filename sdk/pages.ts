type Page = { readonly items: readonly unknown[]; readonly next?: string | undefined };
type Ask = (asked: object) => PromiseLike<unknown>;

/** Page after page. A list's last page has no `next`; that of the events stays the same once there is nothing more. */
export async function* pagesOf(ask: Ask, parameter: 'cursor' | 'after', asked: object): AsyncGenerator<Page> {
  let at = (asked as Record<string, string | undefined>)[parameter];
  for (;;) {
    const page = (await ask({ ...asked, [parameter]: at })) as Page;
    yield page;
    if (page.next === undefined || page.next === at) return;
    at = page.next;
  }
}

export async function* itemsOf(pages: AsyncIterable<Page>): AsyncGenerator<unknown> {
  for await (const { items } of pages) yield* items;
}

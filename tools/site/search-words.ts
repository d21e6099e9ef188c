/** What readers call a page that calls itself otherwise; each word is found whole. */
const others: Readonly<Record<string, string>> = {
  '/docs/guides/retries': 'timeout timeouts idempotent idempotency 幂等 重试',
  '/docs/zh/guides/retries': '幂等 重试 idempotency timeout',
  '/docs/reference/limits': '限流 throttling quota',
  '/docs/guides/money': 'refund 退款',
  '/docs/zh/guides/money': '退款 退保 refund',
  '/docs/guides/going-live': 'rotate rotation',
  '/docs/guides/onboarding': 'rotate rotation secret oauth',
  '/docs/zh/guides/going-live': '轮换 密钥 rotate',
  '/docs/zh/guides/onboarding': '密钥 令牌 oauth',
};

export const alsoCalled = (path: string): string => others[path] ?? '';

/** Parts of pages that are looked for by themselves. */
export const partsFound: readonly { readonly path: string; readonly title: string; readonly keys: string }[] = [
  {
    path: '/docs/sdk#the-command-line',
    title: 'The command line',
    keys: 'cli command line terminal 命令行',
  },
  {
    path: '/docs/sdk#lists',
    title: 'Lists: pages, cursor and next',
    keys: 'pagination paging paginate cursor next 分页',
  },
];

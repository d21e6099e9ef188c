/** One part of the site: its pages in order, by their paths under `/docs`, and the folders whose pages belong to it. */
export type Section = {
  readonly name: string;
  readonly nameZh: string;
  readonly pages: readonly string[];
  /** All other pages under these, by folder and name; shown where the reader is inside. */
  readonly folders?: readonly string[];
  /** Whether the pages of its folders are listed beside the page that is read; of hundreds none is. */
  readonly lists?: boolean;
};

const operate = [
  'ops-page',
  'infra',
  'staff',
  'secrets',
  'dead-letters',
  'mending',
  'recovery',
  'restore',
  'load',
  'docs-site',
];

/** What stands at the left, top down. A page that nothing here names is found by its folder, and under More at last. */
export const navigation: readonly Section[] = [
  {
    name: 'Start',
    nameZh: '开始',
    pages: ['', 'quickstart', 'guides/onboarding', 'guides/sandbox', 'sdk', 'examples', 'collections'],
  },
  {
    name: 'Guides',
    nameZh: '指南',
    pages: [
      ...['checkout', 'retries', 'webhooks', 'errors', 'money', 'claims', 'time-travel', 'going-live'],
      ...['notifications', 'witness', 'versioning'],
    ].map((name) => `guides/${name}`),
    folders: ['guides'],
    lists: true,
  },
  {
    name: 'API reference',
    nameZh: 'API 参考',
    pages: ['reference/operations', 'reference/limits', 'reference/sandbox-values', 'reference/objects'],
    folders: ['reference/operations', 'reference/objects'],
    lists: true,
  },
  { name: 'Events', nameZh: '事件', pages: ['reference/events'], folders: ['reference/events'], lists: true },
  { name: 'Problems', nameZh: '错误', pages: ['reference/problems'], folders: ['reference/problems'], lists: true },
  { name: 'Lifecycles', nameZh: '生命周期', pages: ['reference/lifecycles'] },
  { name: 'Metrics', nameZh: '指标', pages: ['reference/metrics', 'reference/access-patterns'] },
  {
    name: 'Operate',
    nameZh: '运维',
    pages: ['operations', ...operate.map((name) => `operations/${name}`), 'operations/runbooks'],
    folders: ['operations'],
  },
  {
    name: 'Decisions',
    nameZh: '设计决定',
    pages: ['architecture', 'decisions'],
    folders: ['decisions'],
    lists: true,
  },
  { name: 'Glossary', nameZh: '术语', pages: ['glossary'] },
  { name: 'Changelog', nameZh: '更新日志', pages: ['changelog'] },
];

/** Where pages go that no section claims. */
export const more: Section = { name: 'More', nameZh: '其他', pages: [] };

import { accessPatterns } from '../../functions/_storage/access-patterns.ts';

/** How every item is found, made by the module that builds keys. */
export const accessPatternPage = (): string =>
  [
    '# Access patterns',
    '',
    'One table, four KEYS_ONLY indexes, no scans. Generated from `functions/_storage/keys.ts`.',
    '',
    '| What | Where | Partition key | Sort key |',
    '| --- | --- | --- | --- |',
    ...accessPatterns.map(({ what, where, pk, sk }) => `| ${what} | ${where} | \`${pk}\` | \`${sk}\` |`),
    '',
  ].join('\n');

import type { Capability } from '../../functions/_kit/contract.ts';
import type { LimitedBy } from '../../functions/_kit/limiter.ts';
import { limitsOf } from '../../functions/_kit/limits.ts';

const columns: readonly LimitedBy[] = ['credential', 'tenant', 'address'];

/** How often each operation may be asked, and by whom. */
export const limitPage = (capabilities: readonly Capability[]): string =>
  [
    '# Limits',
    '',
    'Generated from `functions/*/contract.ts` and `functions/_kit/limits.ts`. Requests a second for ever, and in brackets how',
    'many at once after a rest. Each operation is counted for itself: by credential, by all credentials of a tenant together,',
    'or by source address where no token says who asks (an IPv6 network of 64 bits is one address). In the cloud each',
    'instance of a function counts what reaches it, so a caller may get more than this.',
    '',
    'Every answer says what is left: `RateLimit-Policy: "credential";q=100;w=1` is 100 requests in one second, and',
    '`RateLimit: "credential";r=99;t=1` is 99 left, all of them again after one second without any (the form of',
    'draft-ietf-httpapi-ratelimit-headers). Beyond a limit the answer is 429 [`rate-limited`](problems/rate-limited.md) with',
    '`Retry-After` in whole seconds; nothing was done and no idempotency key was used, so send the same request again then.',
    'Repetitions under a key count like other requests. The same numbers are in [openapi.json](openapi.json) as',
    '`x-rate-limit`. [How they are kept](../decisions/0008-limits-are-kept-in-memory.md).',
    '',
    '| Operation | Credential | Tenant | Address |',
    '| --- | --- | --- | --- |',
    ...capabilities
      .flatMap(({ endpoints }) => Object.values(endpoints))
      .map((contract) => {
        const limits = limitsOf(contract);
        const cells = columns.map((column) => {
          const rate = limits.find(({ by }) => by === column)?.rate;
          return rate === undefined ? '–' : `${rate.perSecond} (${rate.burst})`;
        });
        return `| [${contract.id}](operations/${contract.id}.md) | ${cells.join(' | ')} |`;
      }),
    '',
  ].join('\n');

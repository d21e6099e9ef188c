import type { RefusalEntry } from '../../domain/shared/refusal.ts';
import { type Capability, isCommand } from '../../functions/_kit/contract.ts';
import { ownRefusals } from '../../functions/_kit/door-refusals.ts';
import { isRetryable, rememberedKinds, statusOf } from '../../functions/_kit/problem.ts';
import { exampleOf } from './openapi-problems.ts';
import { operationLink } from './reference/links.ts';

type Entry = RefusalEntry & { readonly status?: number };
type Known = {
  readonly entry: Entry;
  readonly operations: readonly string[];
  /** Whether some operation that answers it takes a key. */
  readonly keyed: boolean;
};

/** Every refusal that some contract declares, with the operations that answer it. */
const refusalsOf = (capabilities: readonly Capability[]): ReadonlyMap<string, Known> => {
  const known = new Map<string, Known>(
    Object.entries(ownRefusals).map(([code, entry]) => [code, { entry, operations: [], keyed: true }]),
  );
  for (const { endpoints } of capabilities) {
    for (const endpoint of Object.values(endpoints)) {
      for (const [code, entry] of Object.entries(endpoint.refusals)) {
        const { operations = [], keyed = false } = known.get(code) ?? {};
        known.set(code, { entry, operations: [...operations, endpoint.id], keyed: keyed || isCommand(endpoint) });
      }
    }
  }
  return new Map([...known].toSorted(([a], [b]) => a.localeCompare(b)));
};

const answeredBy = (operations: readonly string[]): string =>
  operations.length === 0 ? 'Every operation that it applies to.' : operations.map(operationLink).join(', ');

/** Only a contract's own refusals are remembered. A key that stands for another request is used by that one. */
const usesKey = (code: string, { entry, operations }: Known): boolean =>
  code === 'idempotency-key-reused' || (operations.length > 0 && rememberedKinds.has(entry.kind));

const keyOf = (code: string, known: Known): string => {
  if (!known.keyed) return '**Key: none** — the operations that answer it take no key.';
  if (usesKey(code, known)) return '**Key: used** — mend it under a new key.';
  const next = isRetryable(code) ? 'send the same request again' : 'mend it';
  return `**Key: not used** — ${next} under the same key.`;
};

const page = (code: string, known: Known): string => {
  const { entry, operations } = known;
  return `# ${code}

**${statusOf(entry)}** · ${entry.title} · ${entry.titleZh}

**What happened.** ${entry.happened}

**What to do.** ${entry.remedy}

${keyOf(code, known)}

**Example.**

\`\`\`json
${JSON.stringify(exampleOf(code, entry), null, 2)}
\`\`\`

**Answered by.** ${answeredBy(operations)}
`;
};

const list = (known: ReadonlyMap<string, Known>): string =>
  [
    '# Problems',
    '',
    'Every refusal is an RFC 9457 problem. Branch on `code`; `type` is the page below. `title` is in the language of',
    '`Accept-Language`: Chinese where it begins with `zh`, English otherwise. `detail` is English, but for the items of a',
    'refused basket, whose `errors[].detail` follows the language too.',
    '',
    '| Code | Status | Title |',
    '| --- | --- | --- |',
    ...[...known].map(([code, { entry }]) => `| [${code}](${code}.md) | ${statusOf(entry)} | ${entry.title} |`),
    '',
  ].join('\n');

/** A page for each refusal, and the list of all. */
export const problemFiles = (capabilities: readonly Capability[]): readonly (readonly [string, string])[] => {
  const known = refusalsOf(capabilities);
  return [
    ['problems/README.md', list(known)],
    ...[...known].map(([code, refusal]) => [`problems/${code}.md`, page(code, refusal)] as const),
  ];
};

import { finding, type Result } from './finding.ts';

/** A check that looked at nothing proves nothing, where there must be something. */
const mustLook: ReadonlySet<string> = new Set(['export', 'records', 'proof', 'kept']);

const settled = (result: Result): Result => {
  const { check, looked, findings } = result;
  if (looked > 0 || findings.length > 0 || !mustLook.has(check)) return result;
  return { ...result, findings: [finding(check, 'There is nothing here to verify.')] };
};

const summary = ({ check, looked, findings }: Result): string => {
  const verdict = findings.length === 0 ? 'ok' : `${findings.length} found`;
  return `${check.padEnd(14)} ${String(looked).padStart(9)} looked at   ${verdict}`;
};

/** The report as lines: one for each check, and a sentence for each finding; and whether all holds. */
export const reportOf = (
  results: readonly Result[],
): { readonly lines: readonly string[]; readonly holds: boolean } => {
  const all = results.map(settled);
  return {
    lines: all.flatMap((result) => [
      summary(result),
      ...result.findings.map(({ where, what }) => `  ${where}: ${what}`),
    ]),
    holds: all.every(({ findings }) => findings.length === 0),
  };
};

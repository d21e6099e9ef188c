import { runSeed, type SeedPlan, type SeedResult } from './run-seed.ts';

/** How many runs a shrinking may take: a story that is small enough is found long before. */
const runsMax = 160;

const breaksAlike = (result: SeedResult, first: SeedResult): boolean =>
  result.violations.some(({ invariant }) => invariant === first.violations[0]?.invariant);

/** Takes away what the failure does not need: kinds of faults first, then commands, as long as it fails alike. */
export const shrink = async (
  plan: SeedPlan,
  first: SeedResult,
  run: (smaller: SeedPlan) => Promise<SeedResult> = runSeed,
): Promise<{ readonly plan: SeedPlan; readonly result: SeedResult }> => {
  let best = { plan, result: first };
  let runs = 0;
  const attempt = async (smaller: SeedPlan): Promise<boolean> => {
    if (runs >= runsMax) return false;
    runs += 1;
    const result = await run(smaller);
    if (!breaksAlike(result, first)) return false;
    best = { plan: smaller, result };
    return true;
  };
  for (const name of first.faults.keys())
    await attempt({ ...best.plan, without: new Set([...(best.plan.without ?? []), name]) });
  for (let n = plan.commands; n >= 1; n -= 1)
    await attempt({ ...best.plan, skip: new Set([...(best.plan.skip ?? []), n]) });
  return best;
};

/** The smallest story of a failure, in words, with what to run to see it again. */
export const storyOf = ({
  plan,
  result,
}: {
  readonly plan: SeedPlan;
  readonly result: SeedResult;
}): readonly string[] => [
  `seed ${plan.seed}, ${plan.commands} commands, without commands ${[...(plan.skip ?? [])].join(' ') || 'none'}`,
  `faults that it needs: ${[...result.faults].map(([name, count]) => `${name} ${count}`).join(', ') || 'none'}`,
  ...result.story,
  ...result.violations.map(({ invariant, what }) => `${invariant} is broken: ${what}`),
];

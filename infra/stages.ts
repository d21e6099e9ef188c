/** Everything in which one deployment differs from another. */
export type Stage = {
  readonly name: string;
  /** Whether data outlive their stack, and cannot be deleted by mistake. */
  readonly keepsData: boolean;
  /** How long evidence cannot be changed or deleted: by nobody (`compliance`), or but by a privileged few. */
  readonly archive: { readonly mode: 'compliance' | 'governance'; readonly days: number };
  readonly logDays: 7 | 365;
  /** Requests per second that the front door takes, and how many at once; each operation may have a quarter of it. */
  readonly throttle: { readonly rate: number; readonly burst: number };
  /** Who issues access tokens, for whom, and where the public keys are. */
  readonly tokens: { readonly issuer: string; readonly audience: string; readonly jwksUrl: string };
  readonly docsUrl: string;
  /** From which address customers are written; its domain has to be a verified identity of SES in the Region. */
  readonly mail: { readonly from: string; readonly identity: string };
  /** Who is told when an alarm rings; operators may subscribe to the topic by other means. */
  readonly alarmEmail?: string;
};

const hostedAt = (domain: string) => ({
  tokens: {
    issuer: `https://api.${domain}`,
    audience: `https://api.${domain}`,
    jwksUrl: `https://api.${domain}/.well-known/jwks.json`,
  },
  docsUrl: `https://docs.${domain}`,
  mail: { from: `insurance@${domain}`, identity: domain },
});

const stages = {
  dev: (domain: string): Stage => ({
    name: 'dev',
    keepsData: false,
    archive: { mode: 'governance', days: 1 },
    logDays: 7,
    // A quarter of it still is more than one provider or ten addresses may ask (tests/infra/front-door.test.ts).
    throttle: { rate: 4_000, burst: 5_000 },
    ...hostedAt(domain),
  }),
  prod: (domain: string): Stage => ({
    name: 'prod',
    keepsData: true,
    // Policies and claims are kept for ten years after a contract has ended.
    archive: { mode: 'compliance', days: 3_653 },
    logDays: 365,
    // All that a new account gets in a Region.
    throttle: { rate: 10_000, burst: 5_000 },
    ...hostedAt(domain),
  }),
};

/** The stage of a name, under a domain of its own; each belongs in an account of its own. */
export const stageOf = (name: string, domain: string, alarmEmail?: string): Stage => {
  const known = Object.entries(stages).find(([one]) => one === name)?.[1];
  if (known === undefined)
    throw new Error(`There is no stage ${name}; there are ${Object.keys(stages).join(' and ')}.`);
  return { ...known(domain), ...(alarmEmail !== undefined && { alarmEmail }) };
};

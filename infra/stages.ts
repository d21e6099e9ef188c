import { stageTable } from './stage-table.ts';

/** Who holds what in which Region, and who writes. `home` is where a stage was put up first. */
export type Site = 'home' | 'standby';

/** Everything in which one deployment differs from another. */
export type Stage = {
  readonly name: string;
  /** The Region of each site; a stage without a standby has one. */
  readonly regions: { readonly home: string; readonly standby?: string };
  /** The one site whose functions may write; the other one's table refuses (decision 0015). */
  readonly writer: Site;
  /** The stream of the table's replica, known once it is there; without it the sweeper alone publishes there. */
  readonly standbyStream?: string;
  /** Whether data outlive their stack, and cannot be deleted by mistake. */
  readonly keepsData: boolean;
  /** How long evidence cannot be changed or deleted: by nobody (`compliance`), or but by a privileged few. */
  readonly archive: { readonly mode: 'compliance' | 'governance'; readonly days: number };
  readonly logDays: 7 | 30 | 365;
  /** Megabytes of a function: one that a checkout waits for, and any other. More memory is more processor. */
  readonly memoryMb: { readonly own: number; readonly shared: number };
  /**
   * How many of a function may run at once, by its name: set aside for it, and more than that it never gets. 0 turns a
   * function off. A function that is not named takes from what the account has left.
   */
  readonly reserved: Readonly<Record<string, number>>;
  /** How new code takes over: in one step, or a tenth of the calls first, and back when an alarm rings. */
  readonly deployment: 'all-at-once' | 'canary';
  /** Requests per second that the front door takes, and how many at once; each operation may have a quarter of it. */
  readonly throttle: { readonly rate: number; readonly burst: number };
  /** How many requests five minutes may bring from one address, and under one token, before the edge refuses more. */
  readonly flood: { readonly perAddress: number; readonly perToken: number };
  /** Under which domain people and programs know the stage, and the Route 53 zone where it is served there. */
  readonly domain: { readonly name: string; readonly zoneId?: string };
  readonly docsUrl: string;
  /** From which address customers are written; its domain has to be a verified identity of SES in the Region. */
  readonly mail: { readonly from: string; readonly identity: string };
  /** Dollars a month after which somebody is told. */
  readonly budgetUsd: number;
  /** The account of the platform and the one that keeps its daily export; a stage without has none. */
  readonly backups?: { readonly account: string; readonly vaultAccount: string };
  /** Who is told when an alarm rings; operators may subscribe to the topics by other means. */
  readonly alarmEmail?: string;
};

/** What a deployment says of itself, by the environment (docs/operations/infra.md). */
export type StageWish = {
  readonly name: string;
  readonly domain: string;
  readonly zoneId?: string | undefined;
  readonly regions?: { readonly home?: string | undefined; readonly standby?: string | undefined };
  readonly writer?: string | undefined;
  readonly standbyStream?: string | undefined;
  readonly account?: string | undefined;
  readonly vaultAccount?: string | undefined;
  readonly alarmEmail?: string | undefined;
};

const backupsOf = ({ account, vaultAccount }: StageWish, needed: boolean): Pick<Stage, 'backups'> => {
  if (!needed) return {};
  if (account === undefined || vaultAccount === undefined || account === vaultAccount)
    throw new Error(
      'This stage exports its table to another account every day: name its own account as BINDERY_ACCOUNT ' +
        'and the other one as BINDERY_VAULT_ACCOUNT.',
    );
  return { backups: { account, vaultAccount } };
};

const writerOf = ({ writer = 'home' }: StageWish, hasStandby: boolean): Site => {
  if (writer === 'home' || (writer === 'standby' && hasStandby)) return writer;
  throw new Error(`BINDERY_WRITER is ${writer}; it can be home${hasStandby ? ' or standby' : ' alone'}.`);
};

/** The stage of a name, under a domain of its own; each belongs in an account of its own. */
export const stageOf = (wish: StageWish): Stage => {
  const known = Object.entries(stageTable).find(([one]) => one === wish.name)?.[1];
  if (known === undefined)
    throw new Error(`There is no stage ${wish.name}; there are ${Object.keys(stageTable).join(', ')}.`);
  const { exports, regions: planned, ...fixed } = known;
  const home = wish.regions?.home ?? planned.home;
  const standby = wish.regions?.standby ?? ('standby' in planned ? planned.standby : undefined);
  if (home === standby)
    throw new Error(`The standby has to be in another Region than ${home}: BINDERY_STANDBY_REGION.`);
  return {
    ...fixed,
    name: wish.name,
    regions: { home, ...(standby !== undefined && { standby }) },
    writer: writerOf(wish, standby !== undefined),
    ...(wish.standbyStream !== undefined && { standbyStream: wish.standbyStream }),
    domain: { name: wish.domain, ...(wish.zoneId !== undefined && { zoneId: wish.zoneId }) },
    docsUrl: `https://docs.${wish.domain}`,
    mail: { from: `insurance@${wish.domain}`, identity: wish.domain },
    ...backupsOf(wish, exports),
    ...(wish.alarmEmail !== undefined && { alarmEmail: wish.alarmEmail }),
  };
};

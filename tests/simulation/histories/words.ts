/** How answers are told, by the model and of the platform, so that they can be compared and read. */

type Facts = Readonly<Record<string, string | undefined>>;

export const no = (code: string, facts: Facts = {}): string => {
  const said = Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`]));
  return `no: ${[code, ...said.toSorted()].join(', ')}`;
};

/** The code of a refusal that was told. */
export const codeOf = (told: string): string | undefined => /^no: ([a-z-]+)/.exec(told)?.[1];

export type Seen = {
  readonly status: string;
  readonly premium: string;
  readonly from: string | undefined;
  readonly milestones: Readonly<Record<string, string>>;
  readonly claims: number;
  readonly refunds: number;
};

export const policySeen = ({ status, premium, from, milestones, claims, refunds }: Seen): string => {
  const events = Object.entries(milestones)
    .map(([name, at]) => `${name} ${at}`)
    .toSorted();
  return [
    `policy ${status}, premium ${premium}, covered from ${from ?? 'nothing yet'}`,
    `${claims} claims, ${refunds} refunds`,
    ...events,
  ].join(', ');
};
export const otherBound = 'another policy pending';
export const cancellation = (rule: string, refund: number): string => `cancelled by ${rule}, ${refund} returned`;
/** What a preview shows, and the version that its token is good for. */
export const previewed = (version: number, refund: number): string => `${refund} would return, of version ${version}`;
export const claimTaken = (number: number): string => `claim ${number} registered`;
export const moneyTold = (outcome: string): string => `money ${outcome}`;

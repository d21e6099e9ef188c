import { finding, type Result, unless } from '../../../tools/verify/finding.ts';

/** No event was given up. Looked at: the operations whose counts the platform shows. */
export const checkDeadLetters = (letters: readonly unknown[], operations: number): Result => ({
  check: 'dead letters',
  looked: operations,
  findings: letters.map((letter) => {
    const { subscriber = 'a subscriber', reason = '' } = Object(letter);
    return finding(String(subscriber), `An event was given up: ${reason}`);
  }),
});

/** The platform died as often as was asked for, or the run has not shown what it was to show. */
export const checkKills = (wanted: number, happened: number): Result => ({
  check: 'kills',
  looked: happened,
  findings: unless(wanted === happened, 'kills', `${wanted} were asked for, and ${happened} happened.`),
});

/** A server that is alive answers; an error of its own is a bug even where a retry covers it up. */
export const checkErrors = (statuses: readonly (readonly [status: string, count: number])[]): Result => ({
  check: 'answers',
  looked: statuses.reduce((sum, [, count]) => sum + count, 0),
  findings: statuses.flatMap(([status, count]) =>
    unless(!/^5(?!03)\d\d$/.test(status), `status ${status}`, `The platform failed ${count} times by itself.`),
  ),
});

/** A check that looked at nothing has proved nothing. */
export const mustLook = (result: Result): Result =>
  result.looked > 0 || result.findings.length > 0
    ? result
    : { ...result, findings: [finding(result.check, 'There was nothing to look at.')] };

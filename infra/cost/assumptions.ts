/**
 * What no template and no run on this machine can say. Each is a number to be replaced by what the cloud shows:
 * `AWS/Lambda Duration`, `IncomingBytes` of the log groups, the bill itself.
 */
export const assumed = {
  /**
   * Milliseconds that a call is billed: what the chain took on one core, and five for each of up to four trips to the
   * table. `quote` touches no table.
   */
  msPerCall: { own: 20, http: 60, queue: 80, schedule: 500, split: 10 },
  /** What Lambda itself writes of a call: START, END and REPORT. */
  platformLogBytes: 350,
  /** What the front door writes of a request. */
  accessLogBytes: 300,
  /** An answer with its headers; a quote of one line has 1,981 bytes and a policy 880. */
  answerBytes: 2_000,
  /** Logs are kept compressed. */
  keptShare: 0.15,
  /** X-Ray takes the first call of each second and one in twenty of the others. */
  tracedShare: 0.05,
  /** A function keeps a secret for five minutes, so that few of its calls read one. */
  secretReadsPerCall: 0.001,
  /** The queue's share of a delivery where nothing is gathered: sent, received, deleted. */
  requestsPerMessage: 3,
  /** Lambda asks a queue that is empty with five pollers, three times a minute each. */
  pollsPerMinute: 15,
  /** How often a pipe asks each of so many shards of the stream; whether that is charged, no page says plainly. */
  streamReadsPerSecond: 4,
  shards: 1,
  /** What the audit of one record takes, which its line does not say: measured by tests/infra/cost/append.test.ts. */
  append: { writeUnits: 6, readUnits: 3 },
  /** Files in the inbox for each webhook: when it arrived, and what became of it. */
  inboxPuts: 2,
  /** How often a key is asked by a call: a person's key is made or unwrapped. */
  keyRequests: { registerCustomer: 2, bindPolicy: 1, reportClaim: 1, adjudicateClaim: 1, notifyCustomers: 1 },
  /** Outcomes of an operation that are seen in the same hour, each of which is a metric of its own. */
  outcomesSeen: { http: 3, queue: 2, schedule: 1 },
  minutesPerMonth: 43_800,
} as const;

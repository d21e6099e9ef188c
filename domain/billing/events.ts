import type { DomainEvent } from '../shared/decision.ts';

export type StatementEvent =
  | DomainEvent<
      'statement.closed',
      {
        readonly statementId: string;
        /** Feed positions `(after, until]` that the statement covers. */
        readonly after: number;
        readonly until: number;
        readonly lines: number;
        readonly total: number;
        readonly currency: string;
        readonly closedAt: string;
      }
    >
  | DomainEvent<
      'statement.settled',
      {
        readonly statementId: string;
        readonly amount: number;
        readonly currency: string;
        readonly reference: string;
        readonly settledAt: string;
      }
    >;

import * as z from 'zod';
import { Statement, StatementId } from '../../domain/billing/schema.ts';
import { listQuery } from '../_kit/queries/schema.ts';

export const StatementPath = z.strictObject({ statementId: StatementId });
export const StatementsQuery = listQuery(Statement.shape.status);

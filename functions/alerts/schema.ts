import * as z from 'zod';
import { Alert, AlertId } from '../../domain/alerts/schema.ts';
import { listQuery } from '../_kit/queries/schema.ts';

export const AlertPath = z.strictObject({ alertId: AlertId });
export const AlertsQuery = listQuery(Alert.shape.status);

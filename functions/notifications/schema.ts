import * as z from 'zod';
import { NotificationId, NotificationStatus } from '../../domain/notifications/schema.ts';
import { listQuery, ofCustomer, ofPolicy } from '../_kit/queries/schema.ts';

const { customerId } = ofCustomer;

export const NotificationPath = z.strictObject({ notificationId: NotificationId });
export const NotificationsQuery = listQuery(NotificationStatus).extend({ customerId, ...ofPolicy });

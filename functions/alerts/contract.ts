import { alertRefusals } from '../../domain/alerts/refusals.ts';
import { Alert, AlertPage, CloseAlert } from '../../domain/alerts/schema.ts';
import { pick } from '../../domain/shared/refusal.ts';
import { capability } from '../_kit/contract.ts';
import { AlertPath, AlertsQuery } from './schema.ts';

const params = AlertPath;

/** Everybody who works the book sees its alerts; only those who run it act on them. */
const watchers = ['operator', 'compliance', 'claims_handler', 'claims_approver', 'finance'];
const actors = ['operator', 'compliance', 'claims_approver', 'finance'];

export const alerts = capability('alerts', {
  endpoints: {
    listAlerts: {
      method: 'GET',
      path: '/alerts',
      summary: 'List the open alerts, or any by status, oldest first',
      caller: 'staff',
      roles: watchers,
      query: AlertsQuery,
      response: AlertPage,
      success: 200,
      refusals: {},
      reads: ['alert'],
      writes: [],
      emits: [],
      lists: ['queue', 'byKind'],
      uses: [],
      ifBroken: 'Nobody on duty sees what needs a person.',
    },
    getAlert: {
      method: 'GET',
      path: '/alerts/{alertId}',
      summary: 'Get an alert',
      caller: 'staff',
      roles: watchers,
      params,
      response: Alert,
      success: 200,
      object: 'alert',
      refusals: pick(alertRefusals, 'alert-not-found'),
      reads: ['alert'],
      writes: [],
      emits: [],
      uses: [],
      ifBroken: 'Nobody on duty can see what an alert is about.',
    },
    acknowledgeAlert: {
      method: 'POST',
      path: '/alerts/{alertId}/acknowledgement',
      summary: 'Take an alert on',
      caller: 'staff',
      roles: actors,
      params,
      response: Alert,
      success: 200,
      object: 'alert',
      refusals: pick(alertRefusals, 'alert-not-found', 'alert-state-refuses'),
      reads: ['alert'],
      writes: ['alert'],
      emits: ['alert.acknowledged'],
      uses: [],
      ifBroken: 'Two people work on one alert, or nobody does.',
    },
    closeAlert: {
      method: 'POST',
      path: '/alerts/{alertId}/closure',
      summary: 'Close an alert',
      caller: 'staff',
      roles: actors,
      params,
      body: CloseAlert,
      response: Alert,
      success: 200,
      object: 'alert',
      refusals: pick(alertRefusals, 'alert-not-found', 'alert-state-refuses'),
      reads: ['alert'],
      writes: ['alert'],
      emits: ['alert.closed'],
      uses: [],
      ifBroken: 'Alerts that are done with hide those that are not.',
    },
  },
  subscribers: {
    raiseAlerts: {
      summary: 'Raises an alert after every event that a person must look at',
      on: [
        'unmatched.received',
        'disbursement.unknown',
        'disbursement.check-due',
        'disbursement.failed',
        'disbursement.returned',
        'premium.unapplied',
        'claim.registered',
      ],
      reads: ['alert'],
      writes: ['alert'],
      emits: ['alert.raised'],
      uses: [],
      ifBroken: 'Money that nobody could book, and payouts with an unknown outcome, wait without anybody knowing.',
      promise: 'money-is-applied',
    },
  },
});

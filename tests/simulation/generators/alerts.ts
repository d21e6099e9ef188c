import type { alerts } from '../../../functions/alerts/contract.ts';
import { learnt } from '../known.ts';
import { type Generator, type Json, lists, paramsOf, person, reads } from './generator.ts';

const operator = person('operator');

export const alertsGenerators: Readonly<Record<keyof typeof alerts.endpoints, Generator>> = {
  listAlerts: {
    ...lists('listAlerts', {
      as: operator,
      learn: ({ items }, known) => {
        for (const one of items as readonly Json[]) learnt(known.alerts, String(one['alertId']));
      },
      filters: { status: ({ chance }) => chance.pick(['raised', 'acknowledged', 'closed']) },
    }),
    weight: 0.5,
  },
  getAlert: { ...reads('alertId', ({ alerts: all }) => all, operator), weight: 0.6 },
  acknowledgeAlert: {
    weight: 0.8,
    draw: (drawing) => {
      const named = paramsOf(drawing, 'alertId', ({ alerts: all }) => all);
      return named === undefined ? undefined : { ...named, as: operator };
    },
  },
  closeAlert: {
    weight: 0.5,
    draw: (drawing) => {
      const named = paramsOf(drawing, 'alertId', ({ alerts: all }) => all);
      return named === undefined ? undefined : { ...named, as: operator, body: { resolution: 'Looked at.' } };
    },
  },
};

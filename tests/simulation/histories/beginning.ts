import type { Chance } from '../chance.ts';
import type { Simulation } from '../simulation.ts';
import type { Theme } from './draw-clients.ts';
import type { World } from './operation.ts';
import type { Sold } from './sale.ts';
import type { State } from './state.ts';

/** How the story begins; each costs requests, so that only some histories have each. */
export type Beginning = {
  readonly theme: Theme;
  readonly collection: 'partner' | 'provider';
  readonly shipped: boolean;
  readonly expired: boolean;
  readonly waybillUsed: boolean;
};

export const beginningOf = (chance: Chance): Beginning => {
  const theme = chance.pick(['anything', 'cancellation', 'cover'] as const);
  return {
    ...{ theme, collection: chance.happens(0.6) ? 'partner' : 'provider' },
    // What was shipped cannot be cancelled any more.
    shipped: chance.happens({ anything: 0.2, cancellation: 0, cover: 0.5 }[theme]),
    ...{ expired: chance.happens(0.06), waybillUsed: chance.happens(0.12) },
  };
};

/** What is certain about what was sold. */
export const worldOf = ({ clock }: Simulation, { view, usedWaybill }: Sold, expired: boolean): World => ({
  ...{ now: clock.now(), boundAt: String(view['boundAt']), gross: Object(view['invoice']).gross.amount, usedWaybill },
  ...{ to: expired ? String(Object(view['period']).to) : '9999', offerStands: !expired },
});

/** The policy as it was answered last before the history. */
export const startOf = ({ view, version }: Sold): State => ({
  version,
  ...{
    life: view['status'] as State['life'],
    premium: Object(view['invoice']).status,
    claims: [],
    taken: [],
    kept: [],
  },
  ...{ milestones: view['milestones'] as State['milestones'], told: {}, refunds: 0, otherIsBound: false },
  ...(Object(view['period']).from !== undefined && { from: Object(view['period']).from }),
});

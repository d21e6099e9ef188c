import { clockRefusals } from '../../domain/clock/refusals.ts';
import { AdvanceClock } from '../../domain/clock/schema.ts';
import { ClockView, SandboxTime } from '../../domain/clock/view/schema.ts';
import { sandboxRefusals } from '../../domain/shared/sandbox/refusals.ts';
import { capability } from '../_kit/contract.ts';
import { SandboxTimePath } from './schema.ts';

const partner = { caller: 'partner', response: ClockView } as const;

export const clock = capability('clock', {
  endpoints: {
    getClock: {
      ...partner,
      method: 'GET',
      path: '/clock',
      summary: 'Get the time of your sandbox',
      scope: 'clock:read',
      success: 200,
      refusals: sandboxRefusals,
      reads: ['clock'],
      writes: [],
      emits: [],
      uses: [],
      ifBroken: 'Partners cannot see what time it is in their sandbox.',
    },
    advanceClock: {
      ...partner,
      method: 'POST',
      path: '/clock/advance',
      summary: 'Set or advance the time of your sandbox',
      description:
        'Sets the clock to an instant, or moves it on by a span. Everything due on the way is done in its order and ' +
        'at its own instant: cover begins and ends, reminders go out, unpaid contracts lapse, webhooks are tried ' +
        'again. It answers at once; ask GET /v1/clock until the status is `ready`.',
      scope: 'clock:write',
      body: AdvanceClock,
      success: 202,
      refusals: { ...sandboxRefusals, ...clockRefusals },
      reads: ['clock'],
      writes: ['clock'],
      emits: ['clock.advance-requested'],
      uses: [],
      ifBroken: 'Partners cannot rehearse what takes time.',
    },
    getSandboxTime: {
      method: 'GET',
      path: '/tenants/{tenantId}/clock',
      summary: 'Get what time it is in a sandbox',
      description: 'Open, as the wall is: functions that read no table ask it, and so may anybody who tests by it.',
      caller: 'public',
      params: SandboxTimePath,
      response: SandboxTime,
      success: 200,
      refusals: sandboxRefusals,
      limit: { perSecond: 200, burst: 400 },
      reads: [],
      writes: [],
      emits: [],
      uses: [],
      ifBroken: 'Sandboxes get no quotes, for nobody can say what time it is there.',
    },
  },
  subscribers: {
    driveClock: {
      summary: 'Moves a sandbox’s clock from one due instant to the next, and has done what is due at each',
      on: ['clock.advance-requested', 'clock.advance-continued'],
      reads: ['clock'],
      writes: ['clock'],
      emits: ['clock.advance-continued', 'clock.advanced'],
      internals: ['due', 'clock'],
      // Rest is known by the end of the feed, which lies beside the mark of the checkpoints.
      lists: ['checkpoint'],
      uses: ['bus', 'reactions'],
      ifBroken: 'A sandbox’s time stands still, and its partner waits for an advance that never ends.',
    },
  },
  schedules: {
    drainDue: {
      summary: 'Tells the capabilities what they have due: of live tenants by minute, of sandboxes by their own time',
      everyMinutes: 1,
      reads: [],
      writes: [],
      emits: [],
      internals: ['due', 'tenants', 'clock'],
      uses: ['bus'],
      ifBroken: 'Cover does not begin or end on time, and payouts with an unknown outcome are not looked after.',
      promise: 'money-is-applied',
    },
  },
});

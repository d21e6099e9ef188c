import type { Mutant } from '../mutant.ts';

const drive = 'functions/clock/drive.ts';

/** Bugs of a sandbox's time. */
export const clockMutants: readonly Mutant[] = [
  {
    name: 'writes what was decided before the clock was moved',
    from: 7,
    breaks: ['D6'],
    file: 'functions/_storage/commit.ts',
    text: 'now === undefined || !isSandbox(tenant)',
    by: 'now === undefined || tenant !== undefined',
  },
  {
    name: 'does what is due on the way at the end of the way',
    from: 52,
    breaks: ['D6'],
    file: drive,
    text: '{ at: laterOf(next.at, mark.at) });',
    by: '{ at: laterOf(to, mark.at) });',
  },
  {
    name: 'goes to the end of the way past what is due',
    from: 52,
    breaks: ['D6'],
    file: drive,
    text: 'if (next === undefined) {',
    by: 'if (next === undefined || next !== undefined) {',
  },
];

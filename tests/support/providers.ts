import type { Disbursement, PaymentProvider, ProviderAnswer } from '../../functions/_kit/services.ts';

type Mode = 'succeeds' | 'fails' | 'is-pending' | 'never-answers' | 'pays-without-answering';

/** A payment provider that misbehaves as told; it remembers every instruction, so that money sent twice is seen. */
export const aProvider = () => {
  const sent: Disbursement[] = [];
  const paid = new Map<string, ProviderAnswer>();
  const state: { mode: Mode; finds: number } = { mode: 'succeeds', finds: 0 };

  const send = async (instruction: Disbursement): Promise<ProviderAnswer> => {
    sent.push(instruction);
    if (state.mode === 'never-answers') throw new Error('time-out');
    if (state.mode === 'fails') return { status: 'failed', providerId: 're_1', reason: 'account_closed' };
    const answer = {
      status: state.mode === 'is-pending' ? 'pending' : 'succeeded',
      providerId: `re_${paid.size + 1}`,
    } as const;
    paid.set(instruction.key, paid.get(instruction.key) ?? answer);
    if (state.mode === 'pays-without-answering') throw new Error('time-out');
    return paid.get(instruction.key) ?? answer;
  };

  const provider: PaymentProvider = {
    send,
    find: async ({ reference }) => {
      state.finds += 1;
      return paid.get(reference);
    },
  };
  return {
    provider,
    sent,
    paid,
    finds: () => state.finds,
    behave: (mode: Mode) => {
      state.mode = mode;
    },
  };
};

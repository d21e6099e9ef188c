import type { customers } from '../../../functions/customers/contract.ts';
import { type Known, learnt } from '../known.ts';
import { batches } from './batches.ts';
import { type Generator, reads } from './generator.ts';

/** The names and numbers by which a leak would be seen. Some have no address to be written to. */
export const personOf = (serial: number) => ({
  name: `王小明${serial}`,
  identity: { type: 'passport', number: `CANARY${String(serial).padStart(6, '0')}` },
  phone: `+86138001${String(serial).padStart(5, '0')}`,
  ...(serial % 6 !== 0 && { email: `canary${serial}@example.com` }),
});

const known = ({ customers }: Known): readonly string[] => customers;

const registerCustomer: Generator = {
  weight: 1.5,
  draw: ({ known, chance, serial }) => {
    const again = known.people.length > 0 && chance.happens(0.15);
    const number = again ? chance.pick(known.people) : serial();
    known.people.push(number);
    return { body: { ...personOf(number), locale: chance.pick(['en', 'zh-CN']) } };
  },
  learn: (answer, known) => learnt(known.customers, String(answer['customerId'])),
};

export const customersGenerators: Readonly<Record<keyof typeof customers.endpoints, Generator>> = {
  registerCustomer,
  batchCustomers: batches({ registerCustomer }),
  findCustomer: {
    weight: 0.3,
    draw: ({ known, chance }) =>
      known.people.length === 0
        ? undefined
        : { body: { identityNumber: personOf(chance.pick(known.people)).identity.number } },
  },
  getCustomer: {
    ...reads('customerId', known),
    draw: (drawing) => {
      const asked = reads('customerId', known).draw(drawing);
      return asked === undefined || drawing.chance.happens(0.6) ? asked : { ...asked, query: { include: 'policies' } };
    },
  },
};

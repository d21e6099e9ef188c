import { describe, expect, it } from 'vitest';
import { customerDetail, customerView } from '../../../../domain/customers/view/customer-view.ts';

const customer = {
  customerId: `cus_${'0'.repeat(26)}`,
  locale: 'zh-CN',
  registeredAt: '2026-11-23T08:00:00.000Z',
  personal: 'jwe',
} as const;
const personal = {
  name: '王小明',
  phone: '+8613800138000',
  identity: { type: 'passport', number: 'E12345678' },
  email: 'xm@example.com',
} as const;
const { personal: _sealed, ...plain } = customer;

describe('a customer as others see one', () => {
  it('is shown without the personal data, sealed or open', () => {
    expect(customerView(customer)).toEqual(plain);
  });

  it('shows the ends of the personal data to those who may recognise a person', () => {
    expect(customerDetail(customer, personal, false)).toEqual({
      ...plain,
      masked: true,
      personal: {
        name: '王*明',
        phone: '+8**********00',
        identity: { type: 'passport', number: 'E1*****78' },
        email: 'xm**********om',
      },
    });
    const { name, phone } = personal;
    expect(customerDetail(customer, { name, phone }, false).personal).toEqual({
      name: '王*明',
      phone: '+8**********00',
    });
  });

  it('shows all of them to those who may read them', () => {
    expect(customerDetail(customer, personal, true)).toEqual({ ...plain, masked: false, personal });
  });
});

/** A buyer as a shop would register one. */
export const aPerson = (change: object = {}) => ({
  name: '王小明',
  identity: { type: 'cn-resident-id', number: '11010519491231002X' },
  phone: '+8613800138000',
  email: 'xiaoming.wang@example.com',
  locale: 'zh-CN',
  ...change,
});

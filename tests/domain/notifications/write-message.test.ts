import { describe, expect, it } from 'vitest';
import { writeMessage } from '../../../domain/notifications/write-message.ts';

describe('writeMessage', () => {
  it('keeps a subject on one line, whatever a name brings along', () => {
    const { subject } = writeMessage(
      { subject: 'For {{name}}', text: ['x'] },
      { name: 'Eve\r\nBcc: all@example.com\u0000\u2028x' },
    );
    expect(subject).toBe('For Eve Bcc: all@example.com x');
  });

  it('leaves no hole where a section is left out', () => {
    const text = ['A', '', '{{#refund}}', '{{refund}}', '{{/refund}}', '', 'B', ''];
    expect(writeMessage({ subject: 's', text }, { refund: undefined }).text).toBe('A\n\nB');
    expect(writeMessage({ subject: 's', text }, { refund: 'CNY 1.00' }).text).toBe('A\n\nCNY 1.00\n\nB');
  });
});

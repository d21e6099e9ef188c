import type { Heard } from '../stage/ground.ts';
import type { Fault } from './answers.ts';

/** What was kept under a key is answered again, byte for byte, and does nothing more. */
export const repeatFaults = (first: Heard, second: Heard): readonly Fault[] => {
  const [before, after] = [first.answer, second.answer];
  const same = before?.statusCode === after?.statusCode && before?.body === after?.body;
  return [
    ...(same
      ? []
      : [
          {
            rule: 'same-again',
            what: `${before?.statusCode} became ${after?.statusCode} ${after?.body.slice(0, 300)}.`,
          },
        ]),
    ...(second.changes.length === 0
      ? []
      : [{ rule: 'once', what: `Sent again, it wrote ${second.changes.map(({ key }) => `${key.pk} ${key.sk}`)}.` }]),
  ];
};

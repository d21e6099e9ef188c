import { expect, it } from 'vitest';
import { connect } from '../../../local/engine/connect.ts';

it('a client of an engine prepares nothing for a log that nobody reads', () => {
  const client = connect('http://127.0.0.1:1');
  const steps = client.middlewareStack.identify().join('\n');
  client.destroy();
  // What the client is made with is there, so this looks at the right list.
  expect(steps).toMatch(/retryMiddleware|recursionDetection/i);
  expect(steps).not.toMatch(/logger/i);
});

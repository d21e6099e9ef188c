import type { Services } from './services.ts';
import { isSignal, raise } from './signals.ts';

/**
 * Asks somebody outside: KMS, a keeper of secrets, a provider. Their failure decides nothing here, so the command ends
 * as unavailable, and the caller may send it again.
 */
export const outside = async <T>(ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask();
  } catch (thrown) {
    if (isSignal(thrown)) throw thrown;
    return raise({ signal: 'unavailable' }, thrown);
  }
};

const guarded = <S extends object>(service: S): S =>
  new Proxy(service, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name);
      return typeof method === 'function'
        ? (...given: readonly unknown[]) => outside(() => Reflect.apply(method, target, given))
        : method;
    },
  });

const known = new WeakMap<Services, Services>();

/** The services as handlers see them: what fails in one of them is a failure of somebody else's, and no bug of ours. */
export const guardedServices = (services: Services): Services => {
  const before = known.get(services);
  if (before !== undefined) return before;
  const entries = Object.entries(services).map(([name, service]) => [name, guarded<object>(service)]);
  const made: Services = Object.fromEntries(entries);
  known.set(services, made);
  return made;
};

import { givenOver } from './asynchronous.ts';
import { keptBesides, keptSafely } from './at-rest.ts';
import { narrowlyAllowed } from './least-privilege.ts';
import { nothingSecret } from './nothing-secret.ts';
import { routedRightly } from './patterns.ts';

// One synthesis of both Regions takes as long as all that is asked of it, so everything is asked of the same one.
keptSafely();
keptBesides();
givenOver();
routedRightly();
narrowlyAllowed();
nothingSecret();

import { showAlarms } from './alarms.js';
import { showCharts, showOperations } from './charts.js';
import { showLetters } from './letters.js';
import { at, count, element, fill, getJson, row, when } from './show.js';

const soonMs = 10_000;
/** Charts are drawn less often than alarms are judged: a minute is their finest step. */
const chartsEvery = 3;

const alertRow = ({ severity, raisedAt, cause, subject, tenant, alertId, status }) =>
  row(
    element('span', { class: `badge ${severity}` }, severity),
    when(raisedAt),
    cause,
    subject,
    tenant,
    alertId,
    status,
  );

const showAlerts = async () => {
  const alerts = await getJson('/ops/alerts');
  if (alerts === null)
    return fill('alert-rows', [
      row('', '', 'They are not shown here: the insurer’s people read GET /v1/alerts.', '', '', '', ''),
    ]);
  fill('alert-rows', alerts.length === 0 ? [row('', '', 'None is open.', '', '', '', '')] : alerts.map(alertRow));
  count('alert-count', alerts.length);
};

const look = async (withCharts) => {
  showAlarms(await getJson('/ops/alarms'));
  await Promise.all([showLetters(), showAlerts()]);
  if (!withCharts) return;
  await showOperations();
  await showCharts();
};

// What scrolls by itself has to be reached by keyboard.
for (const part of document.querySelectorAll('.wide')) part.tabIndex = 0;

let rounds = 0;
let looking = false;

const round = async () => {
  // A page that nobody looks at asks for nothing.
  if (document.hidden || looking) return;
  looking = true;
  try {
    await look(rounds % chartsEvery === 0);
    rounds += 1;
    at('fresh').textContent = `As of ${new Date().toLocaleTimeString('en-GB')}; looks again every ten seconds.`;
    at('fresh').className = 'faint';
  } catch (thrown) {
    at('fresh').textContent = `What is shown is old: ${thrown.message}.`;
    at('fresh').className = 'wrong';
  } finally {
    looking = false;
  }
};

const rounding = async () => {
  await round();
  setTimeout(rounding, soonMs);
};
document.addEventListener('visibilitychange', () => void round());
void rounding();

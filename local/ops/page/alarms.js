import { ago, at, count, element, fill, row, when } from './show.js';

const shownAtFirst = 25;
let showsAll = false;
let latest = { alarms: [], changes: [] };

const words = { ALARM: 'ringing', OK: 'quiet', INSUFFICIENT_DATA: 'unknown' };
const severities = ['red', 'orange', 'yellow'];

/** How an alarm looks: by its severity while it rings, quiet or unknown otherwise. */
const lookOf = ({ state, severity, measured }) => {
  if (!measured) return 'unknown';
  if (state === 'ALARM') return severity;
  return state === 'OK' ? 'quiet' : 'unknown';
};
const badge = (alarm) => {
  const said = alarm.measured ? words[alarm.state] : 'not measured here';
  const text = alarm.state === 'ALARM' ? `${alarm.severity}: ${said}` : said;
  return element('span', { class: `badge ${lookOf(alarm)}` }, text);
};
const runbook = ({ runbook: page }) => element('a', { href: `/${page.replace(/\.md$/, '')}` }, 'runbook');

const bySeverity = (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity);
const urgentFirst = (a, b) =>
  Number(b.state === 'ALARM') - Number(a.state === 'ALARM') || bySeverity(a, b) || a.subject.localeCompare(b.subject);

const promiseCard = (alarm) => {
  const kept = { ALARM: 'broken', OK: 'kept', INSUFFICIENT_DATA: 'unknown' }[alarm.state];
  const isBroken = alarm.state === 'ALARM';
  const detail = isBroken ? alarm.reason : `${alarm.parts.length} alarms stand behind it.`;
  return element(
    'article',
    { class: `card ${lookOf(alarm)}` },
    element('h3', {}, alarm.subject),
    element('p', {}, element('span', { class: `badge ${lookOf(alarm)}` }, kept), ' ', ago(alarm.since)),
    isBroken ? element('p', {}, alarm.says) : undefined,
    element('p', { class: 'faint' }, detail, ' ', runbook(alarm)),
  );
};

const ringingCard = (alarm) =>
  element(
    'article',
    { class: `card ${lookOf(alarm)}` },
    element('h3', {}, alarm.subject, ' ', badge(alarm)),
    element('p', {}, element('strong', {}, 'Who is hurt: '), alarm.says),
    element('p', {}, element('strong', {}, 'What was seen: '), alarm.reason, ' Since ', ago(alarm.since), '.'),
    element('p', {}, element('strong', {}, 'How to look: '), alarm.look),
    element('p', {}, element('strong', {}, 'How to mend: '), runbook(alarm)),
  );

const alarmRow = (alarm) =>
  row(
    badge(alarm),
    element(
      'td',
      {},
      alarm.subject,
      ' ',
      element('small', {}, runbook(alarm)),
      element('div', { class: 'faint' }, alarm.says),
    ),
    when(alarm.since),
    alarm.reason,
  );

const isWanted = (alarm) => {
  const find = at('find').value.trim().toLowerCase();
  const state = at('state').value;
  const severity = at('severity').value;
  if (state === 'elsewhere' && alarm.measured) return false;
  if (state !== '' && state !== 'elsewhere' && (alarm.state !== state || !alarm.measured)) return false;
  if (severity !== '' && alarm.severity !== severity) return false;
  return find === '' || `${alarm.subject} ${alarm.says} ${alarm.reason}`.toLowerCase().includes(find);
};

const showTable = () => {
  const wanted = latest.alarms.filter(isWanted).toSorted(urgentFirst);
  const shown = showsAll ? wanted : wanted.slice(0, shownAtFirst);
  fill('alarm-rows', shown.length === 0 ? [row('', 'No alarm is like that.', '', '')] : shown.map(alarmRow));
  at('alarm-count').textContent = `(${wanted.length} of ${latest.alarms.length})`;
  at('more-alarms').hidden = shown.length === wanted.length;
  at('more-alarms').textContent = `Show all ${wanted.length}`;
};

const changeRow = ({ at: instant, subject, severity, from, to, reason }) =>
  row(when(instant), `${subject} (${severity})`, `${words[from]} → ${words[to]}`, reason);

const nothingRings = () =>
  element(
    'p',
    { class: 'card quiet' },
    'Nothing rings. Every alarm that is measured here is quiet or has nothing to say.',
  );
const noPromises = () => element('p', { class: 'faint' }, 'The templates define no promises.');

export const showAlarms = (told) => {
  latest = told;
  const promises = told.alarms.filter(({ kind }) => kind === 'promise').toSorted(bySeverity);
  const ringing = told.alarms.filter(({ kind, state }) => kind === 'alarm' && state === 'ALARM').toSorted(urgentFirst);
  fill('promises', promises.length === 0 ? [noPromises()] : promises.map(promiseCard));
  fill('ringing', ringing.length === 0 ? [nothingRings()] : ringing.map(ringingCard));
  fill('change-rows', told.changes.map(changeRow));
  count('change-count', told.changes.length);
  at('source').textContent = `of ${told.source}`;
  const worst = told.alarms.filter(({ state }) => state === 'ALARM').toSorted(bySeverity)[0];
  at('light').className = `light ${worst?.severity ?? 'quiet'}`;
  document.title = ringing.length === 0 ? 'Bindery operations' : `(${ringing.length}) Bindery operations`;
  showTable();
};

for (const id of ['find', 'state', 'severity']) at(id).addEventListener('input', showTable);
at('more-alarms').addEventListener('click', () => {
  showsAll = true;
  showTable();
});

import { ago, at, count, element, fill, getJson, postJson, row, when } from './show.js';

const root = '/ops/dead-letters';
const shownAtFirst = 25;
let showsAll = false;
let latest = [];
let open;

const say = (sentence) => {
  at('ask-wrong').textContent = sentence;
};

const sentences = {
  'already-settled': 'Somebody has decided about it meanwhile.',
  'not-found': 'It is not there any more.',
  'reason-too-short': 'Say in at least ten characters why it may be dropped.',
};

const unanswered = { ok: false, answer: { error: 'Nobody answered: does the platform still run?' } };

const settle = async (path, body) => {
  const { ok, answer } = await postJson(`${root}/${path}`, body).catch(() => unanswered);
  if (!ok) return say(sentences[answer.status] ?? answer.why ?? answer.error ?? 'It did not work.');
  at('ask').close();
  return showLetters();
};

const show = (letter) => {
  open = letter;
  say('');
  at('ask-title').textContent = `${letter.subscriber}: ${letter.event?.type ?? letter.kind}`;
  at('ask-body').textContent = JSON.stringify(letter, undefined, 2);
  at('ask-reason').value = '';
  at('ask').showModal();
};

const letterItem = (letter) =>
  element(
    'div',
    { class: 'letter' },
    element(
      'div',
      {},
      element(
        'p',
        {},
        element('strong', {}, letter.subscriber),
        ` ${letter.event?.type ?? letter.kind} `,
        ago(letter.at),
      ),
      element('p', { class: 'faint' }, letter.reason ?? letter.queue),
    ),
    element(
      'p',
      { class: 'buttons' },
      element('button', { type: 'button', 'data-id': letter.id, onclick: () => show(letter) }, 'Look at it'),
    ),
  );

const settledRow = ({ when: instant, letter, how, who, why = '' }) =>
  row(when(instant), `${letter.subscriber} ${letter.event?.type ?? letter.kind}`, how, who, why);

const showList = () => {
  const shown = showsAll ? latest : latest.slice(0, shownAtFirst);
  fill('letter-list', shown.length === 0 ? [element('p', {}, 'There are none.')] : shown.map(letterItem));
  at('more-letters').hidden = shown.length === latest.length;
  at('more-letters').textContent = `Show all ${latest.length}`;
};

export const showLetters = async () => {
  const [letters, settled] = await Promise.all([getJson(root), getJson(`${root}/settled`)]);
  latest = letters;
  showList();
  fill('settled-rows', settled.map(settledRow));
  count('letter-count', letters.length);
  count('settled-count', settled.length);
};

at('more-letters').addEventListener('click', () => {
  showsAll = true;
  showList();
});
at('ask-cancel').addEventListener('click', () => at('ask').close());
at('ask-replay').addEventListener('click', () => void settle('replay', { id: open.id }));
at('ask-drop').addEventListener('click', () => {
  const reason = at('ask-reason').value.trim();
  // Said here at once; the platform would say the same.
  if (reason.length < Number(at('ask-reason').minLength)) say(sentences['reason-too-short']);
  else void settle('drop', { id: open.id, reason });
});

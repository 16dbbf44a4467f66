// Keeps what is typed as a draft whenever typing pauses, and shows it in the preview. What the server could not take stays in this
// browser until it can.
const editor = document.querySelector('[data-editor]');
const form = document.querySelector('#copy');
const said = document.querySelector('[data-saved]');
const preview = document.querySelector('[data-preview]');
const place = `manset-story-${editor.dataset.story}`;
const pause = 700;

let timer, sending, changed = false, leaving = false;

const fields = () => [...form.elements].filter((field) =>
  field.name && field.type !== 'file' && field.type !== 'hidden' && field.type !== 'checkbox' && !['note', 'override'].includes(field.name));
const say = (text, sad = false) => { said.textContent = text; said.classList.toggle('bad', sad); };
const clock = () => new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', second: '2-digit' });

function copy() {
  const sent = new FormData(form);
  sent.delete('upload');
  return new URLSearchParams(sent);
}

function remember() {
  try {
    const typed = Object.fromEntries(fields().map((field) => [field.name, field.value]));
    localStorage.setItem(place, JSON.stringify({ seen: form.elements.seen.value, typed }));
  } catch { /* No room, or not allowed: the server's copy is the one that counts. */ }
}

async function keep(last = false) {
  clearTimeout(timer);
  if (!changed || leaving) return;

  changed = false;
  sending?.abort();
  sending = last ? undefined : new AbortController();
  say(said.dataset.keeping);
  try {
    const answer = await fetch(editor.dataset.draft, {
      method: 'POST', body: copy(), keepalive: last, signal: sending?.signal, headers: { 'X-Requested-With': 'XMLHttpRequest' },
    });
    if (answer.status === 422) { changed = true; say(await answer.json(), true); return; }
    if (!answer.ok) throw new Error(`${answer.status}`);

    if (!changed) localStorage.removeItem(place);
    say(`${said.dataset.kept} ${clock()}`);
    preview.contentWindow.location.reload();
  } catch (fault) {
    if (fault.name === 'AbortError') return;
    changed = true;
    say(said.dataset.local, true);
  }
}

function count() {
  for (const field of form.querySelectorAll('[data-count]')) {
    const words = field.value.match(/\S+/g)?.length ?? 0;
    form.querySelector(`[data-counter="${field.dataset.count}"]`).textContent = `${words} / ${field.value.length}`;
  }
}

function restore() {
  const left = JSON.parse(localStorage.getItem(place) ?? 'null');
  if (!left) return;
  if (fields().every((field) => (left.typed[field.name] ?? field.value) === field.value)) { localStorage.removeItem(place); return; }

  for (const field of fields()) if (field.name in left.typed) field.value = left.typed[field.name];
  form.elements.seen.value = left.seen;
  changed = true;
  keep().then(() => say(said.dataset.found));
}

function typed() {
  changed = true;
  remember();
  count();
  clearTimeout(timer);
  timer = setTimeout(keep, pause);
}

function leave(event) {
  if (leaving) { event.preventDefault(); return; }
  leaving = true;
  clearTimeout(timer);
  sending?.abort();
  localStorage.removeItem(place);
}

count();
if (said) {
  restore();
  form.addEventListener('input', typed);
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') keep(true); });
  addEventListener('pagehide', () => keep(true));

  // The form itself carries everything: a draft that came after it would stand in its way.
  for (const sent of [form, ...document.querySelectorAll('[data-drop]')]) sent.addEventListener('submit', leave);
  // A page that comes back by the browser's back button is not leaving any more.
  addEventListener('pageshow', () => { leaving = false; });

  // These are one line, however long: Enter must not break them.
  for (const line of form.querySelectorAll('[data-line]'))
    line.addEventListener('keydown', (event) => { if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault(); });
}

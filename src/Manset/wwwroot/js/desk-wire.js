// The wire list as it happens. What is new goes on top while the reader is at the top with empty hands; else it waits behind a bar.
// Where no line can be kept open, the server is asked now and then how many wait.
const live = document.querySelector('[data-live]');
const table = document.querySelector('[data-wire]');
const body = table?.tBodies[0];
const empty = document.querySelector('[data-empty]');
const title = document.title;
const longest = 300, patience = 30_000, top = 80;

const waiting = new Map();
const unseen = new Set();
let place, source, asking, audio;

const bar = live?.querySelector('[data-show]');
const anew = live?.querySelector('[data-anew]');
const said = live?.querySelector('[data-said]');
const words = (count) => count === 1 ? live.dataset.one : live.dataset.many.replace('{0}', count);
const find = (thread) => [...body.rows].find((row) => row.dataset.thread === thread);
const busy = () => scrollY > top || body.contains(document.activeElement) || body.matches(':hover') || document.querySelector('dialog[open]');

function made(html) {
  const holder = document.createElement('template');
  holder.innerHTML = html;
  return holder.content.querySelector('tr');
}

function replace(old, html) {
  const held = old.contains(document.activeElement);
  const row = made(html);
  old.replaceWith(row);
  if (held) row.querySelector('[data-open]')?.focus({ preventScroll: true });
}

function put(html) {
  const row = made(html);
  row.classList.add('fresh');
  body.prepend(row);
  table.hidden = false;
  if (empty) empty.hidden = true;
  while (body.rows.length > longest) body.lastElementChild.remove();
}

function show() {
  for (const html of waiting.values()) put(html);
  waiting.clear();
  tell();
  scrollTo({ top: 0, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  body.querySelector('[data-open]')?.focus({ preventScroll: true });
}

function tell() {
  bar.hidden = waiting.size === 0;
  bar.textContent = waiting.size > 0 ? words(waiting.size) : '';
  count();
}

function count() {
  const many = Math.max(unseen.size, waiting.size);
  document.title = many > 0 ? `(${many}) ${title}` : title;
}

function call(news) {
  for (const id of news.calls ?? []) {
    const tab = document.querySelector(`[data-tab="${id}"]`);
    if (!tab) continue;
    const badge = tab.querySelector('[data-unseen]');
    if (tab.getAttribute('aria-current') !== 'page') {
      badge.textContent = badge.dataset.unseen = Number(badge.dataset.unseen) + 1;
      badge.hidden = false;
    }
    if (tab.dataset.sound) sound(tab.dataset.sound);
    if (tab.dataset.notice && 'Notification' in window && Notification.permission === 'granted')
      new Notification(news.headline ?? '', { body: tab.dataset.notice, tag: news.thread });
  }
}

async function sound(address) {
  try {
    audio ??= new AudioContext();
    const bytes = await (await fetch(address)).arrayBuffer();
    const played = audio.createBufferSource();
    played.buffer = await audio.decodeAudioData(bytes);
    played.connect(audio.destination);
    played.start();
    live.dataset.sounded = Number(live.dataset.sounded ?? 0) + 1;
  } catch { /* A browser that nobody has touched yet makes no sound. */ }
}

function hear(event) {
  place = event.lastEventId || place;
  const news = JSON.parse(event.data);
  if (news.silence != null) document.querySelector('[data-silence]').innerHTML = news.silence;
  if (news.many) return behind(news.many);
  if (!news.thread) return;

  call(news);
  const old = find(news.thread);
  if (!news.row) {
    waiting.delete(news.thread);
    old?.remove();
  } else if (old) replace(old, news.row);
  else if (waiting.has(news.thread)) waiting.set(news.thread, news.row);
  else if (news.fresh) {
    if (document.hidden || news.calls?.length) unseen.add(news.thread);
    if (busy()) waiting.set(news.thread, news.row);
    else put(news.row);
    said.textContent = words(Math.max(waiting.size, 1));
  }
  tell();
}

function behind(many) {
  anew.hidden = many === 0;
  anew.textContent = many > 0 ? words(many) : '';
  if (many > 0) said.textContent = words(many);
}

async function ask() {
  try {
    const address = new URL(live.dataset.count, location.href);
    address.searchParams.set('after', place);
    const answer = await fetch(address);
    if (answer.ok && !answer.redirected) behind(await answer.json());
  } catch { /* Asked again soon. */ }
}

function listen() {
  const address = new URL(live.dataset.stream, location.href);
  address.searchParams.set('after', place);
  source = new EventSource(address);
  source.addEventListener('wire', hear);
  source.addEventListener('open', () => { clearInterval(asking); asking = undefined; live.dataset.state = 'open'; });
  source.addEventListener('error', () => {
    live.dataset.state = 'lost';
    asking ??= setInterval(() => { ask(); if (source.readyState === EventSource.CLOSED) listen(); }, patience);
  });
}

if (live) {
  place = live.dataset.place;
  bar.addEventListener('click', show);
  listen();
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', (event) => { if (event.persisted) listen(); });
  document.addEventListener('visibilitychange', () => { if (!document.hidden) { unseen.clear(); count(); } });
  addEventListener('scroll', () => { if (scrollY <= top && waiting.size > 0 && !busy()) { for (const html of waiting.values()) put(html); waiting.clear(); tell(); } }, { passive: true });
  for (const wish of ['pointerdown', 'keydown'])
    addEventListener(wish, () => { if (document.querySelector('[data-sound]')) (audio ??= new AudioContext()).resume(); }, { once: true });
}

for (const wish of document.querySelectorAll('[data-asks-notice]'))
  wish.addEventListener('change', () => { if (wish.checked && 'Notification' in window) Notification.requestPermission(); });

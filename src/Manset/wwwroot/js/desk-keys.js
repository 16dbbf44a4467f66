// The desk by keyboard. Single keys listen only where nothing is being typed, and can be switched off.
const kept = 'manset-single-keys';
const keys = document.querySelector('[data-keys]');
const list = document.querySelector('[data-list]');
const queue = document.querySelector('[data-queue]');
const toggle = document.querySelector('[data-keys-on]');

if (toggle) {
  toggle.closest('label').hidden = false;
  toggle.checked = localStorage.getItem(kept) !== 'off';
  toggle.addEventListener('change', () => localStorage.setItem(kept, toggle.checked ? 'on' : 'off'));
}

const isTyping = (at) => at.isContentEditable || at.closest('input:not([type="checkbox"]), textarea, select');

function step(things, by) {
  const at = things.findIndex((thing) => thing.contains(document.activeElement));
  return things[at < 0 ? 0 : Math.min(Math.max(at + by, 0), things.length - 1)];
}

function move(by) {
  if (list) step([...list.querySelectorAll('tbody tr')], by)?.querySelector('[data-open]')?.focus();
  if (!queue) return;

  const next = step([...queue.children], by);
  next?.focus();
  mark(next);
}

function mark(comment) {
  for (const each of queue.children) each.toggleAttribute('aria-current', false);
  comment?.setAttribute('aria-current', 'true');
}

function decide(act) {
  if (!queue) return false;

  const current = [...queue.children].find((each) => each.contains(document.activeElement)) ?? queue.querySelector('[aria-current]');
  const control = current?.querySelector(`[data-act="${act}"]`);
  if (!control) return false;
  if (act === 'a') control.click();
  else control.select();
  return true;
}

function open() {
  keys.open = !keys.open;
  if (keys.open) keys.querySelector('summary').focus();
}

function press(key) {
  const control = document.querySelector(`[data-key="${key}"]`);
  control?.click();
  return control !== null;
}

const acts = {
  j: () => move(1), k: () => move(-1), a: () => decide('a'), r: () => decide('r'), n: () => press('n'), m: () => press('m'), t: () => press('t'),
  '/': () => document.querySelector('[data-search]')?.select(), '?': () => keys && open(),
};

document.addEventListener('keydown', (event) => {
  if (event.isComposing) return;

  if (event.ctrlKey || event.metaKey) {
    const key = event.key === 'Enter' ? 'publish' : event.key.toLowerCase() === 's' ? 'save' : null;
    if (key && !event.altKey && !event.shiftKey && press(key)) event.preventDefault();
    return;
  }
  if (event.altKey || isTyping(event.target) || (toggle && !toggle.checked)) return;
  if (Object.hasOwn(acts, event.key) && acts[event.key]() !== false) event.preventDefault();
});

if (queue) {
  mark(queue.firstElementChild);
  queue.addEventListener('focusin', (event) => mark(event.target.closest('.queued')));
}

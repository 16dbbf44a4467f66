// Acts on a line of the wire list without leaving it: the line comes back as it stands now. Without this, each is a form of its own.
const form = document.querySelector('[data-triage]');
const table = document.querySelector('[data-wire]');
const dialog = document.querySelector('[data-assign]');
let last, from;

async function send(action, fields, row) {
  const answer = await fetch(action, { method: 'POST', body: new URLSearchParams(fields), headers: { 'X-Requested-With': 'XMLHttpRequest' } });
  if (!answer.ok || answer.redirected) { location.reload(); return; }

  const holder = document.createElement('template');
  holder.innerHTML = await answer.text();
  const made = holder.content.querySelector('tr');
  const there = [...table.tBodies[0].rows].find((each) => each.dataset.thread === made.dataset.thread) ?? row;
  there.replaceWith(made);
  made.querySelector('[data-open]').focus({ preventScroll: true });
  last = action;
}

form?.addEventListener('submit', (event) => {
  const button = event.submitter;
  if (!button || 'leaves' in button.dataset) return;
  event.preventDefault();
  send(button.formAction, new FormData(form, button), button.closest('tr'));
});

table?.addEventListener('click', (event) => {
  const link = event.target.closest('[data-handling]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  from = link.closest('tr');
  dialog.querySelector('form').action = link.dataset.handling;
  dialog.showModal();
});

dialog?.querySelector('[data-close]').addEventListener('click', () => dialog.close());
dialog?.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const asked = event.target;
  dialog.close();
  send(asked.action, new FormData(asked), from);
});

// Undo reaches back to what was done last when the line under the keys has nothing to undo.
document.addEventListener('desk-key', (event) => {
  if (event.detail !== 'u' || !last) return;
  const fields = new FormData(form);
  fields.set('act', 'Undo');
  send(last, fields, null);
  last = undefined;
  event.preventDefault();
});

// Makes the pages quicker to use; they all work without it. No page depends on a line of this.
const root = document.documentElement;
root.classList.add('js');

/* Results while typing: the same page is fetched and its results are put in place. */
function instantResults() {
  const form = document.querySelector('form[data-instant]');
  if (!form) return;
  const box = form.querySelector('input[type="search"]');
  let timer = 0;
  let under = null;
  let shown = box.value.trim();

  async function search() {
    const query = box.value.trim();
    if (query === shown) return;
    under?.abort();
    const request = new AbortController();
    under = request;
    const address = query ? '/?q=' + encodeURIComponent(query) : '/';
    try {
      const answer = await fetch(address, { signal: request.signal, headers: { Accept: 'text/html' } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.getElementById('results');
      if (request.signal.aborted || !fresh) return;
      document.getElementById('results').replaceWith(document.adoptNode(fresh));
      document.title = page.title;
      history.replaceState(null, '', address);
      shown = query;
    } catch (problem) {
      if (problem.name !== 'AbortError') form.removeAttribute('data-instant');
    }
  }

  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, 180);
  });
}

/* "Copy as citation": copies what stands below it. */
function citations() {
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('button[data-copy]');
    if (!button) return;
    const label = button.textContent;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Copy it from below';
    }
    setTimeout(() => { button.textContent = label; }, 1600);
  });
}

/* A speaker or a figure in the text opens its note beside it. */
function reasons() {
  const text = document.querySelector('.text');
  if (!text || !HTMLElement.prototype.showPopover) return;
  const box = document.createElement('div');
  box.popover = 'auto';
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-label', 'Why this was found');
  document.body.append(box);
  let opener = null;

  function fill(note) {
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'close';
    close.textContent = '×';
    close.setAttribute('aria-label', 'Close');
    close.addEventListener('click', () => box.hidePopover());
    const head = document.createElement('p');
    head.className = 'headline';
    head.append(...note.querySelector('summary').cloneNode(true).childNodes);
    box.replaceChildren(close, head, note.querySelector('.why').cloneNode(true));
    return close;
  }

  text.addEventListener('click', (event) => {
    const link = event.target.closest('a.m');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const note = document.getElementById(link.hash.slice(1));
    if (!note) return;
    event.preventDefault();
    const close = fill(note);
    opener = link;
    box.showPopover();
    const at = link.getClientRects()[0];
    const below = at.bottom + 8 + box.offsetHeight <= innerHeight;
    box.style.left = Math.max(12, Math.min(at.left, innerWidth - box.offsetWidth - 12)) + 'px';
    box.style.top = Math.max(12, below ? at.bottom + 8 : at.top - box.offsetHeight - 8) + 'px';
    close.focus();
  });
  box.addEventListener('toggle', (event) => {
    if (event.newState === 'closed') opener?.focus({ preventScroll: true });
  });
}

/* Pointing at a note shows its words, and the other way round. */
function pairs() {
  const text = document.querySelector('.text');
  if (!text) return;
  let near = [];
  text.addEventListener('pointerover', (event) => {
    const id = event.target.closest('[data-note]')?.dataset.note ?? event.target.closest('a[data-mark]')?.dataset.mark;
    near.forEach((each) => each.classList.remove('near'));
    near = id ? [...text.querySelectorAll(`[data-note="${CSS.escape(id)}"], [data-mark="${CSS.escape(id)}"]`)] : [];
    near.forEach((each) => each.classList.add('near'));
  });
}

/* Notes stand beside their paragraph, or as near below it as the notes before them allow. */
function sidenotes() {
  const text = document.querySelector('.text');
  if (!text) return;
  const all = [...text.querySelectorAll('.notes')];
  const place = () => {
    all.forEach((notes) => { notes.style.marginTop = ''; });
    text.style.minHeight = '';
    if (!all.length || getComputedStyle(all[0]).position !== 'absolute') return;
    const top = text.getBoundingClientRect().top;
    let reached = -Infinity;
    for (const notes of all) {
      const box = notes.getBoundingClientRect();
      if (!box.height) continue;
      const down = Math.max(0, reached - box.top);
      if (down) notes.style.marginTop = `calc(.35rem + ${down}px)`;
      reached = box.top + down + box.height + 4;
    }
    text.style.minHeight = `${reached - top}px`;
  };
  place();
  document.fonts?.ready.then(place);
  addEventListener('resize', place);
  text.addEventListener('toggle', place, true);
  document.querySelector('.layers')?.addEventListener('change', place);
}

/* An address that ends in the name of a note opens it. */
function targets() {
  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (target instanceof HTMLDetailsElement) target.open = true;
  };
  addEventListener('hashchange', open);
  open();
}

/* Jobs that run are looked at every second. */
function progress() {
  const jobs = () => document.querySelector('#jobs[data-poll]');
  if (!jobs()) return;
  const timer = setInterval(async () => {
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('jobs');
      const old = document.getElementById('jobs');
      if (fresh && old && !old.contains(document.activeElement)) old.replaceWith(document.adoptNode(fresh));
      if (!jobs()) clearInterval(timer);
    } catch { /* the server is away for a moment */ }
  }, 1000);
}

/* "/" goes to the search box. */
function keys() {
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const box = document.querySelector('main input[type="search"], .quick input');
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}

instantResults();
citations();
reasons();
pairs();
sidenotes();
targets();
progress();
keys();

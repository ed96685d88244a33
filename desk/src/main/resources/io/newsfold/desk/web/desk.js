// Counts the changes while a page is open, and shows them on demand. Without this script the page works, but is static.
(() => {
  'use strict';
  const live = document.getElementById('live');
  const address = live && live.dataset.events;
  if (!address || !window.EventSource) return;

  const changed = new Set();
  const begun = new Set();
  let source = null;
  let paused = false;
  let show = null;
  let last = '';
  const kinds = ['began', 'joined', 'left', 'merged', 'split', 'reheaded', 'revised', 'withdrawn'];

  function summary() {
    const added = begun.size;
    const revised = [...changed].filter((id) => !begun.has(id)).length;
    const parts = [];
    if (added) parts.push(added + (added === 1 ? ' new story' : ' new stories'));
    if (revised) parts.push(revised + (revised === 1 ? ' story changed' : ' stories changed'));
    return parts.join(', ');
  }

  function showSummary() {
    if (!show) {
      show = document.createElement('button');
      show.id = 'show';
      show.addEventListener('click', refresh);
      live.prepend(show);
    }
    show.textContent = summary();
    show.hidden = show.textContent === '';
  }

  function onChange(event) {
    last = event.lastEventId;
    const change = JSON.parse(event.data);
    (event.type === 'began' ? begun : changed).add(change.story);
    showSummary();
  }

  async function refresh() {
    const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!response.ok) return location.reload();
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    document.getElementById('main').replaceWith(document.importNode(page.getElementById('main'), true));
    begun.clear();
    changed.clear();
    showSummary();
  }

  function open() {
    if (source || paused || document.hidden) return;
    const after = last && (address.includes('?') ? '&' : '?') + 'after=' + encodeURIComponent(last);
    source = new EventSource(address + after);
    kinds.forEach((kind) => source.addEventListener(kind, onChange));
    source.addEventListener('reset', refresh);
    source.addEventListener('hello', (event) => {
      last = event.lastEventId;
      live.setAttribute('data-open', 'true');
    });
  }

  function close() {
    if (source) source.close();
    source = null;
    live.removeAttribute('data-open');
  }

  const pause = document.createElement('button');
  pause.id = 'pause';
  pause.textContent = 'Pause';
  pause.setAttribute('aria-pressed', 'false');
  pause.addEventListener('click', () => {
    paused = !paused;
    pause.setAttribute('aria-pressed', String(paused));
    paused ? close() : open();
  });
  live.append(pause);
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
  addEventListener('pagehide', close);
  addEventListener('pageshow', open);
  open();
})();

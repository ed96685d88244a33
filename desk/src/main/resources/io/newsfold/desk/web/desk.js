// Counts what happens while a page is read, and shows it when asked to. Without this script the page is the same, but still.
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

  function words() {
    const news = begun.size;
    const others = [...changed].filter((id) => !begun.has(id)).length;
    const parts = [];
    if (news) parts.push(news + (news === 1 ? ' new story' : ' new stories'));
    if (others) parts.push(others + (others === 1 ? ' story changed' : ' stories changed'));
    return parts.join(', ');
  }

  function tell() {
    if (!show) {
      show = document.createElement('button');
      show.id = 'show';
      show.addEventListener('click', refresh);
      live.prepend(show);
    }
    show.textContent = words();
    show.hidden = show.textContent === '';
  }

  function heard(event) {
    last = event.lastEventId;
    const change = JSON.parse(event.data);
    (event.type === 'began' ? begun : changed).add(change.story);
    tell();
  }

  async function refresh() {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok) return location.reload();
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.getElementById('main').replaceWith(document.importNode(page.getElementById('main'), true));
    begun.clear();
    changed.clear();
    tell();
  }

  function open() {
    if (source || paused || document.hidden) return;
    const after = last && (address.includes('?') ? '&' : '?') + 'after=' + encodeURIComponent(last);
    source = new EventSource(address + after);
    kinds.forEach((kind) => source.addEventListener(kind, heard));
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

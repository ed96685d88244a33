// Times of the reader, keys, and what changes while a page is open. Without this script every page works, but is static.
(() => {
  'use strict';
  const items = () => [...document.querySelectorAll('.card, [data-item]')];
  const kinds = ['began', 'joined', 'left', 'merged', 'split', 'reheaded', 'revised', 'withdrawn'];
  const visitKey = 'newsfold-visit';
  const lastVisit = stored(visitKey);
  const zone = new Intl.DateTimeFormat([], { dateStyle: 'medium', timeStyle: 'short' });

  function stored(key) {
    try {
      return localStorage.getItem(key);
    } catch (e) {
      return null;
    }
  }

  function store(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch (e) {
      // private windows keep nothing
    }
  }

  // Shows times in the reader's zone, and marks what changed since the last visit.
  function dress(root) {
    root.querySelectorAll('time[data-local]').forEach((time) => {
      time.title = time.dateTime;
      time.textContent = zone.format(new Date(time.dateTime));
    });
    if (lastVisit) {
      root.querySelectorAll('.card').forEach((card) => card.classList.toggle('fresh', card.dataset.changed > lastVisit));
    }
  }

  dress(document);
  if (location.pathname === '/' && !location.search) {
    addEventListener('pagehide', () => store(visitKey, new Date().toISOString()));
  }
  document.documentElement.classList.toggle('dense', stored('newsfold-dense') === 'true');

  // --- keys
  function move(step) {
    const all = items();
    const at = all.findIndex((item) => item.contains(document.activeElement));
    const next = all[Math.min(all.length - 1, Math.max(0, at + step))];
    if (!next) return;
    (next.matches('.card') ? next : next.querySelector('a')).focus();
    next.scrollIntoView({ block: 'nearest' });
  }

  function help() {
    let dialog = document.querySelector('dialog');
    if (!dialog) {
      dialog = document.createElement('dialog');
      dialog.setAttribute('aria-label', 'Keys');
      const list = document.createElement('dl');
      [['j, k', 'next and previous story or article'], ['Enter', 'open it'], ['/', 'search'], ['e', 'open or close all evidence'],
        ['d', 'dense or wide lists'], ['?', 'this help']].forEach(([key, meaning]) => {
        const term = document.createElement('dt');
        const shown = document.createElement('kbd');
        shown.textContent = key;
        term.append(shown);
        const text = document.createElement('dd');
        text.textContent = meaning;
        list.append(term, text);
      });
      const close = document.createElement('button');
      close.textContent = 'Close';
      close.addEventListener('click', () => dialog.close());
      dialog.append(list, close);
      document.body.append(dialog);
    }
    dialog.open ? dialog.close() : dialog.showModal();
  }

  const keys = {
    j: () => move(1),
    k: () => move(-1),
    '/': () => document.getElementById('find').focus(),
    '?': help,
    e: () => {
      const all = [...document.querySelectorAll('main details')];
      const open = all.some((one) => !one.open);
      all.forEach((one) => { one.open = open; });
    },
    d: () => store('newsfold-dense', String(document.documentElement.classList.toggle('dense'))),
  };
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea, dialog[open]')) return;
    if (event.key === 'Enter' && event.target.matches('.card')) return event.target.querySelector('a').click();
    const action = keys[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });

  // --- live
  const live = document.getElementById('live');
  const address = live && live.dataset.events;
  if (!address || !window.EventSource) return;

  const changed = new Set();
  const begun = new Set();
  let source = null;
  let paused = false;
  let show = null;
  let last = '';

  // A search counts what it would find now, not the changes of all stories.
  const found = document.querySelector('[data-found]');
  let more = 0;
  let asking = null;

  function ask() {
    asking = asking || setTimeout(async () => {
      asking = null;
      const query = new URLSearchParams(location.search);
      query.set('limit', '1');
      const response = await fetch('/search.json?' + query);
      if (!response.ok) return;
      more = (await response.json()).all - Number(document.querySelector('[data-found]').dataset.found);
      showSummary();
    }, 1000);
  }

  function summary() {
    if (found) return more > 0 ? more + (more === 1 ? ' new article' : ' new articles') : '';
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
    found ? ask() : showSummary();
  }

  // What a reader has typed, opened and looked at in a part of the page.
  function reading(main) {
    const focus = document.activeElement;
    const near = items().find((item) => item.getBoundingClientRect().bottom > 0);
    return {
      values: [...main.querySelectorAll('input:not([type=hidden]), select')].map((field) => [field.id, field.value]),
      open: [...main.querySelectorAll('details[open][id]')].map((one) => one.id),
      focus: focus && main.contains(focus) ? focus.id || (focus.dataset && focus.dataset.story) : null,
      near: near && (near.dataset.story || near.id),
      top: near ? near.getBoundingClientRect().top : 0,
    };
  }

  function find(main, name) {
    return name && (main.querySelector('#' + CSS.escape(name)) || main.querySelector('[data-story="' + CSS.escape(name) + '"]'));
  }

  function resume(main, before) {
    before.values.forEach(([id, value]) => {
      const field = id && find(main, id);
      if (field) field.value = value;
    });
    before.open.forEach((id) => {
      const one = find(main, id);
      if (one) one.open = true;
    });
    const near = find(main, before.near);
    if (near) scrollBy(0, near.getBoundingClientRect().top - before.top);
    const focus = find(main, before.focus);
    (focus || main).focus({ preventScroll: true });
  }

  async function refresh() {
    const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!response.ok) return location.reload();
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const main = document.getElementById('main');
    const before = reading(main);
    const next = document.importNode(page.getElementById('main'), true);
    main.replaceWith(next);
    dress(next);
    [...begun, ...changed].forEach((id) => {
      const card = find(next, id);
      if (card) card.classList.add('fresh');
    });
    resume(next, before);
    begun.clear();
    changed.clear();
    more = 0;
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

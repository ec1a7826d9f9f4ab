// Shows where a field was read, and what was read at a place: the pane scrolls, not the page. Without it links and :target do the same.
(() => {
  const pane = document.querySelector('[data-document]');
  if (!pane) return;
  const beside = matchMedia('(min-width: 961px)');
  let place = null, field = null;

  // A link of a drawing has no hash of its own.
  const target = link => link.getAttribute('href').split('#')[1];
  // A field as it is shown, and the place that its own link leads to.
  const rowOf = element => element.closest('.got > div, .m h3, .over');
  const placeOf = row => row?.querySelector('a[href^="#"]')?.hash.slice(1);
  const light = (old, now) => {
    old?.classList.remove('lit');
    now?.classList.add('lit');
    return now;
  };
  // The element in the middle of the pane, the page unmoved.
  const scroll = element => {
    const box = element.getBoundingClientRect(), frame = pane.getBoundingClientRect();
    const top = pane.scrollTop + box.top - frame.top - Math.max(0, (frame.height - box.height) / 2);
    const left = pane.scrollLeft + Math.min(0, box.left - frame.left - 16) + Math.max(0, box.right - frame.right + 16);
    pane.scrollTo({ top, left, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  };
  const show = (id, row) => {
    const element = id && document.getElementById(id);
    if (!element || !pane.contains(element)) return false;
    field = light(field, row ?? null);
    if (place !== element) scroll(element);
    place = light(place, element);
    return true;
  };
  const back = (id, from) => {
    const element = document.getElementById(id);
    if (!element) return false;
    field = light(field, rowOf(element) ?? element);
    element.scrollIntoView({ block: 'center' });
    const input = 'input, textarea, select';
    (element.matches(input) ? element : element.querySelector(`a[href="#${from.id}"], ${input}`))?.focus({ preventScroll: true });
    return true;
  };

  pane.classList.add('live');
  document.addEventListener('click', event => {
    const inside = event.target.closest('[data-document]');
    if (inside) {
      const at = event.target.closest('[id]:has(> .back-to)');
      if (!at || getSelection()?.toString()) return;
      place = light(place, at);
      if (back(target(at.querySelector(':scope > .back-to')), at)) event.preventDefault();
      return;
    }
    const link = event.target.closest('a[href^="#"]');
    const row = rowOf(event.target);
    const to = link?.hash.slice(1) ?? placeOf(row);
    if (to && show(to, row) && link && beside.matches) event.preventDefault();
  });
  document.addEventListener('focusin', event => {
    const row = rowOf(event.target);
    if (row && beside.matches && !pane.contains(event.target)) show(event.target.hash?.slice(1) || placeOf(row), row);
    else if (event.target.id && !pane.contains(event.target)) {
      const link = pane.querySelector(`.back-to[href="#${CSS.escape(event.target.id)}"]`);
      if (link && beside.matches) show(link.parentElement.id, null);
    }
  });
  if (location.hash) show(location.hash.slice(1), null);
})();

// Saves the draft two seconds after typing stops, and counts the characters. Without it «Зберегти чернетку» does the same.
(() => {
  const form = document.querySelector('form[data-autosave]');
  if (!form) return;
  const text = form.querySelector('textarea[data-limit]');
  const saved = form.querySelector('[data-saved]');
  const count = form.querySelector('[data-count]');
  const tell = () => { count.textContent = `${text.value.length.toLocaleString('uk-UA')} / ${Number(text.dataset.limit).toLocaleString('uk-UA')}`; };
  let timer, busy = false;
  const save = async () => {
    if (busy) { timer = setTimeout(save, 1000); return; }
    busy = true;
    const body = new FormData(form);
    body.delete('file');
    body.set('deed', 'save');
    try {
      const answer = await fetch(form.action || location.href, { method: 'POST', body, headers: { Accept: 'application/json' } });
      const { version, said, detail } = await answer.json();
      if (version) form.elements.version.value = version;
      saved.textContent = said ?? detail;
      // Storage does not take it now: what is on the page is the only copy.
      if (answer.status === 503) timer = setTimeout(save, 10000);
    } catch {
      saved.textContent = form.dataset.autosave;
      timer = setTimeout(save, 10000);
    } finally { busy = false; }
  };
  form.addEventListener('input', event => {
    if (event.target.type === 'file') return;
    tell();
    clearTimeout(timer);
    timer = setTimeout(save, 2000);
  });
  form.addEventListener('submit', () => clearTimeout(timer));
  tell();
})();

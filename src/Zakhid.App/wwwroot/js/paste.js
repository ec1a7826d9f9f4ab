// Takes a table from the clipboard with its cells. Without it the text field keeps the same table as cells parted by tabs.
(() => {
  const area = document.querySelector('textarea[data-paste]');
  if (!area) return;
  const kept = document.createElement('input');
  kept.type = 'hidden';
  kept.name = 'html';
  area.form.append(kept);
  const said = document.getElementById('table-kept');

  // What a cell prints, line by line.
  const textOf = cell => {
    const copy = cell.cloneNode(true);
    for (const unseen of copy.querySelectorAll('script, style')) unseen.remove();
    for (const line of copy.querySelectorAll('br')) line.replaceWith('\n');
    for (const block of copy.querySelectorAll('p, div, li')) block.append('\n');
    return copy.textContent.replace(/[^\S\n]+/g, ' ').replace(/ *\n */g, '\n').trim();
  };
  // Only cells, their spans and texts are sent: none of the markup around them.
  const bare = table => {
    const clean = document.createElement('table'), lines = [];
    for (const row of table.rows) {
      const line = clean.insertRow(), texts = [];
      lines.push(texts);
      for (const cell of row.cells) {
        const one = line.insertCell();
        if (cell.colSpan > 1) one.colSpan = cell.colSpan;
        if (cell.rowSpan > 1) one.rowSpan = cell.rowSpan;
        const text = textOf(cell);
        texts.push(text.replace(/\n/g, ' '));
        text.split('\n').forEach((part, i) => { if (i) one.append(document.createElement('br')); one.append(part); });
      }
    }
    return { html: clean.outerHTML, lines };
  };

  area.addEventListener('paste', event => {
    const html = event.clipboardData?.getData('text/html');
    if (!html) return;
    const tables = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('table')].filter(t => !t.querySelector('table'));
    const table = tables.sort((a, b) => b.rows.length - a.rows.length)[0];
    if (!table) return;
    event.preventDefault();
    const { html: clean, lines } = bare(table);
    kept.value = clean;
    area.value = lines.map(texts => texts.join('\t')).join('\n');
    said.textContent = area.dataset.paste + lines.length;
  });
  area.addEventListener('input', () => { kept.value = ''; said.textContent = ''; });
})();

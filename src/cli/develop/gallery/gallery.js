/** Draws the developers' gallery. `?card=intake&sample=blank&theme=dark&width=320&open=true` shows a part of it. */
const exhibits = JSON.parse(document.querySelector('#exhibits').textContent);
const asked = new URLSearchParams(location.search);
const only = (key, values) =>
  values.filter((value) => !asked.has(key) || asked.getAll(key).includes(String(value)));

for (const { name, samples } of exhibits) {
  if (only('card', [name]).length === 0) continue;
  add(document.querySelector('main'), 'h2', name);
  for (const sample of only('sample', Object.keys(samples))) {
    const section = add(document.querySelector('main'), 'section');
    add(section, 'h3', sample);
    add(section, 'p', samples[sample].summary, 'toast');
    const row = add(section, 'div', '', 'row');
    for (const width of only('width', [PHONE, 560]))
      for (const theme of only('theme', Object.keys(themes))) {
        const frame = addCard(row, samples[sample].content, {
          theme,
          width,
          open: asked.get('open') === 'true',
        });
        frame.dataset.where = `${name}, "${sample}", ${theme}, ${width} px`;
      }
  }
}

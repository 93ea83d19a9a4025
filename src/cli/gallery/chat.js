/** Draws conversations side by side: `[{ name, lines: [{ from, at, says } | { at, card }] }]`. */
const chats = JSON.parse(document.querySelector('#exhibits').textContent);
const view = { theme: 'light', width: 440 };

const row = add(document.querySelector('main'), 'div', '', 'chats');
for (const { name, lines } of chats) {
  const chat = add(row, 'section', '', 'chat');
  for (const [key, value] of Object.entries(themes[view.theme].vars))
    chat.style.setProperty(`--${key}`, value);
  add(chat, 'h2', name);
  for (const { from, at, says, card } of lines) {
    if (card) {
      addCard(chat, card, { ...view, at });
      continue;
    }
    const said = add(chat, 'div', '', 'said');
    add(said, 'div', `${from} · ${at}`, 'sender');
    add(said, 'div', says, 'bubble');
  }
}

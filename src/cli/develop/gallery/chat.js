/**
 * Draws conversations side by side: `[{ name, isPhone, theme, lines }]`, with lines as in
 * tests/browser/pictures.browser.ts.
 */
const chats = JSON.parse(document.querySelector('#exhibits').textContent);

const row = add(document.querySelector('main'), 'div', '', 'chats');
for (const { name, isPhone = false, theme = 'light', lines } of chats) {
  const view = { theme, width: isPhone ? PHONE : 440 };
  const chat = add(row, 'section', '', `chat ${isPhone ? 'on-phone' : ''}`);
  for (const [key, value] of Object.entries(themes[theme].vars)) chat.style.setProperty(`--${key}`, value);
  chat.style.setProperty('--bubble', themes[theme].hostConfig.containerStyles.accent.backgroundColor);
  add(chat, 'h2', name);
  for (const line of lines) {
    if (line.dialog) addDialog(chat, line, view);
    else if (line.card) addCard(chat, line.card, { ...view, at: line.at, sender: line.sender });
    else if (line.found) addFound(chat, line);
    else addSaid(chat, line);
  }
}

function addSaid(chat, { from, at, says }) {
  const said = add(chat, 'div', '', 'said');
  add(said, 'div', `${from} · ${at}`, 'sender');
  add(said, 'div', says, 'bubble');
}

function addDialog(chat, { dialog, card }, view) {
  const frame = add(chat, 'div', '', 'dialog');
  const bar = add(frame, 'div', '', 'bar');
  addAvatar(bar);
  add(bar, 'strong', dialog);
  add(bar, 'span', '✕', 'close');
  drawInto(add(frame, 'div'), card, view);
}

/** Draws the list above the box in which somebody types. */
function addFound(chat, { typed, found }) {
  const panel = add(chat, 'div', '', 'found');
  const box = add(panel, 'div', '', 'typed');
  addAvatar(box);
  add(box, 'span', typed);
  add(box, 'span', '', 'caret');
  for (const { title, text } of found) {
    const item = add(panel, 'div', '', 'item');
    addAvatar(item);
    const words = add(item, 'div');
    add(words, 'strong', title);
    add(words, 'div', text, 'preview');
  }
}

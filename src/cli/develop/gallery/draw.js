/** Draws a card as a message in a Teams-like client. */
const PHONE = 320;

const markdown = markdownit({ linkify: false });
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

// adaptivecards 3.0.4 doesn't know `layouts`, which Teams and the Playground draw.
class FlowingContainer extends AdaptiveCards.Container {
  internalParse(source, context) {
    super.internalParse(source, context);
    this.flow = source.layouts?.find(({ type }) => type === 'Layout.Flow');
  }
  internalRender() {
    const element = super.internalRender();
    if (element && this.flow) {
      const { itemFit, itemWidth, rowSpacing, columnSpacing } = this.flow;
      const gap = (name) => `${this.hostConfig.spacing[name.toLowerCase()] ?? 0}px`;
      element.classList.add('flow');
      element.style.setProperty('--row-gap', gap(rowSpacing));
      element.style.setProperty('--column-gap', gap(columnSpacing));
      element.style.setProperty('--flex', itemFit === 'Fill' ? `1 1 ${itemWidth}` : '0 0 auto');
    }
    return element;
  }
}
AdaptiveCards.GlobalRegistry.elements.register('Container', FlowingContainer);

function add(parent, tag, words = '', classes = '') {
  const element = document.createElement(tag);
  element.textContent = words;
  element.className = classes;
  parent.append(element);
  return element;
}

/** Adds the app's icon, or somebody's initials. */
function addAvatar(parent, somebody) {
  if (somebody) {
    const letters = somebody.split(' ').map(([letter]) => letter);
    add(parent, 'span', letters.join(''), 'avatar somebody');
    return;
  }
  const avatar = add(parent, 'img', '', 'avatar');
  avatar.alt = '';
  avatar.src = document.documentElement.dataset.avatar;
}

/** Adds the frame of one message, for a card or a text. */
function addMessage(parent, { theme, width, sender, at = '13:05' }) {
  const message = add(parent, 'div', '', `message ${width === PHONE ? 'narrow' : 'wide'}`);
  for (const [key, value] of Object.entries(themes[theme].vars)) message.style.setProperty(`--${key}`, value);
  addAvatar(message, sender);
  add(message, 'div', `${sender ?? 'Partner Desk'} · ${at}`, 'sender');
  return message;
}

/** With `open`, it presses everything that shows hidden parts, such as "More", so that the picture has them, too. */
function addCard(parent, content, { theme, width, open = false, ...message }) {
  const frame = add(addMessage(parent, { theme, width, ...message }), 'div', '', 'card');
  drawInto(frame, content, { theme, width, open });
  return frame;
}

function drawInto(frame, content, { theme, width, open = false }) {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(themes[theme].hostConfig);
  card.onExecuteAction = () => {};
  card.parse(content);
  frame.style.width = `${width}px`;
  frame.append(card.render());
  if (open) openAll(card);
  keepIdsApart(frame);
}

let drawn = 0;
/** Cards on one page have the same IDs, but a reference must lead to its own card. */
function keepIdsApart(frame) {
  drawn += 1;
  const ownId = (id) => `card-${drawn}-${id}`;
  for (const element of frame.querySelectorAll('[id]')) element.id = ownId(element.id);
  for (const name of ['for', 'aria-controls', 'aria-labelledby', 'aria-describedby'])
    for (const element of frame.querySelectorAll(`[${name}]`))
      element.setAttribute(name, element.getAttribute(name).split(' ').map(ownId).join(' '));
  // adaptivecards 3.0.4 puts `aria-expanded` on the part that's shown, not on the button that shows it.
  for (const element of frame.querySelectorAll('[aria-expanded]:not(button, [role="button"])'))
    element.removeAttribute('aria-expanded');
}

function openAll(card) {
  const isHidden = (id) => card.getElementById(id)?.isVisible === false;
  const toggles = card
    .getAllActions()
    .filter((action) => action.getJsonTypeName() === 'Action.ToggleVisibility')
    .map((action) => Object.keys(action.targetElements));
  for (const targets of toggles) {
    // A toggle lists the part to show first, and its marker after it.
    if (!isHidden(targets[0])) continue;
    for (const id of targets) card.getElementById(id).isVisible = isHidden(id);
  }
}

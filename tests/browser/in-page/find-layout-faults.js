/**
 * Runs in the page. Every fault of layout within `frame`, in words: text that is cut, that reaches beyond the frame or
 * that another text is drawn over, and words of usual length that are broken off at the end of a line. What a person typed may scroll in its field; a placeholder must fit.
 */
function findLayoutFaults(frame) {
  const TOLERANCE_PX = 1;
  /** Longer ones may have to break on a phone. */
  const WORD = /\p{L}{2,20}(?!\p{L})/gu;
  const bounds = frame.getBoundingClientRect();
  const texts = textsIn(frame);
  return [
    ...[...frame.querySelectorAll('*')]
      .filter((element) => isVisible(element) && isOutside(element.getBoundingClientRect(), bounds))
      .map((element) => `${element.tagName.toLowerCase()} reaches beyond the card: ${quote(element)}`),
    ...texts.filter(isCut).map(({ node }) => `text is cut: ${quote(node)}`),
    ...[...frame.querySelectorAll('button, input, select, textarea, img')]
      .filter((node) => isVisible(node) && isCut({ node, boxes: [node.getBoundingClientRect()] }))
      .map((node) => `${node.tagName.toLowerCase()} is cut: ${quote(node)}`),
    ...overlaps(texts),
    ...texts.flatMap(({ node }) =>
      brokenWords(node).map((word) => `a word is broken: "${word}" in ${quote(node)}`),
    ),
    ...[...frame.querySelectorAll('input[placeholder], textarea[placeholder]')]
      .filter((field) => isVisible(field) && placeholderWidth(field) > innerWidth(field) + TOLERANCE_PX)
      .map((field) => `placeholder is cut: "${field.placeholder}"`),
  ];

  function textsIn(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.data.trim() === '' || !isVisible(node.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      found.push({ node, boxes: [...range.getClientRects()].filter(({ width }) => width > 0) });
    }
    return found;
  }

  function isVisible(element) {
    return (
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.getClientRects().length > 0
    );
  }

  function isOutside(box, around) {
    return (
      box.width > 0 && (box.right > around.right + TOLERANCE_PX || box.left < around.left - TOLERANCE_PX)
    );
  }

  function isCut({ node, boxes }) {
    for (let around = node.parentElement; around && frame.contains(around); around = around.parentElement) {
      const style = getComputedStyle(around);
      const clipsAcross = style.overflowX !== 'visible' || around === frame;
      const clipsDown = style.overflowY !== 'visible' && style.display !== 'inline';
      const edge = around.getBoundingClientRect();
      const isBeyond = (box) =>
        (clipsAcross && isOutside(box, edge)) ||
        // A line's box may be a little higher than the line.
        (clipsDown && (box.bottom > edge.bottom + 3 || box.top < edge.top - 3));
      if (boxes.some(isBeyond)) return true;
    }
    return false;
  }

  function overlaps(all) {
    const boxes = all.flatMap((text) => text.boxes.map((box) => ({ box, text })));
    const covers = (a, b) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6;
    return boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter((other) => other.text !== one.text && covers(one.box, other.box))
        .map((other) => `${quote(one.text.node)} and ${quote(other.text.node)} are drawn over each other`),
    );
  }

  function brokenWords(node) {
    return [...node.data.matchAll(WORD)]
      .filter(({ index }) => !/\p{L}/u.test(node.data[index - 1] ?? ''))
      .filter(({ 0: word, index }) => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)));
        return lines.size > 1;
      })
      .map(([word]) => word);
  }

  function innerWidth(field) {
    const style = getComputedStyle(field);
    return field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  }

  function placeholderWidth(field) {
    // A text area wraps: only its longest word counts.
    const words = field.tagName === 'TEXTAREA' ? field.placeholder.split(/\s+/) : [field.placeholder];
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = getComputedStyle(field).font;
    return Math.max(...words.map((word) => pen.measureText(word).width));
  }

  function quote(node) {
    return `"${node.textContent.trim().replace(/\s+/g, ' ').slice(0, 60)}"`;
  }
}

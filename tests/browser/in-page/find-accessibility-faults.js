/** Runs in the page, with axe-core. What it holds against the cards on it, in words. */
async function findAccessibilityFaults() {
  const { violations, incomplete } = await axe.run(
    { include: [['.card']] },
    {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations', 'incomplete'],
      elementRef: true,
    },
  );
  return [...violations, ...incomplete].flatMap(({ id, help, nodes }) =>
    nodes.map(({ element, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join(' ');
      const where = element.closest('.card')?.dataset.where ?? 'outside of a card';
      return `${where}: ${help} (${id}): ${element.outerHTML.slice(0, 120)} ${why}`;
    }),
  );
}

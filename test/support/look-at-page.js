// Runs within a page.

globalThis.look = { unreadable, overlapping, violations };

/** Words that stand outside of the window, or that are smaller than anybody reads. */
function unreadable() {
  const hidden = '.hidden, thead, title, desc, details:not([open]) > :not(summary)';
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const parent = node.parentElement;
    const words = node.textContent.trim();
    if (words !== '' && parent.closest(hidden) === null) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      const isOutside = [...range.getClientRects()].some(
        ({ left, right, width }) => width > 0 && (left < -1 || right > innerWidth + 1),
      );
      if (size < 12 || isOutside) {
        found.push(`${size}px${isOutside ? ', outside' : ''}: ${words.slice(0, 40)}`);
      }
    }
  }
  const { scrollWidth } = document.documentElement;
  return scrollWidth > innerWidth ? [...found, `scrolls to ${scrollWidth}px`] : found;
}

/** Pairs of words in a drawing that lie upon each other. */
function overlapping() {
  const labels = [...document.querySelectorAll('figure.picture text')].map((label) => ({
    words: label.textContent,
    box: label.getBoundingClientRect(),
  }));
  return labels.flatMap(({ words, box }, index) =>
    labels
      .slice(index + 1)
      .filter(
        (other) =>
          Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 1 &&
          Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 3,
      )
      .map((other) => `${words} / ${other.words}`),
  );
}

/** What a checker of accessibility, which was put into the page before, finds. */
async function violations() {
  const found = await window.axe.run({ resultTypes: ['violations'] });
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}

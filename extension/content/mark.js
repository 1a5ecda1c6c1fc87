/**
 * Highlights by the CSS Custom Highlight API: nothing is added to the page, nothing in it changes.
 * The page's scripts can see which of its own words are marked, and nothing more.
 */
(() => {
  const beside = (globalThis.beside ??= {});

  const NAME = 'beside';
  const NAME_NOW = 'beside-now'; // the passage that the reader asked to see

  const intact = ({ text, pieces }) =>
    pieces.every((piece) => piece.isConnected) && beside.squeeze(pieces.map(beside.dataOf)) === text;

  function rangeIn({ pieces }, start, end) {
    const places = beside.placesOf(pieces.map(beside.dataOf));
    const range = new Range();
    const first = pieces[places.piece[start]];
    const last = pieces[places.piece[end - 1]];
    if (first.nodeType === Node.TEXT_NODE) range.setStart(first, places.offset[start]);
    else range.setStartBefore(first);
    if (last.nodeType === Node.TEXT_NODE) range.setEnd(last, places.offset[end - 1] + 1);
    else range.setEndAfter(last);
    return range;
  }

  beside.Marks = class {
    #ranges = new Map();

    /**
     * @param {{text: string, pieces: Node[]}[]} blocks as they were sent
     * @param {() => {text: string, pieces: Node[]}[]} readAgain the blocks as they are now
     * @param {({n: number} & import('./find.js').Passage)[]} passages
     * @returns {number[]} the passages that were found and marked
     */
    show(blocks, readAgain, passages) {
      this.clear();
      let now = null; // read at most once, and only if the page changed under us
      for (const passage of passages) {
        let home = blocks;
        if (!blocks[passage.block] || !intact(blocks[passage.block])) home = now ??= readAgain();
        const found = beside.find(
          home.map((block) => block.text),
          passage,
        );
        if (found) this.#ranges.set(passage.n, rangeIn(home[found.block], found.start, found.end));
      }
      if (this.#ranges.size) CSS.highlights.set(NAME, new Highlight(...this.#ranges.values()));
      return [...this.#ranges.keys()];
    }

    /** Brings a passage into view. @returns {boolean} whether it is still there */
    goTo(n) {
      const range = this.#ranges.get(n);
      if (!range || range.collapsed || !range.startContainer.isConnected) return false;
      CSS.highlights.set(NAME_NOW, new Highlight(range));
      const { startContainer: start } = range;
      const element = start.nodeType === Node.ELEMENT_NODE ? start : start.parentElement;
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
      return true;
    }

    clear() {
      this.#ranges.clear();
      CSS.highlights.delete(NAME);
      CSS.highlights.delete(NAME_NOW);
    }
  };
})();

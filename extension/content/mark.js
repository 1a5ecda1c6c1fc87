//# allFunctionsCalledOnLoad
/**
 * Highlights by the CSS Custom Highlight API: nothing is added to the page's text, nothing in it changes.
 * The page's scripts can see which of its own words are marked, and nothing more.
 */
(() => {
  const beside = (globalThis.beside ??= {});

  const NAME = 'beside';
  const NAME_NOW = 'beside-now'; // the passage that the reader is at

  const stands = (range) => !range.collapsed && range.startContainer.isConnected;

  beside.Marks = class {
    #passages = [];
    /** n → where it stands: its block, and the ranges in it. */
    #found = new Map();
    #drawn = new Set();
    #own = new Map();

    get numbers() {
      return [...this.#found.keys()];
    }

    /** Those that stand in the page, as it is read: so the panel counts them, and a page in columns is no muddle. */
    get inOrder() {
      const order = (one, other) => one.block - other.block || one.start - other.start || one.n - other.n;
      const there = this.#passages.filter(({ n }) => this.#found.has(n));
      return there.sort(order).map(({ n }) => n);
    }

    /**
     * @param {{text: string, pieces: Node[]}[]} blocks as they were sent
     * @param {() => Promise<{text: string, pieces: Node[]}[]>} readAgain the blocks as they are now
     * @param {({n: number} & import('./find.js').Passage)[]} passages
     * @param {Rest} rest
     * @returns {Promise<number[]>} the passages that were found and marked
     */
    async show(blocks, readAgain, passages, rest = new beside.Rest()) {
      this.clear();
      this.#passages = passages;
      const moved = [];
      for (const passage of passages) {
        if (rest.due) await rest.pause();
        const block = blocks[passage.block];
        const found = block && beside.intact(block) && beside.find([block.text], { ...passage, block: 0 });
        if (found) this.#put(passage.n, block, found);
        else moved.push(passage);
      }
      if (moved.length) this.#search(await readAgain(), moved);
      this.#draw();
      return this.numbers;
    }

    /** After the page changed. @returns {number[]} those whose words are no longer where they were */
    lost() {
      const gone = [...this.#found].filter(([, { block, ranges }]) => !ranges.every(stands) || !beside.intact(block));
      for (const [n] of gone) this.#found.delete(n);
      if (gone.length) this.#draw();
      return this.#passages.map(({ n }) => n).filter((n) => !this.#found.has(n));
    }

    /** Looks for those that are not marked in the page as it is now. */
    follow(blocks) {
      this.#search(
        blocks,
        this.#passages.filter(({ n }) => !this.#found.has(n)),
      );
      this.#draw();
    }

    #search(blocks, passages) {
      const texts = blocks.map(({ text }) => text);
      for (const passage of passages) {
        const found = beside.find(texts, passage);
        if (found) this.#put(passage.n, blocks[found.block], found);
      }
    }

    #put(n, block, { start, end }) {
      this.#found.set(n, { block, ranges: beside.rangesIn(block, start, end) });
    }

    /** Where a passage stands, for whoever draws beside it. */
    at = (n) => this.#found.get(n);

    #draw() {
      const byWindow = new Map();
      for (const { ranges } of this.#found.values())
        for (const range of ranges) {
          const view = beside.documentOf(range.startContainer).defaultView;
          if (view) byWindow.set(view, [...(byWindow.get(view) ?? []), range]);
        }
      for (const view of this.#drawn) if (!byWindow.has(view)) view.CSS?.highlights.delete(NAME);
      this.#own = new Map([...byWindow].map(([view, ranges]) => [view, new view.Highlight(...ranges)]));
      for (const [view, own] of this.#own) view.CSS.highlights.set(NAME, own);
      this.#drawn = new Set(byWindow.keys());
    }

    /** Shows which passages the reader is at. @param {number[]} numbers none to end it */
    point(numbers) {
      const ranges = numbers.flatMap((n) => this.#found.get(n)?.ranges ?? []).filter(stands);
      const views = new Set(ranges.map((range) => beside.documentOf(range.startContainer).defaultView));
      for (const view of this.#drawn) if (!views.has(view)) view.CSS?.highlights.delete(NAME_NOW);
      for (const view of views) {
        const own = ranges.filter((range) => beside.documentOf(range.startContainer).defaultView === view);
        view.CSS.highlights.set(NAME_NOW, new view.Highlight(...own));
      }
    }

    /** Brings a passage into view. @returns {boolean} whether it is still there */
    goTo(n, how = 'smooth') {
      const range = this.#found.get(n)?.ranges[0];
      if (!range || !stands(range)) return false;
      this.point([n]);
      const { startContainer: start } = range;
      const element = beside.typeOf(start) === Node.ELEMENT_NODE ? start : beside.parentOf(start);
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      element.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : how });
      return true;
    }

    /** Takes back what we drew, and nothing of a later version of us that has drawn since. */
    withdraw() {
      for (const [view, own] of this.#own) {
        if (view.CSS?.highlights.get(NAME) !== own) continue;
        for (const name of [NAME, NAME_NOW]) view.CSS.highlights.delete(name);
      }
    }

    clear() {
      this.#passages = [];
      this.#found.clear();
      this.point([]);
      this.#draw();
    }
  };
})();

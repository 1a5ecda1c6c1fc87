//# allFunctionsCalledOnLoad
/**
 * Whether a reader can see the text of an element. Text hidden from the reader must not bring up a card:
 * a page could plant it. Looks are asked for once per element; a new one is made for every reading.
 */
(() => {
  const beside = (globalThis.beside ??= {});
  const named = (names) => new Set(names.split(/\s+/));

  // Asking for the style of each element would cost more than all the rest: these are known from their name.
  const INLINE = named(`A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD MARK Q RB RP RT RUBY
    S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR`);
  const BLOCK = named(`ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION
    FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE TBODY
    TD TFOOT TH THEAD TR UL`);
  const VISIBLE = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false };

  beside.Looks = class {
    #shown = new Map();
    #reached = new Map();
    #folds = new Map();
    #inline = new Map();
    #views = new Map();
    #boxes = new Map();

    /** Whether text runs on through this element: it does not begin a block of its own. */
    inline(element, name = beside.nameOf(element)) {
      if (INLINE.has(name)) return true;
      if (BLOCK.has(name)) return false;
      return once(this.#inline, element, () => /^(inline|contents|ruby)/.test(this.#style(element).display));
    }

    /** Whether text standing directly in this element can be seen. */
    shown(element) {
      return once(this.#shown, element, () => {
        if (!beside.isVisible(element, VISIBLE)) {
          // `display: contents` has no box of its own: its text stands in the box around it.
          const around = beside.parentOf(element);
          return this.#style(element).display === 'contents' && Boolean(around) && this.shown(around);
        }
        return this.#hasLetters(element) && this.#canBeReached(element);
      });
    }

    /**
     * Whether a block that is shown shows all the words that stand in elements of lines within it. The same in the
     * fewest questions: no box that is as wide and as high as letters, in one like that, is folded away.
     *
     * @param {Iterable<Element>} within all that is in the block; no form, so they answer by name
     * @returns {boolean} false: one of them may be hidden, or empty
     */
    allShown(block, within) {
      const { root, rightToLeft, x, y } = this.#view(beside.documentOf(block));
      for (const element of within) {
        if (!element.checkVisibility(VISIBLE)) return false;
        const { left, right, bottom, width, height } = element.getBoundingClientRect();
        const aside = rightToLeft ? left + x >= root.clientWidth : right + x <= 0;
        if (width <= 1 || height <= 1 || aside || bottom + y <= 0) return false;
      }
      return true;
    }

    /** A word within a line is as high as its letters; a box may hold other things, and is asked for its style. */
    #hasLetters(element) {
      if (INLINE.has(beside.nameOf(element)) && this.#box(element).height > 1) return true;
      return parseFloat(this.#style(element).fontSize) > 0;
    }

    #style(element) {
      return beside.documentOf(element).defaultView.getComputedStyle(element);
    }

    /** What is asked once of each document: the page's own, and those of its frames. */
    #view(document) {
      return once(this.#views, document, () => {
        const { documentElement: root, defaultView: view } = document;
        return { root, rightToLeft: this.#style(root).direction === 'rtl', x: view.scrollX, y: view.scrollY };
      });
    }

    #box(element) {
      return once(this.#boxes, element, () => beside.boxOf(element));
    }

    #canBeReached(element) {
      return once(this.#reached, element, () => !this.#folded(element) && !this.#offPage(element));
    }

    /** In a box of no size that hides what stands out of it: closed folds, and text for screen readers alone. */
    #folded(element) {
      return once(this.#folds, element, () => {
        const { width, height } = this.#box(element);
        const { display, overflow } = width <= 1 || height <= 1 ? this.#style(element) : {};
        if (display && !['inline', 'contents'].includes(display) && overflow !== 'visible') return true;
        const around = beside.parentOf(element);
        return Boolean(around) && this.#folded(around);
      });
    }

    /** Left of the page or above it, where nobody can scroll to; in a box scrolled by itself they can. */
    #offPage(element) {
      const { root, rightToLeft, x, y } = this.#view(beside.documentOf(element));
      const { left, right, bottom } = this.#box(element);
      const aside = rightToLeft ? left + x >= root.clientWidth : right + x <= 0;
      if (!aside && bottom + y > 0) return false;
      for (let box = beside.parentOf(element); box && box !== root; box = beside.parentOf(box)) {
        if (box.scrollTop || box.scrollLeft) return false;
      }
      return true;
    }
  };

  function once(memory, element, look) {
    let known = memory.get(element);
    if (known === undefined) memory.set(element, (known = look()));
    return known;
  }
})();

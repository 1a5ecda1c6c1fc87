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
    #view;
    #root;
    #rightToLeft;
    #scrolled;

    constructor(view) {
      this.#view = view;
      this.#root = view.document.documentElement;
      this.#rightToLeft = this.#style(this.#root).direction === 'rtl';
      this.#scrolled = { x: view.scrollX, y: view.scrollY };
    }

    /** Whether text runs on through this element: it does not begin a block of its own. */
    inline(element) {
      if (INLINE.has(element.nodeName)) return true;
      if (BLOCK.has(element.nodeName)) return false;
      return once(this.#inline, element, () => /^(inline|contents|ruby)/.test(this.#style(element).display));
    }

    /** Whether text standing directly in this element can be seen. */
    shown(element) {
      return once(this.#shown, element, () => {
        const { fontSize, position, display } = this.#style(element);
        if (!element.checkVisibility(VISIBLE)) {
          // `display: contents` has no box of its own: its text stands in the box around it.
          return display === 'contents' && Boolean(element.parentElement) && this.shown(element.parentElement);
        }
        // Where a word within a line stands, its box tells; unless the word was taken out of the line.
        const inLine = INLINE.has(element.nodeName) && !['absolute', 'fixed'].includes(position);
        return parseFloat(fontSize) > 0 && this.#canBeReached((inLine && element.parentElement) || element);
      });
    }

    #style(element) {
      return this.#view.getComputedStyle(element);
    }

    #canBeReached(element) {
      return once(this.#reached, element, () => !this.#folded(element) && !this.#offPage(element));
    }

    /** In a box of no size that hides what stands out of it: closed folds, and text for screen readers alone. */
    #folded(element) {
      return once(this.#folds, element, () => {
        const { width, height } = element.getBoundingClientRect();
        const { display, overflow } = width <= 1 || height <= 1 ? this.#style(element) : {};
        if (display && !['inline', 'contents'].includes(display) && overflow !== 'visible') return true;
        return Boolean(element.parentElement) && this.#folded(element.parentElement);
      });
    }

    /** Left of the page or above it, where nobody can scroll to; in a box scrolled by itself they can. */
    #offPage(element) {
      const { left, right, bottom } = element.getBoundingClientRect();
      const { x, y } = this.#scrolled;
      const aside = this.#rightToLeft ? left + x >= this.#root.clientWidth : right + x <= 0;
      if (!aside && bottom + y > 0) return false;
      for (let box = element.parentElement; box && box !== this.#root; box = box.parentElement) {
        if (box.scrollTop || box.scrollLeft) return false;
      }
      return true;
    }
  };

  function once(memory, element, look) {
    if (!memory.has(element)) memory.set(element, look());
    return memory.get(element);
  }
})();

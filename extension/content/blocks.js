//# allFunctionsCalledOnLoad
/**
 * A block of text, and the way back into the page. Most blocks hold nothing but text, links and emphasis, all of it in
 * view: those are read in one piece, and their nodes are looked up only if something in them is to be marked.
 */
(() => {
  const beside = (globalThis.beside ??= {});

  const TEXT = 4; // NodeFilter.SHOW_TEXT
  const MOST = 400; // elements in a block that is read without a rest
  // What may stand in it: text runs on, and (but for SPAN) no shadow tree can be there.
  const WITHIN = `a, abbr, b, bdi, bdo, big, cite, code, data, del, dfn, em, font, i, ins, kbd, mark, q, s, samp, small,
    span, strong, sub, sup, time, tt, u, var`;

  beside.LEFT_OUT_BY_WORD = '[hidden], [aria-hidden="true"], [contenteditable]:not([contenteditable="false"])';
  const OTHER = `:not(${WITHIN}), ${beside.LEFT_OUT_BY_WORD}`;

  beside.Block = class {
    #pieces;

    /** @param {Element} element @param {string} text @param {Node[]|null} pieces null: all the text that is in it */
    constructor(element, text, pieces) {
      [this.element, this.text, this.#pieces] = [element, text, pieces];
      /** Whether all that is in its element is this block. */
      this.whole = pieces === null;
    }

    /** Text nodes, and the line breaks between them. */
    get pieces() {
      return (this.#pieces ??= textsIn(this.element));
    }
  };

  function textsIn(element) {
    const walker = beside.documentOf(element).createTreeWalker(element, TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    return texts;
  }

  /** @returns {string|null} all the text of a block; null where it has to be looked at more closely */
  beside.plainText = (block, looks) => {
    if (block.shadowRoot || beside.holds(block, OTHER)) return null;
    const text = beside.textOf(block);
    if (!text) return text;
    const within = beside.allIn(block, '*');
    if (within.length > MOST || !looks.shown(block) || !looks.allShown(block, within)) return null;
    return beside.holds(block, 'span') && [...within].some(({ shadowRoot }) => shadowRoot) ? null : text;
  };
})();

//# allFunctionsCalledOnLoad
/**
 * The one element that we put into a page, and its closed shadow root. A page can remove it: then it is put back a few
 * times, and after that left alone, since a page that fights has won and the panel shows everything anyway.
 */
(() => {
  const beside = (globalThis.beside ??= {});

  beside.HOST = 'beside-notes';
  const TRIES = 5;
  const WITHIN_MS = 5_000;
  const TRIES_EVER = 12;
  // "important" inside a shadow tree is stronger than any rule or style attribute of the page.
  const STYLE = `
    :host { all: initial !important; position: absolute !important; top: 0 !important; left: 0 !important;
      width: 0 !important; height: 0 !important; display: block !important; overflow: visible !important;
      z-index: 2147483647 !important; color-scheme: light dark !important; }
    iframe { all: initial; position: absolute; border: 0; color-scheme: light dark; }
    @media print { iframe { display: none; } }`;

  beside.Host = class {
    #element = document.createElement(beside.HOST);
    // As long as there is nothing to see, the page has no box of ours to lay out and to paint, whatever moves in it.
    #box = document.createElement('div');
    #tries = [];
    #ever = 0;
    #watch;
    #lost;

    /** @param {Node} inside @param {() => void} lost called when the page has won */
    constructor(inside, lost) {
      this.#lost = lost;
      const root = this.#element.attachShadow({ mode: 'closed' });
      const style = document.createElement('style');
      style.textContent = STYLE;
      this.#box.hidden = true;
      this.#box.append(inside);
      try {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(STYLE);
        root.adoptedStyleSheets = [sheet];
        root.append(this.#box);
      } catch {
        root.append(style, this.#box);
      }
      this.#watch = new MutationObserver(() => this.#back());
      this.#put();
    }

    #put() {
      // One that an earlier version of the extension left: its script hears of that, and ends.
      for (const one of document.querySelectorAll(beside.HOST)) if (one !== this.#element) one.remove();
      document.documentElement.append(this.#element);
      this.#watch.disconnect();
      this.#watch.observe(document, { childList: true });
      this.#watch.observe(document.documentElement, { childList: true });
      this.#watch.takeRecords();
    }

    #back() {
      if (this.#element.parentNode === document.documentElement || !document.documentElement) return;
      if (!(globalThis.browser ?? globalThis.chrome).runtime?.id) return this.#lost(); // updated: we are a rest
      const now = Date.now();
      this.#tries = [...this.#tries.filter((time) => now - time < WITHIN_MS), now];
      if (this.#tries.length > TRIES || ++this.#ever > TRIES_EVER) this.#lost();
      else this.#put();
    }

    /** From now on it can be seen. */
    show() {
      this.#box.hidden = false;
    }

    /** Where the element begins: a page may have moved or padded what it stands in. */
    get origin() {
      const { left, top } = this.#element.getBoundingClientRect();
      return { x: left + scrollX, y: top + scrollY };
    }

    remove() {
      this.#watch.disconnect();
      this.#element.remove();
    }
  };
})();

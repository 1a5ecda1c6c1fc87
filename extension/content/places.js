//# allFunctionsCalledOnLoad
/** Where each block stands in the skeleton: the boxes around it become nodes, made as they are met. */
(() => {
  const beside = (globalThis.beside ??= {});

  beside.Places = class {
    #skeleton = new beside.Skeleton();
    #numbers = new Map();
    #looks;

    constructor(looks, body) {
      this.#looks = looks;
      if (body) this.#numbers.set(body, 0);
    }

    get tree() {
      return this.#skeleton.tree;
    }

    /** Makes room for a block of text that stands in this element. */
    put(element) {
      if (this.#numbers.has(element)) return;
      this.#node(beside.parentOf(element));
      if (beside.needsNode(tagOf(element), hintOf(element))) this.#node(element);
    }

    /** @returns {{tag: string, in: number}} */
    of(element) {
      const own = this.#numbers.get(element);
      // Loose text beside other blocks, or text that is in a box by itself: a paragraph of that box.
      if (own !== undefined) return { tag: 'p', in: own };
      return { tag: tagOf(element), in: this.#node(beside.parentOf(element)) };
    }

    #node(element) {
      if (!element) return 0; // it is no longer in the page
      if (this.#numbers.has(element)) return this.#numbers.get(element);
      const parent = this.#node(beside.parentOf(element));
      if (this.#looks.inline(element)) return parent;
      const number = this.#skeleton.add(tagOf(element), parent, hintOf(element));
      this.#numbers.set(element, number);
      return number;
    }
  };

  /** The body of a frame is a box like any other. */
  const tagOf = (element) => beside.plainTag(beside.nameOf(element).replace(/^body$/i, 'div'));

  function hintOf(element) {
    if (!beside.hasAttributes(element)) return '';
    const names = ['class', 'id', 'role'].map((name) => beside.attributeOf(element, name) ?? '').join(' ');
    const hint = beside.hintOf(names);
    return hint && beside.holds(element, 'main, h1') ? beside.aroundHeadline(hint) : hint;
  }
})();

/** Where each block stands in the skeleton: the boxes around it become nodes, made as they are met. */
(() => {
  const beside = (globalThis.beside ??= {});

  beside.Places = class {
    #skeleton = new beside.Skeleton();
    #numbers = new Map();
    #looks;
    #body;

    constructor(looks, body) {
      this.#looks = looks;
      this.#body = body;
      this.#numbers.set(body, 0);
    }

    get tree() {
      return this.#skeleton.tree;
    }

    /** Makes room for a block of text that stands in this element. */
    put(element) {
      if (this.#numbers.has(element)) return;
      this.#node(element.parentElement);
      if (beside.needsNode(beside.plainTag(element.nodeName), hintOf(element))) this.#node(element);
    }

    /** @returns {{tag: string, in: number}} */
    of(element) {
      const own = this.#numbers.get(element);
      // Loose text beside other blocks, or text that is in a box by itself: a paragraph of that box.
      if (own !== undefined) return { tag: 'p', in: own };
      return { tag: beside.plainTag(element.nodeName), in: this.#node(element.parentElement) };
    }

    #node(element) {
      if (!element || !this.#body.contains(element)) return 0;
      if (this.#numbers.has(element)) return this.#numbers.get(element);
      const parent = this.#node(element.parentElement);
      if (this.#looks.inline(element)) return parent;
      const number = this.#skeleton.add(beside.plainTag(element.nodeName), parent, hintOf(element));
      this.#numbers.set(element, number);
      return number;
    }
  };

  function hintOf(element) {
    // Not element.id: a field of a form may be called so, and stand in its place.
    const names = ['class', 'id', 'role'].map((name) => element.getAttribute(name) ?? '').join(' ');
    const hint = beside.hintOf(names);
    return hint && element.querySelector('main, h1') ? beside.aroundHeadline(hint) : hint;
  }
})();

//# allFunctionsCalledOnLoad
/**
 * What fits into one request. A page that is longer is cut, and says so; it never fails. Pure.
 * The service takes 1 MiB, 5,000 blocks and 200,000 code points.
 */
(() => {
  const beside = (globalThis.beside ??= {});

  const MAX_BLOCKS = 5_000;
  const MAX_POINTS = 200_000;
  const MAX_BYTES = 1_000_000; // a little below 1 MiB, for what stands around the blocks
  const UNIT_BYTES = 3; // at most, quoted or not
  const BLOCK_BYTES = 64; // {"i":1234,"tag":"blockquote","in":1234,"text":},
  const NODE_BYTES = 64; // ["blockquote",1234,"article body content"],

  beside.Budget = class {
    #blocks = 0;
    #points = 0;
    #bytes = 0;
    #uncounted = []; // texts that are not in the bytes yet
    #most = 0; // bytes that they can have at most
    cut = false;

    /**
     * Whether a block still fits, with the skeleton that stands by then. Once cut, all that follows is left out:
     * a text with holes would be worse than one that ends early.
     *
     * @param {string} text
     * @param {number} nodes of the skeleton so far
     */
    takes(text, nodes) {
      const points = beside.pointsOf(text);
      this.#uncounted.push(text);
      this.#most += text.length * UNIT_BYTES + 2 + BLOCK_BYTES;
      if (this.#bytes + this.#most + nodes * NODE_BYTES > MAX_BYTES) this.#count();
      const fits =
        this.#blocks < MAX_BLOCKS &&
        this.#points + points <= MAX_POINTS &&
        this.#bytes + this.#most + nodes * NODE_BYTES <= MAX_BYTES;
      if (this.cut || !fits) {
        this.cut = true;
        return false;
      }
      this.#blocks++;
      this.#points += points;
      return true;
    }

    /** Only when it matters: few pages come near. */
    #count() {
      for (const text of this.#uncounted) this.#bytes += beside.bytesOf(text) + BLOCK_BYTES;
      this.#uncounted = [];
      this.#most = 0;
    }
  };
})();

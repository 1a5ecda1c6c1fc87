//# allFunctionsCalledOnLoad
/** Work in slices: after a few milliseconds the page gets its turn, so that it never stutters because of us. */
(() => {
  const beside = (globalThis.beside ??= {});

  const SLICE_MS = 10;

  beside.Rest = class {
    #from = performance.now();
    #slice;

    constructor(slice = SLICE_MS) {
      this.#slice = slice;
    }

    get due() {
      return performance.now() - this.#from > this.#slice;
    }

    /** To be awaited between two pieces of work, if it is due. */
    async pause() {
      await new Promise((done) => setTimeout(done, 0));
      this.#from = performance.now();
    }
  };
})();

/** Times the content scripts for benchmarks/overlay, which puts this into a copy of the extension, before main.js. */
(() => {
  const beside = globalThis.beside;
  if (beside.costs) return;
  const costs = (beside.costs = {}); // milliseconds
  const spent = (name, { worked, longest }) => (costs[name] = { worked, longest });
  const now = () => performance.now();

  /** What was worked, without the rests, and the longest piece of it. */
  beside.Rest = class extends beside.Rest {
    worked = 0;
    longest = 0;
    #from = now();

    async pause() {
      this.stop();
      await super.pause();
      this.#from = now();
    }

    stop() {
      const piece = now() - this.#from;
      this.worked += piece;
      this.longest = Math.max(this.longest, piece);
      return this;
    }
  };

  const { extract } = beside;
  beside.extract = async (document) => {
    const rest = new beside.Rest();
    const reading = await extract(document, rest);
    spent(costs.extract ? 'again' : 'extract', rest.stop());
    return reading;
  };

  const { show } = beside.Marks.prototype;
  beside.Marks.prototype.show = async function (blocks, readAgain, passages) {
    const rest = new beside.Rest();
    const marked = await show.call(this, blocks, readAgain, passages, rest);
    spent('anchor', rest.stop());
    return marked;
  };

  beside.Overlay = class extends beside.Overlay {
    constructor(...given) {
      const from = now();
      super(...given);
      spent('draw', { worked: now() - from, longest: now() - from });
    }

    place() {
      const from = now();
      super.place();
      spent('place', { worked: now() - from, longest: now() - from });
    }
  };
})();

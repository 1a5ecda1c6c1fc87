//# allFunctionsCalledOnLoad
/**
 * Notices that a page has changed after it was read: new text, another story at another address, back from the memory
 * of the browser. Looks seldom, in slices, and less often where looking brought nothing.
 */
(() => {
  const beside = (globalThis.beside ??= {});

  const SOON_MS = 400;
  const LEAST_MS = 1_500;
  const MOST_MS = 60_000;
  const SHARE = 30; // of the time, one part for looking
  const BLOCK_LEAST = 40; // a clock or a counter is no news
  const NEWS_LEAST = 160; // about two sentences

  /** Whether there is text now that was not there when the page was read. Pure. */
  beside.hasNews = (before, now) => {
    const known = new Set(before);
    let news = 0;
    for (const text of now) if (text.length >= BLOCK_LEAST && !known.has(text)) news += text.length;
    return news >= NEWS_LEAST;
  };

  beside.Watch = class {
    #look;
    #timer = 0;
    #next = 0;
    #pause = LEAST_MS;
    #address = location.pathname + location.search;
    #stop = new AbortController();

    /** @param {() => Promise<boolean>} look whether it brought anything; also told of the page that came back */
    constructor(look) {
      this.#look = look;
      const { signal } = this.#stop;
      const moved = () => this.#moved();
      globalThis.navigation?.addEventListener('navigatesuccess', moved, { signal });
      addEventListener('popstate', moved, { signal });
      const changes = new MutationObserver(() => this.#soon());
      const options = { subtree: true, childList: true, characterData: true };
      for (const view of beside.windowsOf(window)) changes.observe(view.document, options);
      signal.addEventListener('abort', () => changes.disconnect());
    }

    #moved() {
      const address = location.pathname + location.search;
      if (address === this.#address) return; // a jump within the page
      this.#address = address;
      this.#pause = LEAST_MS;
      this.#next = 0;
      this.#soon();
    }

    #soon() {
      if (this.#timer) return;
      const wait = Math.max(SOON_MS, this.#next - Date.now());
      this.#timer = setTimeout(() => this.#go(), wait);
    }

    async #go() {
      const from = performance.now();
      const found = await this.#look().catch(() => false);
      const cost = performance.now() - from;
      this.#pause = found ? LEAST_MS : Math.min(MOST_MS, this.#pause * 1.5);
      this.#next = Date.now() + Math.max(this.#pause, cost * SHARE);
      this.#timer = 0;
    }

    end() {
      this.#stop.abort();
      clearTimeout(this.#timer);
    }
  };
})();

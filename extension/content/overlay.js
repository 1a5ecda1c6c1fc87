//# allFunctionsCalledOnLoad
/**
 * The markers beside the text. They and the card are drawn by a page of the extension, in a frame in a closed shadow
 * root: what is written there belongs to another origin. We tell the frame where; it knows what. The frame lies over
 * three screens of the page, moves with it, and is cut to the markers and the card: all the rest stays the page's.
 */
(() => {
  const beside = (globalThis.beside ??= {});
  const ext = globalThis.browser ?? globalThis.chrome;

  const PAGE = 'frame/frame.html';
  const PATIENCE_MS = 8_000;
  const SHADOW = 12; // of the card

  const keysOf = (markers) => markers.map(({ ns }) => ns.join()).join(' ');

  beside.Overlay = class {
    #marks;
    #blocks;
    #nonce;
    #reached;
    #host;
    #port = null;
    #ready = false;
    #chunk = null; // the part of the page that the frame lies over
    #markers = [];
    #card = null;
    #seq = 0;
    #due = 0;
    #turning = 0;
    #veiled = ''; // markers that a bar of the page lies over
    #wanted = null; // the passage that is to have the focus
    #former = null; // what had it before
    #stop = new AbortController();
    #frame = document.createElement('iframe');
    beaten = false;

    /**
     * @param {Marks} marks
     * @param {() => object[]} blocks
     * @param {string} nonce the frame's proof that we are we
     * @param {(ns: number[]) => void} reached called with the passages that the reader opened the card of
     */
    constructor(marks, blocks, nonce, reached) {
      [this.#marks, this.#blocks, this.#nonce, this.#reached] = [marks, blocks, nonce, reached];
      this.#frame.src = ext.runtime.getURL(PAGE);
      this.#frame.addEventListener('load', () => this.#greet());
      this.#host = new beside.Host(this.#frame, () => {
        this.beaten = true; // the page has taken it away so often that it stays away
        this.end();
      });
      setTimeout(() => this.#ready || this.end(), PATIENCE_MS);
      this.#listen();
    }

    get alive() {
      return !this.#stop.signal.aborted;
    }

    #listen() {
      const { signal } = this.#stop;
      const later = () => this.later();
      addEventListener('resize', later, { signal });
      document.addEventListener('scroll', (event) => this.#scrolled(event), { signal, capture: true, passive: true });
      document.addEventListener('load', later, { signal, capture: true }); // pictures push the text down
      for (const view of beside.windowsOf(window).slice(1)) view.addEventListener('scroll', later, { signal });
      const sizes = new ResizeObserver(later);
      sizes.observe(document.documentElement);
      if (document.body) sizes.observe(document.body);
      signal.addEventListener('abort', () => sizes.disconnect());
      addEventListener('pointerdown', (event) => event.isTrusted && this.#say('close'), { signal, capture: true });
    }

    /** The whole page takes the frame along; a box in it does not. */
    #scrolled({ target }) {
      if (target !== document) return this.later();
      this.#turning ||= requestAnimationFrame(() => {
        this.#turning = 0;
        if (keysOf(this.#under()) !== this.#veiled) this.#cut();
      });
      if (!this.#chunk || beside.nearItsEnd(this.#chunk, beside.viewOf())) this.later();
    }

    #greet() {
      this.#port?.close();
      this.#ready = false;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => this.#heard(data);
      this.#port = port1;
      // Only a page of ours can get it: whatever else stands in the frame has another origin.
      this.#frame.contentWindow.postMessage(this.#nonce, new URL(ext.runtime.getURL('')).origin, [port2]);
    }

    #say(kind, more = {}) {
      this.#port?.postMessage({ kind, ...more });
    }

    #heard({ kind, ...more }) {
      if (kind === 'ready') {
        [this.#ready, this.#frame.title] = [true, more.title];
        this.place(); // at once: to wait would be one more round of the page's own drawing
      } else if (kind === 'drawn' && more.seq === this.#seq) this.#drawn();
      else if (kind === 'open') this.#open(more);
      else if (kind === 'closed') {
        this.#card = null;
        this.#cut();
      } else if (kind === 'back') this.#back();
    }

    later() {
      if (this.#ready && !this.#due && this.alive) this.#due = requestAnimationFrame(() => this.place());
    }

    place() {
      cancelAnimationFrame(this.#due);
      this.#due = 0;
      const geometry = new beside.Geometry();
      const { top, bottom } = beside.chunkAround(beside.viewOf());
      const spots = geometry.spots(this.#marks, top, bottom);
      const texts = spots.length ? geometry.texts(this.#blocks(), top - 60, bottom + 60) : [];
      const width = document.documentElement.clientWidth;
      const laid = beside.layOut(spots, texts, { left: 0, right: width });
      this.#markers = laid.filter(({ y }) => y >= top && y < bottom - 24);
      this.#chunk = { top, bottom, width };
      this.#say('draw', { seq: ++this.#seq, top, markers: this.#markers });
    }

    /** A frame that can't be seen takes no focus: it waits for the first drawing. */
    #drawn() {
      this.#cut();
      if (this.#wanted === null) return;
      this.#frame.focus({ preventScroll: true });
      this.#say('focus', { n: this.#wanted });
      this.#wanted = null;
    }

    #under() {
      return this.#markers.filter((marker) => beside.underBar(marker, this.#marks.at(marker.ns[0])?.block.element));
    }

    /** The frame has drawn: let what it drew be seen, and nothing else. */
    #cut() {
      if (!this.#chunk) return;
      const [under, { x, y }] = [this.#under(), this.#host.origin];
      this.#veiled = keysOf(under);
      const { top, bottom, width } = this.#chunk;
      const card = this.#card && { ...this.#card, y: this.#card.y - top };
      Object.assign(this.#frame.style, {
        left: `${-x}px`,
        top: `${top - y}px`,
        width: `${width}px`,
        height: `${bottom - top}px`,
        clipPath: beside.outline(
          this.#markers.filter((marker) => !under.includes(marker)).map(({ x, y: at }) => ({ x, y: at - top })),
          card,
        ),
      });
      this.#host.show();
      const right = beside.standsRight(this.#frame.getBoundingClientRect(), this.#chunk);
      if (!right) this.#frame.style.clipPath = 'inset(50%)';
    }

    #open({ ns, x, width, height }) {
      this.#reached(ns);
      const marker = this.#markers.find((one) => one.ns.includes(ns[0]));
      if (!marker) return;
      const view = { top: scrollY, height: innerHeight, width: this.#chunk.width };
      const { left, top, high } = beside.roomFor(marker, { x, width, height }, view);
      this.#card = { x: left - SHADOW, y: top - SHADOW, width: width + 2 * SHADOW, height: high + 2 * SHADOW };
      this.#say('put', { x: left, y: top, height: high });
      this.#cut();
    }

    /** By keyboard to a passage: it comes into view, its marker gets the focus. */
    focus(n) {
      const { activeElement } = document;
      if (activeElement?.localName !== beside.HOST) this.#former = activeElement;
      this.#wanted = n;
      if (this.#ready) this.place();
    }

    /** Esc: the focus goes back to where the reader was, or to the passage, for the next Tab. */
    #back() {
      this.#frame.blur();
      const former = this.#former;
      this.#former = null;
      if (former?.isConnected && former !== document.body) former.focus({ preventScroll: true });
      else window.focus();
    }

    end() {
      this.#stop.abort();
      cancelAnimationFrame(this.#due);
      cancelAnimationFrame(this.#turning);
      this.#port?.close();
      this.#host.remove();
      this.#marks.point([]);
    }
  };
})();

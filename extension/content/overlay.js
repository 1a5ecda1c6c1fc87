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
  const GAP = 8;
  const SHADOW = 12; // of the card
  const CARD_MOST = 440;
  const CARD_LEAST = 220;
  const SIZE = 24;

  const heightOf = () => Math.max(document.documentElement.scrollHeight, document.body?.scrollHeight ?? 0);

  beside.Overlay = class {
    #marks;
    #blocks;
    #nonce;
    #host;
    #port = null;
    #ready = false;
    #chunk = null; // the part of the page that the frame lies over
    #markers = [];
    #card = null;
    #seq = 0;
    #due = 0;
    #wanted = null; // the passage that is to have the focus
    #former = null; // what had it before
    #stop = new AbortController();
    #frame = document.createElement('iframe');

    /** @param {Marks} marks @param {() => object[]} blocks @param {string} nonce the frame's proof that we are we */
    constructor(marks, blocks, nonce) {
      [this.#marks, this.#blocks, this.#nonce] = [marks, blocks, nonce];
      this.#frame.title = ext.i18n.getMessage('frameTitle');
      this.#frame.src = ext.runtime.getURL(PAGE);
      this.#frame.addEventListener('load', () => this.#greet());
      this.#host = new beside.Host(this.#frame, () => this.end());
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
      const { top, bottom } = this.#chunk ?? { top: Infinity, bottom: 0 };
      const room = innerHeight / 3;
      if ((top > 0 && scrollY < top + room) || (bottom < heightOf() && scrollY + innerHeight > bottom - room))
        this.later();
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
        this.#ready = true;
        this.later();
      } else if (kind === 'drawn' && more.seq === this.#seq) this.#cut();
      else if (kind === 'open') this.#open(more);
      else if (kind === 'closed') {
        this.#card = null;
        this.#cut();
      } else if (kind === 'now') this.#marks.point(more.ns);
      else if (kind === 'back') this.#back();
    }

    later() {
      if (this.#ready && !this.#due && this.alive) this.#due = requestAnimationFrame(() => this.place());
    }

    /** Measures all, then tells the frame. */
    place() {
      cancelAnimationFrame(this.#due);
      this.#due = 0;
      const from = performance.now();
      const geometry = new beside.Geometry();
      const top = Math.max(0, Math.round(scrollY - innerHeight));
      const bottom = Math.min(heightOf(), Math.round(scrollY + 2 * innerHeight));
      const spots = this.#marks.numbers
        .map((n) => [n, this.#marks.at(n), geometry.start(this.#marks.at(n))])
        .filter(([, , box]) => box.bottom > top && box.top < bottom - 30)
        .map(([n, at]) => geometry.spot(n, at))
        .filter(Boolean)
        .sort((one, other) => one.line.top - other.line.top || one.line.left - other.line.left);
      const texts = spots.length ? geometry.texts(this.#blocks(), top - 60, bottom + 60) : [];
      const width = document.documentElement.clientWidth;
      this.#markers = beside
        .layOut(spots, texts, { left: 0, right: width })
        .filter(({ y }) => y >= top && y < bottom - 24);
      this.#chunk = { top, bottom, width };
      this.#say('draw', { seq: ++this.#seq, top, markers: this.#markers, focus: this.#wanted });
      this.#wanted = null;
      const took = performance.now() - from;
      beside.spent('place', { worked: took, longest: took });
    }

    /** The frame has drawn: let what it drew be seen, and nothing else. */
    #cut() {
      const { top, bottom, width } = this.#chunk;
      const { x, y } = this.#host.origin;
      const card = this.#card && { ...this.#card, y: this.#card.y - top };
      Object.assign(this.#frame.style, {
        left: `${-x}px`,
        top: `${top - y}px`,
        width: `${width}px`,
        height: `${bottom - top}px`,
        clipPath: beside.outline(
          this.#markers.map((marker) => ({ x: marker.x, y: marker.y - top })),
          card,
        ),
      });
    }

    /** Room for the card: below its passages or above them, in what is in view now. */
    #open({ ns, x, width, height }) {
      const marker = this.#markers.find((one) => one.ns.includes(ns[0]));
      if (!marker) return;
      const [viewTop, viewBottom] = [scrollY + GAP, scrollY + innerHeight - GAP];
      const under = Math.max(marker.bottom, marker.y + SIZE) + GAP;
      const over = Math.min(marker.top, marker.y) - GAP;
      const wanted = Math.min(height, CARD_MOST);
      const [below, above] = [viewBottom - under, over - viewTop];
      // Long passages leave no room on either side: then it lies over them, beside its marker.
      const fits = Math.max(below, above) >= Math.min(wanted, CARD_LEAST);
      const down = below >= Math.min(wanted, 300) || below >= above;
      const high = fits ? Math.min(wanted, down ? below : above) : Math.min(wanted, innerHeight - 2 * GAP);
      const ideal = !fits ? marker.y + SIZE + GAP : down ? under : over - high;
      const top = Math.max(viewTop, Math.min(ideal, viewBottom - high));
      const left = Math.max(GAP, Math.min(x, this.#chunk.width - width - GAP));
      this.#card = { x: left - SHADOW, y: top - SHADOW, width: width + 2 * SHADOW, height: high + 2 * SHADOW };
      this.#say('put', { x: left, y: top, height: high });
      this.#cut();
    }

    /** By keyboard to a passage: it comes into view, its marker gets the focus. */
    focus(n) {
      const { activeElement } = document;
      if (activeElement?.localName !== beside.HOST) this.#former = activeElement;
      this.#wanted = n;
      this.#frame.focus({ preventScroll: true });
      this.place();
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
      this.#port?.close();
      this.#host.remove();
      this.#marks.point([]);
    }
  };
})();

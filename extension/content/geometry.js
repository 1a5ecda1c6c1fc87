//# allFunctionsCalledOnLoad
/** Boxes of the passages and of the text around them, in coordinates of the whole document. Reads, never writes. */
(() => {
  const beside = (globalThis.beside ??= {});

  const SCROLLS = /auto|scroll|hidden|clip/;

  /** Boxes of one line, put together: a line of several fonts and links is one. */
  function linesOf(boxes) {
    const lines = [];
    for (const box of boxes) {
      if (box.width < 1 || box.height < 1) continue;
      const line = lines.at(-1);
      const middle = (box.top + box.bottom) / 2;
      if (line && middle > line.top && middle < line.bottom) {
        line.left = Math.min(line.left, box.left);
        line.right = Math.max(line.right, box.right);
        line.top = Math.min(line.top, box.top);
        line.bottom = Math.max(line.bottom, box.bottom);
      } else lines.push({ left: box.left, right: box.right, top: box.top, bottom: box.bottom });
    }
    return lines;
  }

  /** Lines heaped as they stand below one another: one heap, but for a text that is set in columns. */
  function columnsOf(lines) {
    const columns = [];
    for (const line of lines) {
      const column = columns.at(-1);
      const below = column && line.top >= column.top && line.left < column.right && line.right > column.left;
      if (below) Object.assign(column, around([column, line]), { last: line });
      else columns.push({ ...line, last: line });
    }
    return columns;
  }

  const around = (boxes) => ({
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  });

  /** What is in view, and how high the whole page is. */
  beside.viewOf = () => ({
    top: scrollY,
    height: innerHeight,
    page: Math.max(document.documentElement.scrollHeight, document.body?.scrollHeight ?? 0),
  });

  beside.Geometry = class {
    #x = scrollX;
    #y = scrollY;
    #clips = new Map();

    #inPage(box, document) {
      const { left, top, width, height } = document === window.document ? box : beside.inTop(box, document);
      const [x, y] = [left + this.#x, top + this.#y];
      return { left: x, top: y, right: x + width, bottom: y + height, width, height };
    }

    #boxes(range) {
      const document = beside.documentOf(range.startContainer);
      return Array.from(range.getClientRects(), (box) => this.#inPage(box, document));
    }

    #outer(range) {
      return this.#inPage(range.getBoundingClientRect(), beside.documentOf(range.startContainer));
    }

    /** Where the passages between two heights of the page stand, from top to bottom. */
    spots(marks, top, bottom) {
      return marks.numbers
        .map((n) => [n, marks.at(n), this.start(marks.at(n))])
        .filter(([, , box]) => box.bottom > top && box.top < bottom - 30)
        .map(([n, at]) => this.spot(n, at))
        .filter(Boolean)
        .sort((one, other) => one.line.top - other.line.top || one.line.left - other.line.left);
    }

    /** Where a passage begins, at little cost. */
    start = ({ ranges }) => this.#outer(ranges[0]);

    /** @returns {import('./layout.js').Spot|null} null where nothing of it can be seen */
    spot(n, { block, ranges }) {
      const own = linesOf(this.#boxes(ranges[0]));
      const [line] = own;
      if (!line || !this.#seen(line, block.element)) return null;
      const lines = this.#lines(block);
      const column = columnsOf(lines).find((one) => meets(one, line)) ?? { ...around(lines), last: lines.at(-1) };
      const { bottom } = ranges.length > 1 ? this.#outer(ranges.at(-1)) : columnsOf(own)[0];
      const style = beside.documentOf(block.element).defaultView.getComputedStyle(block.element);
      return { n, line, bottom, last: column.last, lines, block: column, rtl: style.direction === 'rtl', of: block };
    }

    #lines = (block) => linesOf(Array.from(beside.measured(block), (range) => this.#boxes(range)).flat());

    /** Whether it lies in the open part of the boxes that scroll by themselves. */
    #seen(line, element) {
      const clip = this.#clip(element);
      const middle = (line.top + line.bottom) / 2;
      return !clip || (middle > clip.top && middle < clip.bottom && line.right > clip.left && line.left < clip.right);
    }

    #clip(element) {
      if (!element) return null;
      if (this.#clips.has(element)) return this.#clips.get(element);
      const document = beside.documentOf(element);
      const frame = element === document.documentElement && document !== window.document;
      const scrolling = element === document.body || element === document.documentElement;
      const own = !scrolling && SCROLLS.test(document.defaultView.getComputedStyle(element).overflow);
      const outer = this.#clip(beside.parentOf(element));
      let clip = outer;
      if (own) clip = within(this.#inPage(beside.boxOf(element), document), outer);
      if (frame) clip = within(this.#inTop(document), outer);
      this.#clips.set(element, clip);
      return clip;
    }

    #inTop({ defaultView: view, documentElement: root }) {
      const box = { left: 0, top: 0, width: root.clientWidth, height: view.innerHeight };
      return this.#inPage(box, root.ownerDocument);
    }

    /** All the text that lies between two heights, block by block. */
    texts(blocks, top, bottom) {
      const boxes = [];
      for (const block of blocks) {
        if (!block.element.isConnected) continue;
        const document = beside.documentOf(block.element);
        const outer = this.#inPage(beside.boxOf(block.element), document);
        if (outer.height && (outer.bottom < top || outer.top > bottom)) continue;
        const inner = Array.from(beside.measured(block), (range) => this.#outer(range));
        let known;
        const parts = () => (known ??= columnsOf(this.#lines(block)));
        boxes.push({ ...around(inner), of: block, parts });
      }
      return boxes;
    }
  };

  const meets = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

  const within = (box, outer) =>
    outer
      ? {
          left: Math.max(box.left, outer.left),
          top: Math.max(box.top, outer.top),
          right: Math.min(box.right, outer.right),
          bottom: Math.min(box.bottom, outer.bottom),
        }
      : box;
})();

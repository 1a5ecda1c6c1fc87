//# allFunctionsCalledOnLoad
/**
 * Where the markers go: in the margin of their column beside the line, else behind its last line, else in the gap below
 * or above; never over text, nor nearer to other words. Those that would crowd become one. Pure: boxes in, places out.
 */
(() => {
  const beside = (globalThis.beside ??= {});

  const SIZE = 24;
  const APART = 28;
  const GAPS = [10, 4]; // between the margin marker and the text: the second where another column is near
  const BEHIND = 6;
  const EDGE = 2;
  const FURTHEST = 480; // how far below its words a marker may stand, where there is no room nearer
  const STEP = 8;

  /**
   * @typedef {{left: number, top: number, right: number, bottom: number}} Box
   * @typedef {object} Spot a passage to be marked
   * @property {number} n
   * @property {Box} line the first line of it
   * @property {number} bottom where it ends
   * @property {Box} last the last line of its block, in the column in which the passage begins
   * @property {Box} block all of its block in that column
   * @property {Box[]} lines of its block, in all columns
   * @property {boolean} rtl
   * @property {object} of which block it is
   * @typedef {{ns: number[], x: number, y: number, top: number, bottom: number}} Marker  top, bottom: of its words
   */

  const meet = (one, other) =>
    one.left < other.right - 1 &&
    other.left < one.right - 1 &&
    one.top < other.bottom - 1 &&
    other.top < one.bottom - 1;

  const boxAt = ({ x, y }) => ({ left: x, top: y, right: x + SIZE, bottom: y + SIZE });
  const centred = (line) => Math.round((line.top + line.bottom - SIZE) / 2);

  function* places({ line, last, block, rtl }) {
    const left = (gap) => ({ x: block.left - gap - SIZE, y: centred(line), gap });
    const right = (gap) => ({ x: block.right + gap, y: centred(line), gap });
    for (const side of rtl ? [right, left] : [left, right]) yield* GAPS.map(side);
    yield { x: rtl ? last.left - BEHIND - SIZE : last.right + BEHIND, y: centred(last), gap: BEHIND };
    const x = rtl ? block.right - SIZE : block.left;
    yield { x, y: block.bottom };
    yield { x, y: block.top - SIZE };
    for (let y = block.bottom + STEP; y < block.bottom + FURTHEST; y += STEP) yield { x, y };
  }

  /**
   * @param {Spot[]} spots in the order of the page
   * @param {(Box & {of: object, parts?: () => Box[]})[]} texts all boxes of text nearby; parts: what of a box has text
   *   in it, column by column, asked for only where it matters
   * @param {{left: number, right: number}} room the width of the page
   * @returns {Marker[]} a passage for which there is no room anywhere goes with the one before it
   */
  beside.layOut = (spots, texts, room) => {
    const markers = [];
    for (const spot of spots) {
      const near = texts.filter(({ of, bottom }) => of !== spot.of && bottom > spot.block.top - 60);
      const free = (place) => {
        const box = boxAt(place);
        const { gap = 0 } = place;
        const inside = box.left >= room.left + EDGE && box.right <= room.right - EDGE;
        if (!inside || box.top < 0 || spot.lines.some((line) => meet(box, line))) return false;
        const apart = { ...box, left: box.left - gap, right: box.right + gap };
        return !near.some((text) => meet(apart, text) && (text.parts?.() ?? [text]).some((part) => meet(apart, part)));
      };
      const place = firstOf(places(spot), free);
      const home = place ? crowded(markers, place) : markers.at(-1);
      const { n, bottom } = spot;
      if (home) {
        home.ns.push(n);
        home.bottom = Math.max(home.bottom, bottom);
      } else if (place) {
        markers.push({ ns: [n], x: Math.round(place.x), y: Math.round(place.y), top: spot.line.top, bottom });
      }
    }
    return markers;
  };

  function firstOf(all, good) {
    for (const one of all) if (good(one)) return one;
    return undefined;
  }

  const crowded = (markers, { x, y }) =>
    markers.find((marker) => Math.abs(marker.x - x) < APART && Math.abs(marker.y - y) < APART);

  /**
   * What of the frame is there at all, for the eye and for the mouse: the markers, and the card.
   *
   * @param {{x: number, y: number}[]} markers
   * @param {{x: number, y: number, width: number, height: number}|null} card
   */
  beside.outline = (markers, card) => {
    const half = SIZE / 2;
    const reach = half + 4; // for the line around what has the focus
    const arc = `a${reach} ${reach} 0 1 1`;
    const round = ({ x, y }) => `M${x + half - reach} ${y + half}${arc} ${2 * reach} 0${arc} ${-2 * reach} 0z`;
    const shapes = markers.map(round); // all the same way round, or what two of them share would be a hole
    if (card) shapes.push(`M${card.x} ${card.y}h${card.width}v${card.height}h${-card.width}z`);
    return shapes.length ? `path("${shapes.join('')}")` : 'inset(50%)';
  };
})();

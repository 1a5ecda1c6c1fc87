//# allFunctionsCalledOnLoad
/** Where things of ours have room beside the page's words. Pure: comes in boxes, goes out boxes, in CSS pixels. */
(() => {
  const beside = (globalThis.beside ??= {});

  const GAP = 8;
  const CARD_MOST = 440;
  const CARD_LEAST = 220;
  const MARKER = 24;
  const ASIDE = 12; // the card's shadow
  const NEARLY = 2;

  /**
   * Room for a card: below its passages or above them, in what is in view now.
   *
   * @param {{top: number, bottom: number, y: number}} marker with the passages it stands for
   * @param {{x: number, width: number, height: number}} card as it would like to be
   * @param {{top: number, height: number, width: number}} view
   */
  beside.roomFor = (marker, { x, width, height }, view) => {
    const [viewTop, viewBottom] = [view.top + GAP, view.top + view.height - GAP];
    const under = Math.max(marker.bottom, marker.y + MARKER) + GAP;
    const over = Math.min(marker.top, marker.y) - GAP;
    const wanted = Math.min(height, CARD_MOST);
    const [below, above] = [viewBottom - under, over - viewTop];
    // Long passages leave no room on either side: then it lies over them, beside its marker.
    const fits = Math.max(below, above) >= Math.min(wanted, CARD_LEAST);
    const down = below >= Math.min(wanted, 300) || below >= above;
    const high = fits ? Math.min(wanted, down ? below : above) : Math.min(wanted, view.height - 2 * GAP);
    const ideal = !fits ? marker.y + MARKER + GAP : down ? under : over - high;
    const top = Math.max(viewTop, Math.min(ideal, viewBottom - high));
    // Beside the marker's margin, toward the middle: other markers there stay in view.
    const past = x < view.width / 2 ? x + MARKER + ASIDE : x - ASIDE - width;
    return { left: Math.max(GAP, Math.min(past, view.width - width - GAP)), top, high };
  };

  /**
   * The part of the page that the frame lies over: three screens.
   *
   * @param {{top: number, height: number, page: number}} view what is in view, and the height of the whole page
   */
  beside.chunkAround = ({ top, height, page }) => ({
    top: Math.max(0, Math.round(top - height)),
    bottom: Math.min(page, Math.round(top + 2 * height)),
  });

  /** Whether what is in view comes near an end of that part, and the page goes on there. */
  beside.nearItsEnd = (chunk, { top, height, page }) =>
    (chunk.top > 0 && top < chunk.top + height / 3) ||
    (chunk.bottom < page && top + height > chunk.bottom - height / 3);

  /** On a page that is turned or stretched as a whole, markers would stand beside other words: there are none then. */
  beside.standsRight = (box, { top, bottom, width }) => {
    const off = [box.left + scrollX, box.top + scrollY - top, box.width - width, box.height - (bottom - top)];
    return off.every((pixels) => Math.abs(pixels) < NEARLY);
  };
})();

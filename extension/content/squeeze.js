//# allFunctionsCalledOnLoad
/**
 * The text of a block as it is sent: its pieces joined, every run of white space one blank, none at either end.
 * And the way back, from a place in that text to the piece it came from. Pure.
 */
(() => {
  const beside = (globalThis.beside ??= {});

  // Control characters too: the service refuses them, and a reader sees nothing there anyway.
  // All but the lone space between two words, which is most of them and stays.
  const BLANKS = / [\s\u0000-\u001f\u007f-\u009f]+|(?! )[\s\u0000-\u001f\u007f-\u009f]+/g;
  const INK = /[^\s\u0000-\u001f\u007f-\u009f]/;

  /** @param {string[]} pieces */
  beside.squeeze = (pieces) => {
    const text = pieces.join('').replace(BLANKS, ' ').replace(/^ | $/g, '');
    // Half a surrogate pair can't be sent; its stand-in is one unit as well, so places stay right.
    return text.toWellFormed?.() ?? text;
  };

  /**
   * Where a unit of the squeezed text stands in the joined pieces: what was squeezed out before it is added again.
   *
   * @param {string} joined
   * @param {number} unit
   */
  beside.unsqueezed = (joined, unit) => {
    const start = joined.search(INK); // of the blanks before it none was kept
    let place = unit + start;
    for (const { index, 0: blanks } of joined.matchAll(BLANKS)) {
      if (index >= place) break;
      if (index >= start) place += blanks.length - 1;
    }
    return place;
  };
})();

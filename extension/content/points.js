/**
 * Code points and code units. The service counts Unicode code points, a JavaScript string counts UTF-16 units:
 * one emoji is 1 there and 2 here. Pure; content scripts are classic files that share `globalThis.beside`.
 */
(() => {
  const beside = (globalThis.beside ??= {});

  /**
   * How many units the first `points` code points take, or -1 when the text is shorter than that.
   *
   * @param {string} text
   * @param {number} points
   */
  beside.unitsOf = (text, points) => {
    let units = 0;
    for (let left = points; left > 0; left--) {
      if (units >= text.length) return -1;
      units += text.codePointAt(units) > 0xffff ? 2 : 1;
    }
    return units;
  };

  /** @param {string} text */
  beside.pointsOf = (text) => {
    let points = 0;
    for (const _ of text) points++;
    return points;
  };
})();

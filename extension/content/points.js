//# allFunctionsCalledOnLoad
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

  const PAIR = /[\ud800-\udbff]/;
  const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g;
  const ESCAPED = /["\\]/g;
  const encoder = new TextEncoder();

  /** @param {string} text */
  beside.pointsOf = (text) => text.length - (PAIR.test(text) ? (text.match(PAIRS)?.length ?? 0) : 0);

  /** How many bytes it is as JSON. @param {string} text without control characters */
  beside.bytesOf = (text) => encoder.encode(text).length + (text.match(ESCAPED)?.length ?? 0) + 2;
})();

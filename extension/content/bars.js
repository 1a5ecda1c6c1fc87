//# allFunctionsCalledOnLoad
/** Bars that a page keeps in view while the rest of it scrolls: what stands beside the text goes below them with it. */
(() => {
  const beside = (globalThis.beside ??= {});

  const NEAR = 200; // from the upper or lower edge of what is in view
  const HALF = 12; // of a marker
  const STAYS = /fixed|sticky/;

  /**
   * @param {{x: number, y: number}} marker
   * @param {Element|undefined} text what it stands for: a bar that holds it has its marker on it
   * @returns {boolean} whether a bar of the page lies over its place now
   */
  beside.underBar = (marker, text) => {
    const [x, y] = [marker.x + HALF - scrollX, marker.y + HALF - scrollY];
    if (y < 0 || y > innerHeight || (y > NEAR && y < innerHeight - NEAR)) return false;
    const on = document.elementsFromPoint(x, y).find((element) => element.localName !== beside.HOST);
    for (let element = on; element && element !== document.body; element = beside.parentOf(element)) {
      if (!STAYS.test(getComputedStyle(element).position)) continue;
      // A sheet over half the page and more is no bar: what it covers can't be seen or pressed anyway, or is meant to.
      return beside.boxOf(element).height < innerHeight / 2 && !(text && element.contains(text));
    }
    return false;
  };
})();

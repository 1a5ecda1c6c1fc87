//# allFunctionsCalledOnLoad
/** The day a page says it was published, out of what it writes about itself: the form of it, and JSON-LD. Pure. */
(() => {
  const beside = (globalThis.beside ??= {});

  // A month at least. What follows a day may be a time or a zone; "2022-11-05:00" is a month with a zone, and no day.
  const DATE = /^\d{4}-\d{2}(?:-\d{2}(?![\d:])|(?![\d-]))/;
  const FIRST = '1990';
  const DAY_LONG = 86_400_000;
  const MAX_UNITS = 200_000;
  const MAX_NODES = 1_000;

  /**
   * @param {unknown} value that begins with a day or a month
   * @param {number} now
   * @returns {string|undefined} that part alone, if there is such a day between 1990 and tomorrow
   */
  beside.dateIn = (value, now) => {
    const [date] = DATE.exec(typeof value === 'string' ? value.trim() : '') ?? [];
    if (!date || date < FIRST || !isReal(date)) return undefined;
    // Tomorrow: where the page was written it may be a day later than here.
    const tomorrow = new Date(now + DAY_LONG).toISOString();
    return date <= tomorrow.slice(0, date.length) ? date : undefined;
  };

  /**
   * What JSON-LD gives as `datePublished`, what is nearest to the top first: an article stands above its comments and
   * above the list it is in. What is no JSON or does not fit any more is passed over.
   *
   * @param {Iterable<string>} texts
   * @returns {unknown[]}
   */
  beside.datesInJson = (texts) => {
    const nodes = parsed(texts);
    const found = [];
    for (let i = 0; i < nodes.length && i < MAX_NODES; i++) {
      for (const value of [nodes[i].datePublished].flat()) found.push(value?.['@value'] ?? value);
      for (const inner of Object.values(nodes[i])) if (inner && typeof inner === 'object') nodes.push(inner);
    }
    return found;
  };

  function parsed(texts) {
    const nodes = [];
    let left = MAX_UNITS;
    for (const text of texts) {
      if (text.length > left) continue;
      left -= text.length;
      try {
        const value = JSON.parse(text);
        if (value && typeof value === 'object') nodes.push(value);
      } catch {
        // Not JSON. Others may be.
      }
    }
    return nodes;
  }

  /** "2022-02-30" has the form of a day and is none. */
  function isReal(date) {
    const day = date.padEnd(10, '-01');
    const time = new Date(`${day}T00:00:00Z`);
    return !Number.isNaN(time.valueOf()) && time.toISOString().startsWith(day);
  }
})();

/**
 * The page's text as numbered blocks in a bare skeleton: what is sent, and all that is sent.
 * Reads the page, changes nothing in it.
 */
(() => {
  const beside = (globalThis.beside ??= {});

  // Never text of the article, or the reader's own words: scripts, fields, frames, players.
  const LEFT_OUT = new Set(
    (
      'SCRIPT STYLE NOSCRIPT TEMPLATE INPUT TEXTAREA SELECT OPTION DATALIST BUTTON METER PROGRESS ' +
      'SVG CANVAS IFRAME OBJECT EMBED VIDEO AUDIO'
    ).split(' '),
  );

  const leftOut = (element) =>
    LEFT_OUT.has(element.nodeName.toUpperCase()) ||
    element.isContentEditable ||
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true';

  /**
   * @param {Document} document
   * @returns {{page: object, blocks: {text: string, pieces: Node[]}[]}} the request, and the way back into the page
   */
  beside.extract = (document) => {
    const looks = new beside.Looks(document.defaultView);
    const budget = new beside.Budget();
    const places = new beside.Places(looks, document.body);
    const blocks = [];
    if (!document.body) return { page: { blocks, tree: places.tree }, blocks }; // a bare picture, a drawing
    for (const run of runsOf(document, looks)) {
      const text = beside.squeeze(run.pieces.map(beside.dataOf));
      if (text.length < 2) continue;
      if (!budget.takes(text, places.tree.length)) break;
      places.put(run.element);
      blocks.push({ ...run, text });
    }
    // Only now: a box may have turned out to hold other blocks as well.
    const sent = blocks.map(({ element, text }, i) => ({ i, ...places.of(element), text }));
    const page = { blocks: sent, tree: places.tree, ...beside.about(document) };
    if (budget.cut) page.truncated = true;
    return { page, blocks };
  };

  /** A line break is a blank between two words. */
  beside.dataOf = (piece) => (piece.nodeType === Node.TEXT_NODE ? piece.data : ' ');

  /** Text that runs on without a break: text nodes, and the line breaks between them. */
  function* runsOf(document, looks) {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeType === Node.ELEMENT_NODE && leftOut(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    let run = null;
    let breaks = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeName === 'BR') {
        breaks++;
        run?.pieces.push(node);
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        if (!looks.inline(node)) breaks = Infinity; // whatever comes next is another block
      } else if (!/\S/.test(node.data)) {
        run?.pieces.push(node);
      } else if (looks.shown(node.parentElement)) {
        const element = blockAround(node, looks);
        // Two line breaks stand for a paragraph on pages that know no other.
        if (run && (breaks > 1 || run.element !== element)) {
          yield run;
          run = null;
        }
        run ??= { element, pieces: [] };
        run.pieces.push(node);
        breaks = 0;
      }
    }
    if (run) yield run;
  }

  function blockAround(node, looks) {
    let element = node.parentElement;
    while (element.parentElement && looks.inline(element)) element = element.parentElement;
    return element;
  }
})();

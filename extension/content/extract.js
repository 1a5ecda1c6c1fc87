/**
 * The page's text as numbered blocks in a bare skeleton: what is sent, and all that is sent.
 * Reads the page in slices, changes nothing in it.
 */
(() => {
  const beside = (globalThis.beside ??= {});

  // Never text of the article, or the reader's own words: scripts, fields, players.
  const LEFT_OUT = new Set(
    (
      'SCRIPT STYLE NOSCRIPT TEMPLATE INPUT TEXTAREA SELECT OPTION DATALIST BUTTON METER PROGRESS ' +
      'SVG svg CANVAS OBJECT EMBED VIDEO AUDIO'
    ).split(' '),
  );
  const FRAMES = new Set(['IFRAME', 'FRAME']);
  const OFTEN = 64; // nodes between two looks at the clock
  const MOST_NODES = 400_000;

  const editable = (element) => !['false', null].includes(beside.attributeOf(element, 'contenteditable'));

  const leftOut = (element) =>
    LEFT_OUT.has(beside.nameOf(element)) ||
    (beside.hasAttributes(element) &&
      (beside.hasAttribute(element, 'hidden') ||
        beside.attributeOf(element, 'aria-hidden') === 'true' ||
        editable(element)));

  /**
   * @param {Document} document
   * @param {Rest} rest
   * @returns {Promise<{page: object, blocks: {text: string, element: Element, pieces: Node[]}[]}>} the request, and the
   *   way back into the page
   */
  beside.extract = async (document, rest = new beside.Rest()) => {
    const looks = new beside.Looks();
    const budget = new beside.Budget();
    const places = new beside.Places(looks, document.body);
    const blocks = [];
    if (!document.body) return { page: { blocks, tree: places.tree }, blocks }; // a bare picture, a drawing
    for (const run of runsOf(document.body, looks, budget)) {
      if (rest.due) await rest.pause();
      if (!run) continue;
      const text = beside.squeeze(run.pieces.map(beside.dataOf));
      if (text.length < 2) continue;
      if (!budget.takes(text, places.tree.length)) break;
      places.put(run.element);
      blocks.push({ ...run, text });
    }
    const sent = await placed(blocks, places, rest);
    const page = { blocks: sent, tree: places.tree, ...beside.about(document) };
    if (budget.cut) page.truncated = true;
    return { page, blocks };
  };

  /** Only when all is read: a box may have turned out to hold other blocks as well. */
  async function placed(blocks, places, rest) {
    const sent = [];
    for (const { element, text } of blocks) {
      if (rest.due) await rest.pause();
      sent.push({ i: sent.length, ...places.of(element), text });
    }
    return sent;
  }

  const PLAIN = /^[!-~]/; // most text begins with a letter, and need not be searched for one
  const isBlank = (text) => !PLAIN.test(text) && !/\S/.test(text);

  /** A line break is a blank between two words. */
  beside.dataOf = (piece) => (piece.nodeType === Node.TEXT_NODE ? piece.data : ' ');

  /** Text that runs on without a break: text nodes, and the line breaks between them. Now and then nothing, to rest. */
  function* runsOf(body, looks, budget) {
    const unseen = (element) => leftOut(element) || (FRAMES.has(beside.nameOf(element)) && !looks.shown(element));
    let run = null;
    let breaks = 0;
    let steps = 0;
    for (const node of beside.shownNodes(body, unseen)) {
      if (++steps % OFTEN === 0) yield null;
      if (steps > MOST_NODES) {
        budget.cut = true;
        break;
      }
      if (beside.typeOf(node) === Node.ELEMENT_NODE) {
        if (beside.nameOf(node) === 'BR') {
          breaks++;
          run?.pieces.push(node);
        } else if (!looks.inline(node)) breaks = Infinity; // whatever comes next is another block
      } else if (isBlank(node.data)) {
        run?.pieces.push(node);
      } else {
        const parent = beside.parentOf(node);
        if (!parent || !looks.shown(parent)) continue;
        const element = blockAround(parent, looks);
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

  function blockAround(parent, looks) {
    let element = parent;
    for (let around = element; around && looks.inline(element); ) {
      around = beside.parentOf(element);
      if (around) element = around;
    }
    return element;
  }
})();

//# allFunctionsCalledOnLoad
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
  const [ELEMENT, TEXT] = [1, 3];
  const [NOTHING, BREAK] = ['', 'break'];
  const OFTEN = 64; // nodes between two looks at the clock
  const MOST_NODES = 400_000;

  const leftOut = (element, name) =>
    LEFT_OUT.has(name) || (beside.hasAttributes(element) && beside.matches(element, beside.LEFT_OUT_BY_WORD));

  /**
   * @param {Document} document
   * @param {Rest} rest
   * @returns {Promise<{page: object, blocks: Block[]}>} the request, and the way back into the page
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
      const text = beside.squeeze([run.text]);
      if (text.length < 2) continue;
      if (!budget.takes(text, places.tree.length)) break;
      places.put(run.element);
      blocks.push(new beside.Block(run.element, text, run.pieces));
    }
    const sent = await placed(blocks, places, rest);
    const page = { blocks: sent, tree: places.tree, ...beside.about(document) };
    if (budget.cut) page.truncated = true;
    if (!blocks.length && beside.hasClosedFrames(document)) page.elsewhere = true;
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

  /** Most text begins with a letter or with a blank before one, and need not be searched. */
  function isBlank(text) {
    const first = text.charCodeAt(text.charCodeAt(0) === 0x20 ? 1 : 0);
    return !(first > 0x20 && first < 0x7f) && !/\S/.test(text);
  }

  /** A line break is a blank between two words. */
  beside.dataOf = (piece) => (piece.nodeType === Node.TEXT_NODE ? piece.data : ' ');

  /** Text that runs on without a break: text nodes, and the line breaks between them. Now and then nothing, to rest. */
  function* runsOf(body, looks, budget) {
    const walk = new beside.Walk();
    walk.enter(body, 'BODY', { element: body, block: body });
    let run = null;
    let breaks = 0;
    let steps = 0;
    for (let node = walk.next(); node; node = walk.next()) {
      if (++steps % OFTEN === 0) yield null;
      if (steps > MOST_NODES) {
        budget.cut = true;
        break;
      }
      const { around } = walk;
      if (node.nodeType !== TEXT) {
        const what = beside.typeOf(node) === ELEMENT ? met(node, walk, looks) : NOTHING;
        if (what === BREAK) {
          breaks++;
          run?.put(node, ' ');
        } else if (what !== NOTHING) {
          breaks = Infinity; // whatever comes in it, or after it, is another block
          if (what.text) {
            if (run) yield run;
            run = null;
            yield what;
          }
        }
      } else if (isBlank(node.data)) run?.put(node, node.data);
      else if ((around.shown ??= looks.shown(around.element))) {
        // Two line breaks stand for a paragraph on pages that know no other.
        if (run && (breaks > 1 || run.element !== around.block)) {
          yield run;
          run = null;
        }
        run ??= new Run(around.block);
        run.put(node, node.data);
        breaks = 0;
      }
    }
    if (run) yield run;
  }

  class Run {
    pieces = [];
    #texts = [];

    constructor(element) {
      this.element = element;
    }

    put(piece, text) {
      this.pieces.push(piece);
      this.#texts.push(text);
    }

    get text() {
      return this.#texts.join('');
    }
  }

  /** @returns {string|{element: Element, text: string, pieces: null}} a break, nothing of interest, or another block */
  function met(element, walk, looks) {
    const name = beside.nameOf(element);
    if (leftOut(element, name)) return NOTHING;
    if (name === 'BR') return BREAK;
    if (FRAMES.has(name) && !looks.shown(element)) return NOTHING;
    const { around } = walk;
    const inline = looks.inline(element, name);
    const text = inline || FRAMES.has(name) ? null : beside.plainText(element, looks);
    const block = inline ? around.block : element;
    if (text === null) walk.enter(element, name, { element, block });
    return inline ? NOTHING : { element, text, pieces: null };
  }
})();

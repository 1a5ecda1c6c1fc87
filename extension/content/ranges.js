//# allFunctionsCalledOnLoad
/** From a place in the text of a block to ranges in the page: one, or more where the block spans shadow trees. */
(() => {
  const beside = (globalThis.beside ??= {});

  /** Whether a block still holds the words that were read in it. */
  beside.intact = ({ text, pieces }) =>
    pieces.every((piece) => piece.isConnected) && beside.squeeze(pieces.map(beside.dataOf)) === text;

  /** @returns {Range[]} around text[start:end] of a block */
  beside.rangesIn = (block, start, end) => {
    const texts = block.pieces.map(beside.dataOf);
    const joined = texts.join('');
    const [first, from] = pieceAt(texts, beside.unsqueezed(joined, start));
    const [last, to] = pieceAt(texts, beside.unsqueezed(joined, end - 1));
    return treesOf(block.pieces.slice(first, last + 1)).map((pieces) => {
      const begin = pieces[0] === block.pieces[first] ? from : 0;
      const stop = pieces.at(-1) === block.pieces[last] ? to + 1 : pieces.at(-1).length;
      return span(beside.documentOf(pieces[0]).createRange(), pieces[0], begin, pieces.at(-1), stop);
    });
  };

  /** @returns {[number, number]} which piece a place in the joined texts is in, and where in it */
  function pieceAt(texts, place) {
    let piece = 0;
    for (; place >= texts[piece].length; piece++) place -= texts[piece].length;
    return [piece, place];
  }

  const scratch = new WeakMap();

  /** One range serves for all measuring in a document: the browser has to keep up every range that there is. */
  function scratchOf(document) {
    if (!scratch.has(document)) scratch.set(document, document.createRange());
    return scratch.get(document);
  }

  /** Around all of a block, for measuring: to be used before the next is asked for. @returns {Iterable<Range>} */
  beside.measured = function* (block) {
    if (block.whole) {
      const range = scratchOf(beside.documentOf(block.element));
      range.selectNodeContents(block.element);
      yield range;
      return;
    }
    for (const tree of treesOf(block.pieces)) {
      const range = scratchOf(beside.documentOf(tree[0]));
      yield span(range, tree[0], 0, tree.at(-1), tree.at(-1).length);
    }
  };

  function span(range, first, from, last, to) {
    if (beside.typeOf(first) === Node.TEXT_NODE) range.setStart(first, from);
    else range.setStartBefore(first);
    if (beside.typeOf(last) === Node.TEXT_NODE) range.setEnd(last, to);
    else range.setEndAfter(last);
    return range;
  }

  /** A range can't cross from one tree into another. */
  function treesOf(pieces) {
    const trees = [];
    let tree = null;
    for (const piece of pieces) {
      const root = piece.getRootNode();
      if (root !== tree) trees.push([]);
      tree = root;
      trees.at(-1).push(piece);
    }
    return trees;
  }
})();

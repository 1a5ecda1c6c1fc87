/**
 * The text of a block as it is sent: its pieces joined, every run of white space one blank, none at either end.
 * And the way back, from a place in that text to the piece it came from. Pure.
 */
(() => {
  const beside = (globalThis.beside ??= {});

  // Control characters too: the service refuses them, and a reader sees nothing there anyway.
  const BLANK = /[\s\u0000-\u001f\u007f-\u009f]/;
  // All but the lone space between two words, which is most of them and stays.
  const BLANKS = / [\s\u0000-\u001f\u007f-\u009f]+|(?! )[\s\u0000-\u001f\u007f-\u009f]+/g;

  /** @param {string[]} pieces */
  beside.squeeze = (pieces) => {
    const text = pieces.join('').replace(BLANKS, ' ').replace(/^ | $/g, '');
    // Half a surrogate pair can't be sent; its stand-in is one unit as well, so places stay right.
    return text.toWellFormed?.() ?? text;
  };

  /**
   * For every unit of the squeezed text: which piece, and where in it. Costly, so only for blocks that are marked.
   *
   * @param {string[]} pieces
   * @returns {{piece: number[], offset: number[]}}
   */
  beside.placesOf = (pieces) => {
    const piece = [];
    const offset = [];
    let afterBlank = true;
    pieces.forEach((data, number) => {
      for (let i = 0; i < data.length; i++) {
        const code = data.charCodeAt(i);
        // Letters of our alphabets are no blanks: only the rest is looked at closely.
        const blank = code < 0x21 || (code > 0x7e && !(code > 0xa0 && code < 0x1680) && BLANK.test(data[i]));
        if (!(blank && afterBlank)) {
          piece.push(number);
          offset.push(i);
        }
        afterBlank = blank;
      }
    });
    return { piece, offset };
  };
})();

/**
 * What the extension may ask of a page: read it, mark passages in it, go to one. Nothing starts by itself,
 * nothing is sent from here: the background asks and gets an answer. Card texts never come this way.
 */
(() => {
  const beside = (globalThis.beside ??= {});
  if (beside.listening) return; // a second click injects the files again
  beside.listening = true;

  const ext = globalThis.browser ?? globalThis.chrome;
  const marks = new beside.Marks();
  let blocks = [];

  function read() {
    const reading = beside.extract(document);
    blocks = reading.blocks;
    return reading.page;
  }

  const answers = {
    read() {
      marks.clear();
      return read();
    },
    mark: ({ passages }) => marks.show(blocks, () => beside.extract(document).blocks, passages),
    show: ({ n }) => marks.goTo(n),
    clear: () => marks.clear(),
    present: () => true,
  };

  ext.runtime.onMessage.addListener((message, sender, respond) => {
    if (sender.id !== ext.runtime.id || !Object.hasOwn(answers, message?.kind)) return;
    respond(answers[message.kind](message));
  });
})();

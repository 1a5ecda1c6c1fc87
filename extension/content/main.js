//# allFunctionsCalledOnLoad
/**
 * What the extension may ask of a page: read it, mark passages in it, go to one. Nothing starts by itself, nothing is
 * sent from here but a bell that carries no word: the background then asks. Card texts never come this way.
 */
(() => {
  const beside = (globalThis.beside ??= {});
  if (beside.listening) return; // a second click injects the files again
  beside.listening = true;

  const ext = globalThis.browser ?? globalThis.chrome;
  const PATIENCE_MS = 30_000;
  const marks = new beside.Marks();
  const REDRAWS = 3;
  let token = null; // which reading of this page the background holds cards of
  let coming = null; // one whose answer is not there yet: until then all stays as it is
  let blocks = [];
  let texts = []; // as they were sent
  let changed = false;
  let nonce = null;
  let overlay = null;
  let watch = null;
  let at = null;
  let overdue = 0;
  let redraws = 0; // of an overlay that ended before its time, and not by the page

  async function read({ token: given }) {
    const reading = await beside.extract(document);
    clearTimeout(overdue);
    overdue = setTimeout(ring, PATIENCE_MS); // the background may have been stopped half-way
    coming = { token: given, blocks: reading.blocks };
    return reading.page;
  }

  const nowRead = async () => (blocks = (await beside.extract(document)).blocks);

  async function mark({ passages, nonce: given, token: of }) {
    if (of !== coming?.token) return null;
    clearTimeout(overdue);
    ({ token, blocks } = coming);
    [coming, changed, at, redraws] = [null, false, null, REDRAWS];
    texts = blocks.map(({ text }) => text);
    const marked = await marks.show(blocks, nowRead, passages);
    nonce = given;
    draw();
    watch ??= new beside.Watch(look);
    return marked;
  }

  function draw() {
    overlay?.end();
    overlay = marks.numbers.length && nonce ? new beside.Overlay(marks, () => blocks, nonce, reached) : null;
  }

  /** By mouse: the next step goes on from there. */
  const reached = (ns) => {
    if (!ns.includes(at)) [at] = ns;
  };

  /** After the page changed: what is still there, and whether there is more to read than was read. */
  async function look() {
    if (!ext.runtime?.id) return leave();
    const before = String([marks.numbers.sort(), changed]);
    const lost = marks.lost();
    await nowRead();
    if (lost.length) marks.follow(blocks);
    changed ||= beside.hasNews(
      texts,
      blocks.map(({ text }) => text),
    );
    if (overlay?.alive) overlay.later();
    else if (marks.numbers.length && (!overlay || (!overlay.beaten && redraws-- > 0))) draw();
    const news = String([marks.numbers.sort(), changed]) !== before;
    if (news) ring();
    return news;
  }

  function clear() {
    clearTimeout(overdue);
    marks.clear();
    overlay?.end();
    watch?.end();
    [overlay, watch, token, coming, at] = [null, null, null, null, null];
  }

  /** The extension was updated, and this script is what is left of it. */
  function leave() {
    life.abort();
    clearTimeout(overdue);
    marks.withdraw();
    overlay?.end();
    watch?.end();
    token = null;
    return false;
  }

  // An update tells a script in a page nothing: it looks when there is somebody before the page.
  const life = new AbortController();
  const stillOurs = () => ext.runtime?.id || leave();
  const signs = { capture: true, passive: true, signal: life.signal };
  for (const sign of ['focus', 'pageshow', 'pointerover', 'scroll', 'visibilitychange'])
    addEventListener(sign, stillOurs, signs);

  /** To the next passage of the page, or the one before. */
  function step({ by }) {
    const order = marks.inOrder;
    if (!order.length) return null;
    const here = order.indexOf(at);
    const geometry = new beside.Geometry();
    const first = by > 0 ? order.findIndex((n) => geometry.start(marks.at(n)).bottom > scrollY) : order.length - 1;
    at = order[here < 0 ? Math.max(0, first) : (here + by + order.length) % order.length];
    marks.goTo(at, 'instant');
    if (overlay?.alive) overlay.focus(at);
    return { n: at, of: order.length };
  }

  const ring = () => ext.runtime.sendMessage({ kind: 'bell' }).catch(() => {});

  const answers = {
    read,
    mark,
    step,
    show({ n }) {
      at = n;
      return marks.goTo(n);
    },
    clear,
    present() {
      const known = token ?? coming?.token;
      return known ? { token: known, marked: marks.numbers, changed } : null;
    },
  };

  ext.runtime.onMessage.addListener((message, sender, respond) => {
    if (sender.id !== ext.runtime.id || !Object.hasOwn(answers, message?.kind)) return false;
    Promise.resolve(answers[message.kind](message)).then(respond, () => respond(null));
    return true;
  });

  // A page that the browser kept in memory and shows again: its cards may be kept too.
  addEventListener('pagehide', () => overlay?.end());
  addEventListener('pageshow', (event) => {
    if (!event.persisted || !token) return;
    redraws = REDRAWS;
    draw();
    ring();
  });
})();

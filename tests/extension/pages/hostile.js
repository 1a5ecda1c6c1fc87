// Nine ways for a page to look at what we put beside it, or to press it. Each gives what it got.
globalThis.hostile = (() => {
  const heard = [];
  const attached = [];
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    attached.push(this.localName);
    return attach.call(this, { ...options, mode: 'open' });
  };
  addEventListener('message', ({ data, origin, ports }) => heard.push(['message', origin, String(data), ports.length]));
  addEventListener('securitypolicyviolation', ({ blockedURI }) => heard.push(['policy', blockedURI]));
  addEventListener('error', ({ filename, message }) => heard.push(['error', filename, message]), true);
  for (const type of ['click', 'pointerdown', 'keydown', 'focusin'])
    addEventListener(type, (event) => event.target.localName === 'beside-notes' && heard.push([type, event.composedPath()[0].localName]), true);

  const host = () => document.querySelector('beside-notes');
  const found = (word) => {
    getSelection().removeAllRanges();
    try {
      return window.find(word, false, false, true, false, true, false);
    } catch (error) {
      return String(error);
    }
  };

  return {
    // 1. The shadow root, by every door.
    root: () => [host().shadowRoot, attached, host().attributes.length, host().childNodes.length],
    // 2. Words that are searched for; a word that is nowhere tells what "no" looks like.
    find: (words) => words.map(found).map((answer, i, all) => answer === all.at(-1)),
    // 3. All that can be selected and copied.
    selection: () => {
      getSelection().selectAllChildren(document.documentElement);
      const text = String(getSelection());
      getSelection().removeAllRanges();
      return text;
    },
    // 4. Frames.
    frames: () => [window.length, typeof frames[0], document.querySelectorAll('iframe').length],
    // 5. Addresses of what was loaded.
    loaded: () =>
      performance
        .getEntries()
        .map(({ name }) => name)
        .filter((name) => /extension/.test(name)),
    // 6. What was said, what went wrong, what was pressed.
    heard: () => heard,
    // 7. Text and boxes under a point.
    at: (x, y) => {
      const caret = document.caretPositionFromPoint?.(x, y);
      return [document.elementsFromPoint(x, y)[0]?.localName, caret?.offsetNode?.nodeName, caret?.offsetNode?.data ?? ''];
    },
    // 8. Names of ours in the page's world.
    names: () =>
      Object.getOwnPropertyNames(globalThis).filter((name) => /beside|chrome-extension|moz-extension/i.test(name)),
    // 9. Clicks, keys and messages that nobody made.
    forge: () => {
      const { port1 } = new MessageChannel();
      for (let i = 0; i < 300; i++) {
        for (const kind of ['cards', 'open', 'compare', 'check', 'connect', 'bell', 'mark', 'read', 'draw', 'show']) {
          postMessage({ kind, tab: 1, n: 0, nonce: 'x', card: 0 }, '*');
          dispatchEvent(new CustomEvent(kind, { detail: { kind } }));
          host().dispatchEvent(new CustomEvent(kind, { bubbles: true, composed: true }));
        }
        for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click'])
          host().dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: 190, clientY: 190 }));
        host().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
      }
      postMessage('x', '*', [port1]);
      host().click?.();
      host().focus?.();
      try {
        host().attachShadow({ mode: 'open' });
        return 'attached';
      } catch (error) {
        return error.name;
      }
    },
  };
})();

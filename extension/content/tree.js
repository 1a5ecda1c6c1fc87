/**
 * The page as a reader sees it: open shadow trees in the place of what they hide, their slots filled, and frames of
 * the page's own origin opened. Closed shadow trees and foreign frames stay closed.
 *
 * A form hands out its fields in place of its own properties: one called "parentNode" must not lead us astray.
 * So nodes are asked by the getters of the platform, never by name.
 */
(() => {
  const beside = (globalThis.beside ??= {});

  const getter = (type, name) => {
    const { get } = Object.getOwnPropertyDescriptor(globalThis[type].prototype, name);
    return (node) => get.call(node);
  };
  const method = (type, name) => {
    const own = globalThis[type].prototype[name];
    return (node, value) => own.call(node, value);
  };

  const ELEMENT = 1;
  const SHADOW = 11;
  const parentNode = getter('Node', 'parentNode');
  const lastChild = getter('Node', 'lastChild');
  const previous = getter('Node', 'previousSibling');

  beside.typeOf = getter('Node', 'nodeType');
  beside.nameOf = getter('Node', 'nodeName');
  beside.documentOf = getter('Node', 'ownerDocument');
  beside.hasAttribute = method('Element', 'hasAttribute');
  beside.attributeOf = method('Element', 'getAttribute');
  beside.boxOf = method('Element', 'getBoundingClientRect');
  beside.isVisible = method('Element', 'checkVisibility');
  beside.hasAttributes = method('Element', 'hasAttributes');
  const first = method('Element', 'querySelector');
  beside.holds = (element, selector) => first(element, selector) !== null;

  /** The element around a node as it is shown: its slot, its shadow's host, the frame it stands in. */
  beside.parentOf = (node) => {
    const slot = node.assignedSlot;
    if (slot && beside.nameOf(slot) === 'SLOT') return slot;
    const parent = parentNode(node);
    if (!parent) return null;
    if (beside.typeOf(parent) === ELEMENT) return parent;
    return parent.host ?? parent.defaultView?.frameElement ?? null;
  };

  const isFrame = (name) => name === 'IFRAME' || name === 'FRAME';

  /** @returns {Document|null} of a frame of the page's own origin, once it has loaded */
  function inside(frame) {
    try {
      return frame.contentDocument;
    } catch {
      return null;
    }
  }

  function pushChildren(parent, stack) {
    for (let child = lastChild(parent); child; child = previous(child)) stack.push(child);
  }

  function pushShown(element, stack) {
    const name = beside.nameOf(element);
    if (isFrame(name)) {
      const body = inside(element)?.body;
      if (body) stack.push(body);
      return;
    }
    const shadow = element.shadowRoot;
    const slotted = name === 'SLOT' && element.assignedNodes?.();
    if (shadow && shadow.nodeType === SHADOW) pushChildren(shadow, stack);
    else if (slotted && slotted.length) stack.push(...[...slotted].reverse());
    else pushChildren(element, stack);
  }

  /**
   * Every element and text below a root, in the order in which it is read.
   *
   * @param {Element} root
   * @param {(element: Element) => boolean} leftOut with all that is in it
   */
  beside.shownNodes = function* (root, leftOut) {
    const stack = [];
    pushShown(root, stack);
    while (stack.length) {
      const node = stack.pop();
      const type = beside.typeOf(node);
      if (type === Node.TEXT_NODE) yield node;
      if (type !== ELEMENT || leftOut(node)) continue;
      yield node;
      pushShown(node, stack);
    }
  };

  /** The windows a page consists of: its own, and those of the frames that can be read. */
  beside.windowsOf = (window) => {
    const all = [window];
    for (const frame of window.document.querySelectorAll('iframe, frame')) {
      const view = inside(frame)?.defaultView;
      if (view) all.push(...beside.windowsOf(view));
    }
    return all;
  };

  /** Where a box that was measured in its own window stands in the window on top. */
  beside.inTop = (box, document) => {
    let { left, top } = box;
    const frameOf = (inner) => inner.defaultView?.frameElement;
    for (let frame = frameOf(document); frame; frame = frameOf(beside.documentOf(frame))) {
      const around = frame.getBoundingClientRect();
      left += around.left + frame.clientLeft;
      top += around.top + frame.clientTop;
    }
    return { left, top, right: left + box.width, bottom: top + box.height, width: box.width, height: box.height };
  };
})();

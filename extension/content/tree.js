//# allFunctionsCalledOnLoad
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
  beside.attributeOf = method('Element', 'getAttribute');
  beside.boxOf = method('Element', 'getBoundingClientRect');
  beside.isVisible = method('Element', 'checkVisibility');
  beside.hasAttributes = method('Element', 'hasAttributes');
  beside.matches = method('Element', 'matches');
  beside.allIn = method('Element', 'querySelectorAll');
  beside.textOf = getter('Node', 'textContent');
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

  /**
   * The way through all that stands below some element, in the order in which it is read. One step gives one node; what
   * is in it comes next only if it is entered.
   */
  beside.Walk = class {
    #nodes = [];
    #arounds = [];
    /** What was said of the element around the last node when it was entered. */
    around = null;

    /** @returns {Node|undefined} */
    next() {
      this.around = this.#arounds.pop();
      return this.#nodes.pop();
    }

    /** @param {Element} element @param {string} name its own @param {object} around what to say of it later */
    enter(element, name, around) {
      if (isFrame(name)) {
        const body = inside(element)?.body;
        if (body) this.#push(body, around);
        return;
      }
      const shadow = element.shadowRoot;
      const slotted = name === 'SLOT' && element.assignedNodes?.();
      if (shadow && shadow.nodeType === SHADOW) this.#children(shadow, around);
      else if (slotted && slotted.length) for (const node of slotted.reverse()) this.#push(node, around);
      else this.#children(element, around);
    }

    #children(parent, around) {
      for (let child = lastChild(parent); child; child = previous(child)) this.#push(child, around);
    }

    #push(node, around) {
      this.#nodes.push(node);
      this.#arounds.push(around);
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

  const LEAST = 100; // pixels: what is smaller, or hidden, is no frame that somebody reads in

  /** Whether there are frames that can be seen and can't be read: those of other sites. */
  beside.hasClosedFrames = (document) =>
    [...document.querySelectorAll('iframe, frame')].some((frame) => {
      const { width, height } = frame.getBoundingClientRect();
      return Math.min(width, height) >= LEAST && !inside(frame);
    });

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

"""A press in a page of ours lands on what is meant, or on nothing and is told: pages are drawn anew at any moment.

Between the look at where a button stands and the press, the button may move, be replaced, or lie under another one.
Such a press is swallowed before the page hears of it, and the driver presses again.
"""

from __future__ import annotations

# Where to press, or null as long as the element is not there, or something lies over it. From here until LANDED a press
# on anything else is swallowed.
AIM = """(selector, which, block) => {
  window.besideAim?.over.abort();
  const meant = document.querySelectorAll(selector)[which];
  if (!meant) return null;
  meant.scrollIntoView({ block, behavior: 'instant' });
  const { x, y, width, height } = meant.getBoundingClientRect();
  const middle = [x + width / 2, y + height / 2];
  if (!meant.contains(document.elementFromPoint(...middle))) return null;
  const aim = (window.besideAim = { landed: false, over: new AbortController() });
  const only = (event) => {
    if (!event.isTrusted) return;
    if (event.composedPath().includes(meant)) {
      aim.landed ||= event.type === 'click';
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const kind of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
    addEventListener(kind, only, { capture: true, signal: aim.over.signal });
  return middle; }"""

# Whether the element that was aimed at was clicked.
LANDED = """() => {
  const aim = window.besideAim;
  delete window.besideAim;
  aim?.over.abort();
  return aim?.landed === true; }"""

/**
 * Drawing anew without taking anything away: a part whose key stays is the same element as before, with its open folds,
 * what was typed, the focus, and the button under the finger that presses it.
 *
 * @typedef {{key: string, make: () => Node}} Part
 */

const keys = new WeakMap();

/** @param {string} key @param {() => Node} make @returns {Part} */
export const part = (key, make) => ({ key, make });

/** @param {Node} node @returns {Part} one that is equal to what stands there is left alone */
export const plain = (node) => part(node.outerHTML, () => node);

/**
 * @param {Element} root
 * @param {Part[]} parts
 * @returns {boolean} whether something that had the focus is gone
 */
export function draw(root, parts) {
  const focused = root.contains(document.activeElement) && document.activeElement !== root;
  const before = new Map([...root.children].map((child) => [keys.get(child), child]));
  const now = parts.map(({ key, make }) => kept(before, key) ?? made(key, make));
  const stays = new Set(now);
  for (const child of [...root.children]) if (!stays.has(child)) child.remove();
  now.forEach((node, i) => {
    if (root.children[i] !== node) root.insertBefore(node, root.children[i] ?? null);
  });
  return focused && !root.contains(document.activeElement);
}

function kept(before, key) {
  const node = before.get(key);
  before.delete(key);
  return node;
}

function made(key, make) {
  const node = make();
  keys.set(node, key);
  return node;
}

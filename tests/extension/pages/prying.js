// A page that wants to know what is shown beside it. It looks wherever a page's script can, all the time.
(() => {
  const words = [
    'CARD-TEXT',
    'Accounts on record',
    'Contested',
    'execute captives',
    'Kyiv Independent',
    'put captives to death',
  ];
  const found = (globalThis.prying = { seen: [], changes: 0, messages: 0, looks: 0 });
  const note = (where, text) => {
    for (const word of words) if (String(text).includes(word)) found.seen.push(`${where}: ${word}`);
  };
  // One empty element of ours may stand at the end of the page; whatever else changes is noticed.
  const isOurs = (node) =>
    node.localName === 'beside-notes' && !node.attributes.length && !node.childNodes.length && !node.shadowRoot;
  new MutationObserver((records) => {
    found.changes += records.filter(({ addedNodes, removedNodes }) => {
      const nodes = [...addedNodes, ...removedNodes];
      return !nodes.length || !nodes.every(isOurs);
    }).length;
    for (const record of records) for (const node of record.addedNodes) note('mutation', node.textContent);
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  addEventListener('message', (event) => {
    found.messages++;
    note('message', JSON.stringify(event.data));
  });
  const inSight = (word) => {
    try {
      return window.find?.(word, true, false, true, false, true, false);
    } catch {
      return false; // Firefox says so of every word as soon as there is a frame of somebody else's
    }
  };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    found.seen.push('a shadow root');
    return attach.call(this, options);
  };
  const start = document.documentElement.querySelectorAll('*').length;
  found.look = () => {
    found.looks++;
    for (const word of words) if (inSight(word)) found.seen.push(`find: ${word}`);
    getSelection().removeAllRanges();
    note('text', document.documentElement.textContent);
    note('storage', JSON.stringify({ ...localStorage, ...sessionStorage }));
    note(
      'globals',
      Object.getOwnPropertyNames(globalThis)
        .map((name) => (name === 'prying' ? '' : name))
        .join(' '),
    );
    note(
      'requests',
      performance
        .getEntriesByType('resource')
        .map((entry) => entry.name)
        .join(' '),
    );
    if (globalThis.beside !== undefined) found.seen.push('our namespace');
    if (window.length) found.seen.push('a frame');
    for (const element of document.querySelectorAll('*'))
      if (element.shadowRoot) note('shadow', element.shadowRoot.textContent);
    for (const [name, ranges] of CSS.highlights)
      for (const range of ranges) note(`highlight ${name}`, range.toString());
    const others = [...document.documentElement.querySelectorAll('*')].filter((element) => !isOurs(element));
    if (others.length !== start) found.seen.push('an element');
  };
  setInterval(found.look, 100);
})();

// Takes away whatever is put beside its own elements, as often as it is put there.
globalThis.taken = 0;
new MutationObserver(() => {
  for (const element of document.documentElement.children)
    if (!['HEAD', 'BODY'].includes(element.nodeName)) {
      element.remove();
      taken++;
    }
}).observe(document.documentElement, { childList: true });

//# allFunctionsCalledOnLoad
/**
 * The bare skeleton of a page: enough for readability to tell an article from a list of links, and no more.
 * No attribute, name or address of the page travels: tags come from one fixed list, hints from another. Pure.
 */
(() => {
  const beside = (globalThis.beside ??= {});

  const TAGS = new Set(
    (
      'body main article section div aside nav header footer form fieldset figure figcaption blockquote pre details ' +
      'summary ul ol li dl dt dd table thead tbody tfoot tr td th caption p h1 h2 h3 h4 h5 h6'
    ).split(' '),
  );

  // The service knows these words; what a page calls them leads to one of them.
  const HINTS = 'article body content main comment sidebar footer nav related promo share ad caption'.split(' ');
  const OTHER_NAMES = {
    story: 'article',
    post: 'article',
    comments: 'comment',
    aside: 'sidebar',
    complementary: 'sidebar',
    contentinfo: 'footer',
    navigation: 'nav',
    navbar: 'nav',
    menu: 'nav',
    breadcrumb: 'nav',
    breadcrumbs: 'nav',
    recommended: 'related',
    newsletter: 'promo',
    promoted: 'promo',
    sponsored: 'promo',
    sharing: 'share',
    social: 'share',
    ads: 'ad',
    advert: 'ad',
    advertisement: 'ad',
    captions: 'caption',
  };
  const FURNITURE = new Set('comment sidebar footer nav related promo share ad'.split(' '));

  /** @param {string} name an element's tag; one the service need not know counts as a plain box */
  beside.plainTag = (name) => (TAGS.has(name.toLowerCase()) ? name.toLowerCase() : 'div');

  /**
   * @param {string} names class, id and role of an element
   * @returns {string} words of the fixed list, in its order
   */
  beside.hintOf = (names) => {
    const words = names
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^a-z]+/);
    const found = new Set(words.map((word) => (Object.hasOwn(OTHER_NAMES, word) ? OTHER_NAMES[word] : word)));
    return HINTS.filter((hint) => found.has(hint)).join(' ');
  };

  // What a block may be by itself; text standing directly in anything else is a paragraph of that.
  const TEXT_TAGS = new Set(
    'p h1 h2 h3 h4 h5 h6 li dt dd td th caption figcaption blockquote pre summary div'.split(' '),
  );

  /** Whether a piece of text has to stand in a node of its own, for the service to see what it stands in. */
  beside.needsNode = (tag, hint) =>
    !TEXT_TAGS.has(tag) || hint.split(' ').some((word) => word === 'caption' || FURNITURE.has(word));

  /** A box around the headline is no furniture, whatever it is called: "content-sidebar-wrap". */
  beside.aroundHeadline = (hint) =>
    hint
      .split(' ')
      .filter((word) => !FURNITURE.has(word))
      .join(' ');

  const MAX_DEPTH = 99; // the service takes 100 levels, the block itself is one of them
  const MAX_NODES = 5_000;

  /** A flat list of [tag, parent, hint]. What the service would not read any more stands a level higher. */
  beside.Skeleton = class {
    constructor() {
      this.tree = [['body', -1, '']];
      this.depths = [1];
    }

    /** @returns {number} the new node's number, or that of the node that stands for it */
    add(tag, parent, hint) {
      if (this.tree.length === MAX_NODES) return parent;
      const home = this.depths[parent] < MAX_DEPTH ? parent : this.tree[parent][1];
      this.depths.push(this.depths[home] + 1);
      return this.tree.push([tag, home, hint]) - 1;
    }
  };
})();

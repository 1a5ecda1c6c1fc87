//# allFunctionsCalledOnLoad
/** The two things about a page that help to read it: its language and its date. Never its address or title. */
(() => {
  const beside = (globalThis.beside ??= {});

  const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;
  const NAMES = [
    'date',
    'pubdate',
    'publishdate',
    'publish-date',
    'dc.date',
    'dc.date.issued',
    'dcterms.created',
    'parsely-pub-date',
    'sailthru.date',
  ];
  const IN_HEAD = [
    'meta[property="article:published_time" i]',
    ...NAMES.map((name) => `meta[name="${name}" i]`),
    'meta[itemprop~="datePublished"]',
  ];
  const JSON_LD = 'script[type="application/ld+json"]';
  const IN_BODY = [
    '[itemprop~="datePublished"]:is([datetime], [content])',
    'time[datetime]:is([pubdate], article *, main *)',
    'header time[datetime]', // after the article: at the top of a site it may be the clock
    'time[datetime]',
  ];

  /** @returns {{lang?: string, published?: string}} what the page says about itself, if it has the right form */
  beside.about = (document) => {
    const about = {};
    const lang = document.documentElement.lang.trim();
    if (LANGUAGE.test(lang) && lang.length <= 35) about.lang = lang;
    const published = publishedOf(document);
    if (published) about.published = published;
    return about;
  };

  function publishedOf(document) {
    const now = Date.now();
    for (const value of datesOf(document)) {
      const date = beside.dateIn(value, now);
      if (date) return date;
    }
    return undefined;
  }

  /** Everything that may be the date, the surest first. */
  function* datesOf(document) {
    yield* attributes(document, IN_HEAD);
    yield* beside.datesInJson(Array.from(document.querySelectorAll(JSON_LD), (script) => script.textContent));
    yield* attributes(document, IN_BODY);
  }

  function* attributes(document, selectors) {
    if (!document.querySelector(selectors.join())) return; // most pages: one look in place of many
    for (const selector of selectors)
      for (const element of document.querySelectorAll(selector))
        yield element.getAttribute('datetime') ?? element.getAttribute('content');
  }
})();

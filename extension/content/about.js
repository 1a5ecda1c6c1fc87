/** The two things about a page that help to read it: its language and its date. Never its address or title. */
(() => {
  const beside = (globalThis.beside ??= {});

  const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;
  const DAY = /^\d{4}-\d{2}-\d{2}/;
  const DATES = [
    ['meta[property="article:published_time"]', 'content'],
    ['meta[itemprop="datePublished"]', 'content'],
    ['time[itemprop="datePublished"]', 'datetime'],
    ['time[pubdate]', 'datetime'],
  ];

  /** @returns {{lang?: string, published?: string}} what the page says about itself, if it has the right form */
  beside.about = (document) => {
    const about = {};
    const lang = document.documentElement.lang.trim();
    if (LANGUAGE.test(lang) && lang.length <= 35) about.lang = lang;
    for (const [selector, attribute] of DATES) {
      const [day] = DAY.exec(document.querySelector(selector)?.getAttribute(attribute)?.trim() ?? '') ?? [];
      if (day && isDay(day)) {
        about.published = day;
        break;
      }
    }
    return about;
  };

  /** "2022-02-30" has the form of a day and is none. */
  function isDay(day) {
    const date = new Date(`${day}T00:00:00Z`);
    return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(day);
  }
})();

/**
 * The calls to the service. Only the background worker makes them: browsers stop a page's or a content script's
 * request to this computer, and nothing of the page's own scripts comes near them.
 */

/** What went wrong, in one word that the panel has a sentence for. */
export class Trouble extends Error {
  /** @param {'offline'|'busy'|'refused'|'unreadable'|'stranger'|'unsupported'|'nothing'|'failed'} kind */
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

const TIMEOUT_MS = 15_000;

async function post(address, path, body, headers = {}) {
  try {
    return await fetch(address + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw new Trouble(error?.name === 'TimeoutError' ? 'busy' : 'offline');
  }
}

const KIND_OF_STATUS = {
  401: 'refused',
  403: 'refused',
  413: 'unreadable',
  422: 'unreadable',
  429: 'busy',
  503: 'busy',
};

async function json(response) {
  try {
    return await response.json();
  } catch {
    throw new Trouble('stranger');
  }
}

/**
 * The cards of a page.
 *
 * @param {{address: string, token: string}} service
 * @param {object} page see `content/extract.js`
 */
export async function askForCards({ address, token }, page) {
  const response = await post(address, '/v1/cards', page, { Authorization: `Bearer ${token}` });
  if (!response.ok)
    throw new Trouble(KIND_OF_STATUS[response.status] ?? (response.status < 500 ? 'stranger' : 'failed'));
  const answer = await json(response);
  if (!isAnswer(answer)) throw new Trouble('stranger');
  return answer;
}

/** A program that is not beside may listen at that port: look before drawing. */
export function isAnswer(answer) {
  const lists = (card) => Array.isArray(card?.accounts) && Array.isArray(card?.evidence);
  return answer?.api === 1 && Array.isArray(answer.cards) && answer.cards.every(lists);
}

/** Whether anything answers at the address. @param {string} address */
export async function listening(address) {
  const options = {
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  };
  return fetch(`${address}/v1/about`, options).then(
    () => true,
    () => false,
  );
}

/**
 * One try to redeem a pairing.
 *
 * @returns {Promise<{token?: string, over?: boolean, wait?: number}>} over: it can't be redeemed any more;
 *   wait: seconds the service asks us to leave it alone
 */
export async function redeem(address, secret) {
  const response = await post(address, '/v1/pair', { secret });
  if (response.ok) {
    const { token } = await json(response);
    if (typeof token !== 'string' || !token) throw new Trouble('stranger');
    return { token };
  }
  if ([403, 410].includes(response.status)) return { over: true };
  return { wait: Number(response.headers.get('Retry-After')) || 0 };
}

/**
 * The calls to the service. Only the background worker makes them: browsers stop a page's or a content script's
 * request to this computer, and nothing of the page's own scripts comes near them.
 *
 * Each call takes a recorder, which writes the receipt before anything is sent: no receipt, no request.
 */
import { isShared, mayAsk } from './settings.js';

/** What went wrong, in one word that the panel has a sentence for. */
export class Trouble extends Error {
  /**
   * @param {'offline'|'unreachable'|'withdrawn'|'busy'|'refused'|'unreadable'|'stranger'|'unsupported'|'nothing'|
   *   'framed'|'private'|'full'|'failed'} kind offline: nothing answers on this computer; unreachable:
   *   nor at a shared server; withdrawn: the browser no longer permits to ask there; private: a private window;
   *   full: no room in the memory of the browser
   */
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

/**
 * @typedef {{kind: 'page'|'pairing'|'report'|'about', origin: string, method: string, path: string, headers: string[],
 *   body: string, bytes: number}} Sent  what a receipt shows; secrets stand there by name
 * @typedef {{status?: number, received?: number, trouble?: string}} Outcome
 * @typedef {(sent: Sent) => Promise<(outcome: Outcome) => Promise<void>>} Recorder
 */

const TIMEOUT_MS = 15_000;
const encoder = new TextEncoder();

/** How a request is shown: what it says, with the token and the secret of a pairing named instead of given. */
function shown({ address }, { kind, method, path, body }, headers) {
  const named = kind === 'pairing' && body ? { secret: 'secret' } : body;
  return {
    kind,
    origin: address,
    method,
    path,
    headers: Object.entries(headers).map(([name, value]) => `${name}: ${value.replace(/^Bearer .*/, 'Bearer token')}`),
    body: named === undefined ? '' : JSON.stringify(named),
    bytes: body === undefined ? 0 : encoder.encode(JSON.stringify(body)).length,
  };
}

async function send(service, call, record) {
  const { address, token } = service;
  if (!(await mayAsk(address))) throw new Trouble('withdrawn');
  const headers = call.body === undefined ? {} : { 'Content-Type': 'application/json' };
  if (token) headers.Authorization = `Bearer ${token}`;
  const ended = await record(shown(service, call, headers));
  try {
    const response = await fetch(address + call.path, {
      method: call.method,
      headers,
      body: call.body === undefined ? undefined : JSON.stringify(call.body),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const bytes = await response.arrayBuffer();
    await ended({ status: response.status, received: bytes.byteLength });
    return { status: response.status, ok: response.ok, wait: Number(response.headers.get('Retry-After')) || 0, bytes };
  } catch (error) {
    if (error instanceof Trouble) throw error; // there was an answer, and no room for its receipt
    const kind = error?.name === 'TimeoutError' ? 'busy' : isShared(address) ? 'unreachable' : 'offline';
    await ended({ trouble: kind });
    throw new Trouble(kind);
  }
}

const KIND_OF_STATUS = {
  401: 'refused',
  413: 'unreadable',
  422: 'unreadable',
  429: 'busy',
  502: 'unreachable',
  503: 'busy',
  504: 'unreachable',
};

/** The parsed answer, or the trouble that its status means. */
function json({ ok, status, bytes }) {
  if (!ok) throw new Trouble(KIND_OF_STATUS[status] ?? (status < 500 ? 'stranger' : 'failed'));
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new Trouble('stranger');
  }
}

/**
 * The cards of a page.
 *
 * @param {{address: string, token: string}} service
 * @param {object} page see `content/extract.js`
 * @param {Recorder} record
 */
export async function askForCards({ address, token }, page, record) {
  const call = { kind: 'page', method: 'POST', path: '/v1/cards', body: page };
  const answer = json(await send({ address, token }, call, record));
  if (!isAnswer(answer)) throw new Trouble('stranger');
  return answer;
}

/** A program that is not beside may listen at that port: look before drawing. */
export function isAnswer(answer) {
  const lists = (card) => Array.isArray(card?.accounts) && Array.isArray(card?.evidence);
  return answer?.api === 1 && Array.isArray(answer.cards) && answer.cards.every(lists);
}

/**
 * What the service says of itself: its corpora and their releases. Says too whether a beside answers at all.
 *
 * @param {string} address
 * @param {Recorder} record
 */
export async function about(address, record) {
  const answer = json(await send({ address }, { kind: 'about', method: 'GET', path: '/v1/about' }, record));
  if (answer?.api !== 1) throw new Trouble('stranger');
  return answer;
}

/**
 * A reader's report on a card.
 *
 * @param {{address: string, token: string}} service
 * @param {object} report
 * @param {Recorder} record
 */
export async function report({ address, token }, report, record) {
  json(await send({ address, token }, { kind: 'report', method: 'POST', path: '/v1/feedback', body: report }, record));
}

/**
 * One try to redeem a pairing.
 *
 * @param {string} address
 * @param {string} secret
 * @param {Recorder} record
 * @returns {Promise<{token?: string, over?: boolean, wait?: number}>} over: it can't be redeemed any more;
 *   wait: seconds the service asks us to leave it alone
 */
export async function redeem(address, secret, record) {
  const call = { kind: 'pairing', method: 'POST', path: '/v1/pair', body: { secret } };
  const response = await send({ address }, call, record);
  if ([403, 410].includes(response.status)) return { over: true };
  if (!response.ok) return { wait: response.wait };
  const { token } = json(response);
  if (typeof token !== 'string' || !token) throw new Trouble('stranger');
  return { token };
}

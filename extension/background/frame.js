/**
 * What our frame in a page may ask for: the cards of that page, once it has shown that we put it there, and a panel
 * or a comparison to be opened. It can neither read a page anew nor send anything.
 */
import { ext } from '../lib/ext.js';
import { reach } from '../lib/place.js';
import { smallCards } from './small.js';
import { cardsBy } from './tabs.js';

/** Answers whose page is being marked just now. */
const early = new Map();

/** @param {string} nonce @param {object} answer @returns {() => void} to be called when the answer is kept */
export function ready(nonce, answer) {
  early.set(nonce, answer);
  return () => setTimeout(() => early.delete(nonce), 2_000);
}

/** @param {{nonce: string}} message @param {number} tab */
export async function cardsFor({ nonce }, tab) {
  if (early.has(nonce)) return smallCards(early.get(nonce));
  const state = await cardsBy(tab, nonce);
  return state ? smallCards(state.answer) : null;
}

const openPage = (path) => ext.tabs.create({ url: ext.runtime.getURL(path) });

/**
 * The panel, or a tab with it where the browser does not allow that: Firefox takes a click in a page for no click.
 * To be called within the click, with nothing awaited before.
 */
export function openPanel({ id, windowId }) {
  const inTab = () => openPage(`panel/panel.html?tab=${id}`);
  if (ext.sidePanel?.open) return ext.sidePanel.open({ windowId }).catch(inTab);
  if (ext.sidebarAction?.open) return ext.sidebarAction.open().catch(inTab);
  return inTab();
}

/**
 * From the frame: a sidebar that is open already shows what is wanted.
 *
 * @param {{card: number, n: number}} place where the panel goes
 */
export async function openFromPage(place, tab) {
  const opened = open(tab);
  await reach(tab.id, place);
  return opened;
}

async function open(tab) {
  if (ext.sidePanel?.open) return openPanel(tab);
  const there = await ext.sidebarAction?.isOpen?.({ windowId: tab.windowId }).catch(() => false);
  return there ? true : openPanel(tab);
}

/** @param {{card: number}} message @param {{id: number}} tab */
export const compare = ({ card }, { id }) => openPage(`compare/compare.html?tab=${id}&card=${card}`);

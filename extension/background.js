/** What happens when: the click, messages of our pages, tabs that come and go. All listeners stand here, at once. */
import { cancel, connect, pageLoaded, stillWaiting } from './background/connect.js';
import { check } from './background/check.js';
import { fromOurPages, wellFormed } from './background/messages.js';
import { present } from './background/page.js';
import { forget, setBadge, stateOf } from './background/tabs.js';
import { ext } from './lib/ext.js';

// Content scripts need neither the token nor the address.
ext.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });

ext.action.onClicked.addListener((tab) => {
  openPanel(tab); // first, and without waiting: the browser allows it only within the click
  check(tab.id);
});

function openPanel(tab) {
  const inTab = () => ext.tabs.create({ url: ext.runtime.getURL(`panel/panel.html?tab=${tab.id}`) });
  if (ext.sidePanel?.open) ext.sidePanel.open({ windowId: tab.windowId }).catch(inTab);
  else if (ext.sidebarAction?.open) ext.sidebarAction.open().catch(inTab);
  else inTab();
}

const actions = {
  connect: ({ tab }) => connect(tab),
  waiting: stillWaiting,
  cancel,
  check: ({ tab }) => check(tab),
};

ext.runtime.onMessage.addListener((message, sender, respond) => {
  if (!fromOurPages(sender) || !wellFormed(message)) return false;
  actions[message.kind](message).then(
    () => respond(true),
    () => respond(false),
  );
  return true; // the answer comes later
});

ext.tabs.onUpdated.addListener(async (tab, change) => {
  if (change.status !== 'complete') return;
  await pageLoaded(tab);
  // Another page stands in the tab now; a jump within the same page leaves ours where it was.
  const state = await stateOf(tab);
  if (state?.phase === 'done' && !(await present(tab))) {
    await forget(tab);
    await setBadge(tab, { phase: 'done' });
  }
});

ext.tabs.onRemoved.addListener((tab) => forget(tab));

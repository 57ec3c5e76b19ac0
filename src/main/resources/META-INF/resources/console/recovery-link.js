// What an administrator does with recovery links, each in a dialog.
import {get, path, post, remove} from './api.js';
import {ask} from './dialog.js';
import {dateTime, t, tOr} from './i18n.js';
import {html, nothing} from './lit.js';
import {empty, pill} from './parts.js';
import {say} from './toast.js';

const linksOf = (account, user) => path`/v1/accounts/${account}/users/${user.id}/recovery-links`;
const KIND = {queued: 'plain', sent: 'good', failed: 'bad', redeemed: 'good'};

/** Says to whom and what will happen, then mails the link. Resolves with the link, or undefined. */
export async function offerLink(account, user, name) {
  const link = await ask({
    title: t('link.send.title', {name}),
    body: html`
      <dl class="facts"><div><dt>${t('link.send.to')}</dt><dd>${user.email ?? t('link.send.noAddress')}</dd></div></dl>
      <p>${t('link.send.what')}</p>
      <ul><li>${t('link.send.once')}</li><li>${t('link.send.reset')}</li><li>${t('link.send.password')}</li>
        <li>${t('link.send.told')}</li></ul>`,
    fields: [{name: 'reason', label: t('link.send.reason'), hint: t('link.send.reason.hint'), max: 200}],
    action: t('link.send'),
    run: (values) => post(linksOf(account, user), values),
  });
  if (link) say(t('link.sending', {to: link.sentTo}));
  return link;
}

export async function revokeLink(account, user, name) {
  const done = await ask({
    title: t('link.revoke.title', {name}),
    body: t('link.revoke.body'),
    action: t('link.revoke'),
    danger: true,
    run: () => remove(`${linksOf(account, user)}/${user.openLink.id}`),
  });
  if (done) say(t('link.revoked'));
  return done;
}

/** Why the life ring does not help here, and who does. */
export const explainRefusal = (name, reason) =>
  ask({
    title: t('refusal.title', {name}),
    body: html`<p>${tOr(`refusal.${reason}`, t('refusal.unknown'))}</p>`,
    back: t('close'),
  });

export async function showHistory(account, user, name) {
  let page;
  try {
    page = await get(linksOf(account, user));
  } catch (problem) {
    return say(problem.title);
  }
  return ask({
    title: t('link.history.title', {name}),
    body: page.items.length === 0 ? empty(t('link.history.empty')) : html`<ul class="rows">${page.items.map(entry)}</ul>`,
    back: t('close'),
  });
}

const entry = (link) => html`
  <li class="row"><div class="row-text"><strong>${dateTime(link.createdAt)}</strong>
      <span class="fine">${[link.sentTo, link.requestedBy, link.reason].filter(Boolean).join(' · ')}</span>
      ${link.problem ? html`<span class="fine bad">${link.problem}</span>` : nothing}</div>
    ${pill(KIND[link.state] ?? 'plain', t(`link.${link.state}`))}</li>`;

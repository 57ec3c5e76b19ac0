import {get, path, query} from './api.js';
import {Element} from './element.js';
import {t} from './i18n.js';
import {html, nothing} from './lit.js';
import {empty, field, lifeRing, loading, notice, pageHead, pill, problemNotice, statusPill, when} from './parts.js';
import {goTo} from './router.js';
import {explainRefusal, offerLink, revokeLink, showHistory} from './recovery-link.js';
import {session} from './session.js';

const PAGE = 20;
const SEARCH_PAUSE = 300;
const STATUSES = ['enabled', 'backup_codes_only', 'not_enrolled'];
const LINK_KIND = {queued: 'plain', sent: 'good', failed: 'bad'};
const COLUMNS = {
  name: (user) => (user.displayName ?? user.id).toLowerCase(),
  status: (user) => user.status,
  apps: (user) => user.authenticators,
  codes: (user) => user.backupCodesRemaining ?? -1,
  used: (user) => user.lastVerifiedAt ?? '',
};

/** The users of an account, for its administrators; and for those who may only look. */
class Users extends Element {
  account = '';
  users = null;
  next = null;
  problem = null;
  filter = {};
  sort = {by: 'name', down: false};

  begin() {
    this.account ||= session.user.account ?? '';
    if (this.account) this.load();
  }

  end() {
    clearTimeout(this.waiting);
    clearTimeout(this.polling);
  }

  load = () => this.#read(null, []);

  async #read(cursor, before) {
    const asked = (this.asked = {});
    try {
      const page = await get(path`/v1/accounts/${this.account}/users` + query({...this.filter, cursor, limit: PAGE}));
      if (asked !== this.asked) return;
      await this.update({users: [...before, ...page.items], next: page.nextCursor, problem: null});
      this.#followMails();
    } catch (problem) {
      if (asked === this.asked) this.update({problem});
    }
  }

  /** A mail that waits is usually sent within a second or two. */
  #followMails() {
    clearTimeout(this.polling);
    if (this.users.some((user) => user.openLink?.state === 'queued')) this.polling = setTimeout(this.load, 2000);
  }

  view() {
    return html`
      ${pageHead(t('users.title'), t('users.lead'))} ${this.#whose()} ${this.account ? this.#content() : nothing}`;
  }

  #whose() {
    const elsewhere = session.user.account !== this.account;
    return html`
      ${session.user.reseller || session.has('support')
        ? html`<form class="card inline" @submit=${this.#look}>
            ${field('account', t('users.account'),
              html`<input id="account" name="account" required autocomplete="off" spellcheck="false" .value=${this.account}>`)}
            <button class="quiet">${t('users.look')}</button>
          </form>` : nothing}
      ${session.user.reseller && elsewhere && this.account
        ? notice('warn', t('users.reseller.title'), html`<p>${t('users.reseller.body')}</p>`) : nothing}`;
  }

  #content() {
    return html`
      ${this.#filters()} ${problemNotice(this.problem, this.load)}
      <p class="visually-hidden" role="status">${this.users ? t('users.count', {count: this.users.length}) : nothing}</p>
      ${this.users ? this.#table() : this.problem ? nothing : loading()}
      ${session.user.reseller && session.user.account !== this.account
        ? nothing : html`<lr-readiness .account=${this.account}></lr-readiness>`}`;
  }

  #filters() {
    return html`
      <form class="filters" role="search" @submit=${(event) => event.preventDefault()}>
        ${field('search', t('users.search'),
          html`<input id="search" type="search" maxlength="100" autocomplete="off" @input=${this.#search}>`)}
        ${field('filter', t('users.filter'), html`
          <select id="filter" @change=${this.#choose}>
            <option value="">${t('users.all')}</option>
            ${STATUSES.map((status) => html`<option value=${status}>${t(`status.${status}`)}</option>`)}
          </select>`)}
      </form>`;
  }

  #table() {
    if (this.users.length === 0) return html`<div class="card">${empty(t('users.empty'))}</div>`;
    return html`
      <div class="card table-card">
        <table role="table">
          <caption class="visually-hidden">${t('users.title')}</caption>
          <thead role="rowgroup"><tr role="row">
            ${Object.keys(COLUMNS).map((column) => this.#header(column))}
            <th role="columnheader" scope="col">${t('users.column.recovery')}</th>
          </tr></thead>
          <tbody role="rowgroup">${this.#sorted().map((user) => this.#row(user))}</tbody>
        </table>
        ${this.next
          ? html`<p><button class="quiet" type="button" @click=${() => this.#read(this.next, this.users)}>${t('more')}</button></p>`
          : nothing}
      </div>`;
  }

  #header(column) {
    const {by, down} = this.sort;
    const order = by !== column ? nothing : down ? 'descending' : 'ascending';
    return html`<th role="columnheader" scope="col" aria-sort=${order}>
      <button class="sort" type="button" @click=${() => this.update({sort: {by: column, down: by === column && !down}})}>
        ${t(`users.column.${column}`)} <span aria-hidden="true">${by === column ? (down ? '▾' : '▴') : ''}</span>
      </button></th>`;
  }

  #sorted() {
    const {by, down} = this.sort;
    const of = COLUMNS[by];
    const compared = [...this.users].sort((a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0));
    return down ? compared.reverse() : compared;
  }

  #row(user) {
    const name = user.displayName ?? user.id;
    return html`
      <tr role="row" data-user=${user.id}>
        <th role="rowheader" scope="row"><a class="name" href=${this.#page(user)}>${name}</a> ${user.admin ? pill('plain', t('users.admin')) : nothing}
          <span class="fine">${user.email ?? ''}</span></th>
        <td role="cell" data-label=${t('users.column.status')}>${statusPill(user.status)} ${this.#lock(user)}</td>
        <td role="cell" data-label=${t('users.column.apps')}>${user.authenticators}</td>
        <td role="cell" data-label=${t('users.column.codes')}>${user.backupCodesRemaining ?? '–'}</td>
        <td role="cell" data-label=${t('users.column.used')}>${when(user.lastVerifiedAt)}</td>
        <td role="cell" data-label=${t('users.column.recovery')}><div class="recovery">${this.#ring(user, name)} ${this.#link(user, name)}</div></td>
      </tr>`;
  }

  #lock(user) {
    const locked = user.lockedUntil && Date.parse(user.lockedUntil) > Date.now();
    return html`${locked || user.blocked ? pill('bad', t('users.locked')) : nothing}
      ${user.clock ? pill('warn', t('users.clock')) : nothing}`;
  }

  #page = (user) => `#/user/${encodeURIComponent(this.account)}/${encodeURIComponent(user.id)}`;

  /** Who may not is told why, by the same button. */
  #ring(user, name) {
    const {allowed, reason} = user.recovery;
    const label = t(allowed ? 'users.ring' : 'users.ring.off', {name});
    return html`
      <button class="ring-button" type="button" aria-label=${label} title=${label} data-allowed=${String(allowed)}
        @click=${() => (allowed ? this.#send(user, name) : explainRefusal(name, reason))}>
        ${lifeRing(30, allowed ? '' : 'off')}</button>`;
  }

  #link(user, name) {
    const link = user.openLink;
    return html`<span class="link-state">
      ${link
        ? html`${pill(LINK_KIND[link.state] ?? 'plain', t(`link.${link.state}`))}
            <span class="fine">${t('link.until')} ${when(link.expiresAt)}</span>
            ${user.recovery.allowed
              ? html`<button class="link bad" type="button" aria-label=${t('link.revoke.of', {name})}
                  @click=${() => this.#revoke(user, name)}>${t('link.revoke')}</button>` : nothing}` : nothing}
      ${user.recovery.allowed
        ? html`<button class="link" type="button" aria-label=${t('link.history.of', {name})}
            @click=${() => showHistory(this.account, user, name)}>${t('link.history')}</button>` : nothing}</span>`;
  }

  #send = async (user, name) => (await offerLink(this.account, user, name)) && this.load();

  #revoke = async (user, name) => (await revokeLink(this.account, user, name)) && this.load();

  #look = (event) => {
    event.preventDefault();
    const account = new FormData(event.target).get('account').trim();
    if (account) goTo(`/users/${encodeURIComponent(account)}`);
  };

  #search = (event) => {
    this.filter = {...this.filter, q: event.target.value.trim()};
    clearTimeout(this.waiting);
    this.waiting = setTimeout(this.load, SEARCH_PAUSE);
  };

  #choose = (event) => {
    this.filter = {...this.filter, status: event.target.value};
    this.load();
  };
}

customElements.define('lr-users', Users);

import {get, path} from './api.js';
import {clockNotice} from './clock.js';
import {Element} from './element.js';
import {t} from './i18n.js';
import {html, nothing} from './lit.js';
import {loading, notice, pageHead, pill, problemNotice, statusPill, when} from './parts.js';
import {session} from './session.js';

/** One user, as somebody sees him who looks after the account. */
class User extends Element {
  account = '';
  userId = '';
  user = null;
  problem = null;

  begin() {
    this.load();
  }

  load = async () => {
    try {
      this.update({user: await get(this.#path()), problem: null});
    } catch (problem) {
      this.update({problem});
    }
  };

  view() {
    return html`
      ${pageHead(this.user?.displayName ?? this.userId, this.user?.email ?? nothing)}
      <p class="way-back"><a href="#/users/${encodeURIComponent(this.account)}">${t('user.back')}</a></p>
      ${problemNotice(this.problem, this.load)} ${this.user ? this.#all() : this.problem ? nothing : loading()}`;
  }

  #all() {
    return html`
      ${this.#warnings()} ${this.#facts()}
      ${this.user.status === 'not_enrolled'
        ? nothing
        : html`<lr-devices .from=${`${this.#path()}/trusted-devices`} .mayRevoke=${this.#mayRevoke()}></lr-devices>`}`;
  }

  #warnings() {
    const {blocked, lockedUntil, clock, displayName, id} = this.user;
    const locked = lockedUntil && Date.parse(lockedUntil) > Date.now();
    return html`
      ${clockNotice(clock, displayName ?? id)}
      ${blocked ? notice('bad', t('user.blocked.title'), html`<p>${t('user.blocked.body')}</p>`) : nothing}
      ${locked && !blocked
        ? notice('bad', t('security.locked'), html`<p>${t('user.locked.until')} ${when(lockedUntil)}</p>`) : nothing}`;
  }

  #facts() {
    const {status, admin, authenticators, backupCodesRemaining, lastVerifiedAt} = this.user;
    return html`
      <section class="card" aria-labelledby="facts-title">
        <h2 id="facts-title">${t('user.facts')}</h2>
        <dl class="facts">
          <div><dt>${t('users.column.status')}</dt><dd>${statusPill(status)} ${admin ? pill('plain', t('users.admin')) : nothing}</dd></div>
          <div><dt>${t('users.column.apps')}</dt><dd>${authenticators}</dd></div>
          <div><dt>${t('users.column.codes')}</dt><dd>${backupCodesRemaining}</dd></div>
          <div><dt>${t('users.column.used')}</dt><dd>${when(lastVerifiedAt)}</dd></div>
        </dl>
      </section>`;
  }

  #path = () => path`/v1/accounts/${this.account}/users/${this.userId}`;

  /** What is offered only; the API decides. */
  #mayRevoke = () =>
    session.has('admin') && session.user.account === this.account && this.user.recovery.reason !== 'reseller-cannot-reset';
}

customElements.define('lr-user', User);

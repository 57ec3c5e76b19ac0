import {get, patch, path, post, remove} from './api.js';
import {clockNotice} from './clock.js';
import {ask} from './dialog.js';
import {Element} from './element.js';
import {t} from './i18n.js';
import {html, nothing} from './lit.js';
import {empty, icon, lifeRing, loading, notice, pageHead, problemNotice, statusPill, when} from './parts.js';
import {say} from './toast.js';

/** "My security": how one's own second factor stands, and everything one can do with it. */
class Security extends Element {
  factor = null;
  problem = null;
  setUp = null;
  codes = null;

  begin() {
    this.load();
  }

  load = async () => {
    try {
      this.update({factor: await get('/v1/me/second-factor'), problem: null});
    } catch (problem) {
      this.update({problem});
    }
    for (const part of this.querySelectorAll('lr-devices, lr-activity')) part.load();
  };

  view() {
    if (this.setUp) return html`${pageHead(t('setup.title'), t('setup.lead'))} ${this.#setUp()}`;
    if (this.codes) return html`${pageHead(t('codes.new.title'), t('codes.new.lead'))} ${this.#codes()}`;
    return html`${pageHead(t('security.title'), t('security.lead'))} ${this.#overview()}`;
  }

  #overview() {
    if (this.problem) return problemNotice(this.problem, this.load);
    if (!this.factor) return loading();
    const on = this.factor.status !== 'not_enrolled';
    return html`
      ${this.#warnings()} ${this.#hero()}
      ${on ? html`<div class="columns">${this.#authenticators()} ${this.#backupCodes()}</div> ${this.#devices()}` : nothing}
      <lr-activity></lr-activity>
      ${on ? this.#more() : nothing}`;
  }

  #warnings() {
    const {blocked, lockedUntil, enrolmentRequired, backupCodes, status, clock} = this.factor;
    const locked = lockedUntil && Date.parse(lockedUntil) > Date.now();
    return html`
      ${blocked ? notice('bad', t('security.blocked.title'), html`<p>${t('security.blocked.body')}</p>`) : nothing}
      ${locked && !blocked
        ? notice('bad', t('security.locked'), html`<p>${t('problem.tryAgainIn')}
            <lr-countdown .until=${Date.parse(lockedUntil)} @over=${this.load}></lr-countdown></p>`) : nothing}
      ${clockNotice(clock)}
      ${enrolmentRequired ? notice('warn', t('security.required.title'), html`<p>${t('security.required.body')}</p>`) : nothing}
      ${status !== 'not_enrolled' && (!backupCodes || backupCodes.remaining === 0)
        ? notice('bad', t('security.noCodes.title'), html`<p>${t('security.noCodes.body')}</p>`)
        : backupCodes?.low ? notice('warn', t('security.low.title', {count: backupCodes.remaining}),
            html`<p>${t('security.low.body')}</p>`) : nothing}`;
  }

  #hero() {
    const {status} = this.factor;
    return html`
      <section class="card hero ${status}" aria-labelledby="status-title">
        ${lifeRing(72, status === 'not_enrolled' ? 'off' : '')}
        <div>
          <p class="hero-status">${statusPill(status)}</p>
          <h2 id="status-title">${t(`security.${status}.title`)}</h2>
          <p>${t(`security.${status}.body`)}</p>
          ${status === 'enabled'
            ? nothing
            : html`<p><button class="primary" type="button" @click=${this.#begin}>${t(`security.${status}.action`)}</button></p>`}
        </div>
      </section>`;
  }

  #authenticators() {
    const {authenticators} = this.factor;
    return html`
      <section class="card" aria-labelledby="apps-title">
        <h2 id="apps-title">${t('security.apps.title')}</h2>
        ${authenticators.length === 0
          ? empty(t('security.apps.empty'))
          : html`<ul class="rows">${authenticators.map((each) => this.#authenticator(each))}</ul>`}
        <p><button class="quiet" type="button" @click=${this.#begin}>${t('security.apps.add')}</button></p>
      </section>`;
  }

  #authenticator(app) {
    return html`
      <li class="row">
        ${icon('phone')}
        <div class="row-text"><strong>${app.label}</strong>
          <span class="fine">${t('security.apps.used')} ${when(app.lastUsedAt)}</span></div>
        <div class="row-actions">
          <button class="link" type="button" aria-label=${t('security.rename.of', {label: app.label})}
            @click=${() => this.#rename(app)}>${t('security.rename')}</button>
          <button class="link bad" type="button" aria-label=${t('security.remove.of', {label: app.label})}
            @click=${() => this.#remove(app)}>${t('security.remove')}</button>
        </div>
      </li>`;
  }

  #backupCodes() {
    const {backupCodes} = this.factor;
    return html`
      <section class="card" aria-labelledby="backup-title">
        <h2 id="backup-title">${t('security.codes.title')}</h2>
        ${backupCodes
          ? html`<p class="count ${backupCodes.low ? 'low' : ''}"><strong>${backupCodes.remaining}</strong>
              ${t('security.codes.left', {count: backupCodes.remaining})}</p>
              <p class="fine">${t('security.codes.label', {label: backupCodes.label})}</p>`
          : empty(t('security.codes.none'))}
        <p><button class="quiet" type="button" @click=${this.#newCodes}>${t('security.codes.new')}</button></p>
      </section>`;
  }

  #devices = () =>
    html`<lr-devices .from=${'/v1/me/trusted-devices'} .own=${true} .mayRevoke=${true}
      @revoked=${() => this.querySelector('lr-activity').load()}></lr-devices>`;

  #more() {
    return html`
      <section class="card more" aria-labelledby="more-title">
        <h2 id="more-title">${t('security.more')}</h2>
        <div class="more-row"><p>${t('security.help.lead')}</p>
          <button class="quiet" type="button" @click=${this.#help}>${t('security.help')}</button></div>
        <div class="more-row"><p>${t('security.off.lead')}</p>
          <button class="quiet bad" type="button" @click=${this.#switchOff}>${t('security.off')}</button></div>
      </section>`;
  }

  #setUp() {
    return html`<lr-set-up .start=${this.setUp} .hasCodes=${this.factor.status !== 'not_enrolled'}
      .enrolment=${this.setUp.enrolment ?? null} @done=${() => this.#finish(t('setup.done'))}
      @gone=${() => this.#finish()}></lr-set-up>`;
  }

  #codes = () =>
    html`<lr-backup-codes .set=${this.codes} @saved=${() => this.#finish(t('codes.saved'))}></lr-backup-codes>`;

  async #finish(text) {
    await this.update({setUp: null, codes: null, factor: null});
    await this.load();
    this.querySelector('h1').focus();
    if (text) say(text);
  }

  async #show(state) {
    await this.update(state);
    this.querySelector('h1').focus();
  }

  #begin = async () => {
    if (this.factor.status === 'not_enrolled') return this.#show({setUp: {}});
    const enrolment = await ask({
      title: t('security.add.title'),
      body: t('security.fresh'),
      fields: [{name: 'label', label: t('security.label'), value: t('setup.defaultLabel'), max: 100, required: true}, {kind: 'code'}],
      action: t('continue'),
      run: (values) => post('/v1/me/enrolments', values),
    });
    if (enrolment) this.#show({setUp: {enrolment}});
  };

  #rename = (app) =>
    this.#change({
      title: t('security.rename.title', {label: app.label}),
      body: t('security.fresh'),
      fields: [{name: 'label', label: t('security.label'), value: app.label, max: 100, required: true}, {kind: 'code'}],
      action: t('security.rename'),
      run: (values) => patch(path`/v1/me/authenticators/${app.id}`, values),
    }, t('security.renamed'));

  #remove = (app) =>
    this.#change({
      title: t('security.remove.title', {label: app.label}),
      body: this.factor.authenticators.length === 1 ? t('security.remove.last') : t('security.fresh'),
      fields: [{kind: 'code'}],
      action: t('security.remove'),
      danger: true,
      run: (values) => remove(path`/v1/me/authenticators/${app.id}`, values),
    }, t('security.removed'));

  #switchOff = () =>
    this.#change({
      title: t('security.off.title'),
      body: t('security.off.body'),
      fields: [{kind: 'code'}],
      action: t('security.off'),
      danger: true,
      run: (values) => remove('/v1/me/second-factor', values),
    }, t('security.off.done'));

  #newCodes = async () => {
    const codes = await ask({
      title: t('codes.new.title'),
      body: t('codes.new.ask'),
      fields: [{kind: 'code'}],
      action: t('codes.new.action'),
      run: (values) => post('/v1/me/backup-codes', values),
    });
    if (codes) this.#show({codes});
  };

  #help = () =>
    ask({
      title: t('help.title'),
      body: t('help.body'),
      action: t('help.action'),
      run: () => post('/v1/me/recovery-requests'),
    }).then((answer) => answer && say(t(`help.way.${answer.way}`)));

  async #change(question, text) {
    if ((await ask(question)) === undefined) return;
    await this.load();
    say(text);
  }
}

customElements.define('lr-security', Security);

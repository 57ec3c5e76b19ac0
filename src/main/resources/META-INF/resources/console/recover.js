import {post} from './api.js';
import {Element} from './element.js';
import {dateTime, t} from './i18n.js';
import {html, nothing} from './lit.js';
import {lifeRing, loading, notice, pageHead, problemNotice} from './parts.js';
import {goTo} from './router.js';
import {session} from './session.js';

const LIVE = ['queued', 'sent', 'failed'];

/**
 * Where mailed links lead: a recovery, "this wasn't me", or stopping a support case. Nothing happens before a button is
 * pressed, so whoever follows links for others (mail scanners) changes nothing. The token is in memory only.
 */
class Recover extends Element {
  link = null;
  found = null;
  gift = null;
  outcome = null;
  problem = null;
  busy = false;

  begin() {
    session.addEventListener('change', this.redraw);
    if (this.link?.kind === 'token') this.inspect();
  }

  end() {
    session.removeEventListener('change', this.redraw);
  }

  redraw = () => this.update({problem: null});

  inspect = async () => {
    try {
      this.update({found: await post('/v1/recovery/inspections', {token: this.link.value}), problem: null});
    } catch (problem) {
      this.update({problem});
    }
  };

  view() {
    if (this.link?.kind === 'repudiation') return this.#oneButton('repudiate', '/v1/recovery/repudiations');
    if (this.link?.kind === 'cancellation') return this.#oneButton('cancelCase', '/v1/support/case-cancellations');
    if (this.gift) return this.#afterwards();
    return html`${pageHead(t('recover.title'), t('recover.lead'))} ${this.#content()}`;
  }

  #content() {
    if (!this.link) return this.#dead('none');
    if (this.problem?.slug === 'not-found') return this.#dead('unknown');
    if (this.problem?.slug === 'link-not-live') return this.#dead(this.problem.state ?? 'expired');
    if (!this.found) return this.problem ? problemNotice(this.problem, this.inspect) : loading();
    return LIVE.includes(this.found.state) ? this.#live() : this.#dead(this.found.state);
  }

  #dead(state) {
    return html`
      <section class="card dead" data-state=${state}>
        ${lifeRing(56, 'off')}
        <div><h2>${t(`recover.${state}.title`)}</h2><p>${t(`recover.${state}.body`)}</p>
          <p><a class="button quiet" href="#/security">${t('nav.security')}</a></p></div>
      </section>`;
  }

  #live() {
    return html`
      <section class="card" aria-labelledby="live-title">
        <h2 id="live-title">${t('recover.live.title')}</h2>
        <dl class="facts">
          <div><dt>${t('recover.sentTo')}</dt><dd>${this.found.sentTo}</dd></div>
          <div><dt>${t('recover.expires')}</dt><dd>${dateTime(this.found.expiresAt)}</dd></div>
        </dl>
        <p>${t('recover.what')}</p>
        <ol class="plain-list"><li>${t('recover.what.1')}</li><li>${t('recover.what.2')}</li><li>${t('recover.what.3')}</li></ol>
        ${this.problem?.slug === 'link-of-another-user'
          ? notice('bad', t('recover.wrongUser.title'), html`<p>${t('recover.wrongUser.body', {name: session.user?.name})}</p>`)
          : problemNotice(this.problem)}
        ${session.user ? this.#redeem() : this.#signIn()}
      </section>`;
  }

  #redeem() {
    return html`<div class="actions">
      <button class="primary" type="button" ?disabled=${this.busy} @click=${this.#use}>${t('recover.action')}</button>
      <button class="quiet" type="button" @click=${() => session.signOut()}>${t('recover.notMe', {name: session.user.name})}</button>
    </div>`;
  }

  #signIn() {
    return html`<p class="gap">${t('recover.signIn')}</p>
      ${session.settings.demo
        ? html`<lr-persona-choice></lr-persona-choice>`
        : html`<button class="primary" type="button" @click=${this.#atProvider}>${t('signIn')}</button>`}`;
  }

  #afterwards() {
    const {backupCodes, recoverySession} = this.gift;
    if (!this.saved) {
      return html`${pageHead(t('recover.codes.title'), t('recover.codes.lead'))}
        <lr-backup-codes .set=${backupCodes} @saved=${() => this.update({saved: true}).then(this.#focus)}></lr-backup-codes>`;
    }
    if (this.settingUp) {
      return html`${pageHead(t('setup.title'), t('setup.lead'))}
        <lr-set-up .start=${{recoverySession}} .hasCodes=${true} @done=${this.#finish} @gone=${this.#finish}></lr-set-up>`;
    }
    return html`${pageHead(t('recover.again.title'), t('recover.again.lead'))}
      <section class="card">
        <p>${t('recover.again.until', {time: dateTime(this.gift.expiresAt)})}</p>
        <div class="actions">
          <button class="primary" type="button" @click=${() => this.update({settingUp: true}).then(this.#focus)}>${t('recover.again.action')}</button>
          <button class="quiet" type="button" @click=${this.#finish}>${t('recover.again.later')}</button>
        </div>
      </section>`;
  }

  /** "This wasn't me", and stopping a case, take the token alone. */
  #oneButton(name, address) {
    return html`
      ${pageHead(t(`${name}.title`), t(`${name}.lead`))}
      <section class="card" aria-live="polite">
        ${this.outcome
          ? notice('good', t(`${name}.done.title`), html`<p>${t(`${name}.done.body`)}</p>`)
          : html`<p>${t(`${name}.body`)}</p> ${this.#refused(name)}
              <div class="actions"><button class="danger" type="button" ?disabled=${this.busy}
                @click=${() => this.#act(address, 'outcome')}>${t(`${name}.action`)}</button></div>`}
      </section>`;
  }

  #refused(name) {
    return this.problem?.slug === 'not-found'
      ? notice('bad', t(`${name}.unknown.title`), html`<p>${t(`${name}.unknown.body`)}</p>`) : problemNotice(this.problem);
  }

  #use = () => this.#act('/v1/recovery/redemptions', 'gift');

  async #act(address, result) {
    this.update({busy: true, problem: null});
    try {
      await this.update({[result]: await post(address, {token: this.link.value})});
      this.#focus();
    } catch (problem) {
      this.update({problem});
    }
    this.update({busy: false});
  }

  #atProvider = () => session.signIn().catch(() => this.update({problem: {title: t('signIn.failed'), detail: ''}}));

  #focus = () => this.querySelector('h1').focus();

  #finish = () => goTo('/security');
}

customElements.define('lr-recover', Recover);

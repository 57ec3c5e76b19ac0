import {path, post, remove} from './api.js';
import {codeField} from './code-field.js';
import {complete, valuesOf} from './dialog.js';
import {Element} from './element.js';
import {t} from './i18n.js';
import {html, nothing} from './lit.js';
import {problemNotice} from './parts.js';
import {phone} from './phone.js';
import {session} from './session.js';
import {say} from './toast.js';

const STEPS = ['scan', 'code', 'save'];

/**
 * Sets up an authenticator app in three steps. `start` is what begins the enrolment, such as a code or a recovery
 * session; says "done" at the end and "gone" when it could not begin or was given up.
 */
class SetUp extends Element {
  start = {};
  hasCodes = false;
  step = 'scan';
  enrolment = null;
  problem = null;
  busy = false;

  async begin() {
    try {
      this.enrolment ??= await post('/v1/me/enrolments', {label: t('setup.defaultLabel'), ...this.start});
      this.update();
    } catch (problem) {
      this.update({problem});
    }
  }

  view() {
    const steps = this.hasCodes ? STEPS.slice(0, 2) : STEPS;
    return html`
      <ol class="steps" aria-label=${t('setup.steps')}>
        ${steps.map((step, index) => html`
          <li class=${this.#progress(step)} aria-current=${step === this.step ? 'step' : nothing}>
            <span class="number" aria-hidden="true">${index + 1}</span> ${t(`setup.step.${step}`)}
          </li>`)}
      </ol>
      ${this.#content()}`;
  }

  #progress(step) {
    return STEPS.indexOf(step) < STEPS.indexOf(this.step) ? 'past' : step === this.step ? 'now' : 'ahead';
  }

  #content() {
    if (this.step === 'save') return html`<lr-backup-codes .set=${this.codes} @saved=${this.#saved}></lr-backup-codes>`;
    if (!this.enrolment) return html`<div class="card">${problemNotice(this.problem, () => this.#giveUp())}</div>`;
    return this.step === 'scan' ? this.#scan() : this.#type();
  }

  #scan() {
    const {qrCodeSvg, otpauthUri, secret} = this.enrolment;
    return html`
      <section class="card set-up" aria-labelledby="scan-title">
        <h2 id="scan-title" tabindex="-1">${t('setup.scan.title')}</h2>
        <p>${t('setup.scan.lead')}</p>
        <div class="scan">
          <img class="qr" width="216" height="216" alt=${t('setup.scan.alt')}
            src=${`data:image/svg+xml,${encodeURIComponent(qrCodeSvg)}`}>
          <div class="scan-other">
            ${session.settings.demo && crypto.subtle
              ? html`<p><button class="demo" type="button" @click=${this.#withPhone}>${t('setup.scan.phone')}</button></p>`
              : nothing}
            <p><a class="button quiet" href=${otpauthUri}>${t('setup.scan.open')}</a></p>
            <p class="field-like"><span id="secret-label">${t('setup.scan.secret')}</span>
              <code class="secret" aria-labelledby="secret-label">${secret.match(/.{1,4}/g).join(' ')}</code></p>
            <p><button class="quiet" type="button" @click=${this.#copy}>${t('setup.scan.copy')}</button></p>
          </div>
        </div>
        <div class="actions">
          <button class="primary" type="button" @click=${() => this.#go('code')}>${t('setup.scan.next')}</button>
          <button class="quiet" type="button" @click=${this.#giveUp}>${t('cancel')}</button>
        </div>
      </section>`;
  }

  #type() {
    return html`
      <section class="card set-up" aria-labelledby="code-title">
        <h2 id="code-title" tabindex="-1">${t('setup.code.title')}</h2>
        <p>${t('setup.code.lead')}</p>
        <form @submit=${this.#confirm} novalidate>
          ${codeField({label: t('setup.code.label'), hint: t('setup.code.hint'), digitsOnly: true})}
          ${problemNotice(this.problem, this.problem?.slug === 'enrolment-over' ? this.#again : undefined)}
          <div class="actions">
            <button class="primary" ?disabled=${this.busy}>${t('setup.code.confirm')}</button>
            <button class="quiet" type="button" @click=${() => this.#go('scan')}>${t('back')}</button>
          </div>
        </form>
      </section>`;
  }

  async #go(step) {
    await this.update({step, problem: null});
    (this.querySelector('#code') ?? this.querySelector('h2')).focus();
  }

  #withPhone = () => {
    phone.scan(session.user.id, this.enrolment.otpauthUri);
    this.#go('code');
  };

  #copy = async () => {
    await navigator.clipboard.writeText(this.enrolment.secret);
    say(t('setup.scan.copied'));
  };

  #confirm = async (event) => {
    event.preventDefault();
    if (!complete(event.target)) return;
    this.update({busy: true, problem: null});
    try {
      const {code} = valuesOf(event.target);
      const answer = await post(path`/v1/me/enrolments/${this.enrolment.id}/confirmation`, {code});
      this.enrolment = null;
      this.codes = answer.backupCodes;
      if (this.codes) this.#go('save');
      else this.#saved();
    } catch (problem) {
      await this.update({problem, busy: false});
      this.querySelector('#code').focus();
    }
  };

  #saved = () => this.dispatchEvent(new Event('done'));

  #again = async () => {
    this.enrolment = null;
    await this.update({step: 'scan', problem: null, busy: false});
    this.begin();
  };

  #giveUp = () => {
    if (this.enrolment) remove(path`/v1/me/enrolments/${this.enrolment.id}`).catch(() => {});
    this.dispatchEvent(new Event('gone'));
  };
}

customElements.define('lr-set-up', SetUp);

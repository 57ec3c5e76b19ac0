import {post} from './api.js';
import {codeField} from './code-field.js';
import {complete, valuesOf} from './dialog.js';
import {Element} from './element.js';
import {t} from './i18n.js';
import {html, nothing} from './lit.js';
import {verifiedByService} from './login-service.js';
import {icon, notice, pageHead, problemNotice, when} from './parts.js';
import {decode, session} from './session.js';

const AUDIENCE = 'lifering-console';

/** The box that a login shows after the password: one field that takes either code. */
class Verify extends Element {
  problem = null;
  proof = null;
  busy = false;

  view() {
    return html`
      ${pageHead(t('verify.title'), t('verify.lead'))}
      <section class="card narrow" aria-labelledby="verify-title">
        <h2 id="verify-title">${t('verify.box')}</h2>
        <form @submit=${this.#verify} @over=${() => this.update({problem: null})} novalidate>
          ${codeField()} ${this.#trust()} ${problemNotice(this.problem)}
          <div class="actions">
            <button class="primary" ?disabled=${this.busy || this.#locked()}>${t('verify.action')}</button>
          </div>
        </form>
      </section>
      <div aria-live="polite">${this.proof ? this.#result() : nothing}</div>`;
  }

  /** A login would offer it; here the demo plays the login. */
  #trust = () =>
    session.settings.demo
      ? html`<label class="check"><input type="checkbox" name="trust"> ${t('verify.trust')}</label>` : nothing;

  #locked = () => this.problem?.slug === 'locked' && (this.problem.blocked || this.problem.retryAfter > 0);

  #result() {
    const {method, authenticator, backupCodesRemaining, lowBackupCodes, reenrolmentRequired, recoverySession, trustedDevice} = this.proof;
    return html`
      <section class="card narrow" aria-labelledby="proof-title">
        <h2 id="proof-title" class="good">${icon('check')} ${t('verify.good')}</h2>
        <dl class="facts">
          <div><dt>${t('verify.method')}</dt><dd>${t(`method.${method}`)}</dd></div>
          ${authenticator ? html`<div><dt>${t('verify.app')}</dt><dd>${authenticator.label}</dd></div>` : nothing}
          <div><dt>${t('security.codes.title')}</dt><dd>${t('verify.left', {count: backupCodesRemaining})}</dd></div>
        </dl>
        ${trustedDevice
          ? notice('good', t('verify.trusted'), html`<p>${t('devices.until')} ${when(trustedDevice.expiresAt)}
              <a href="#/security">${t('nav.security')}</a></p>`)
          : this.proof.trust ? notice('plain', t('verify.notTrusted')) : nothing}
        ${recoverySession ? notice('bad', t('verify.last.title'), html`<p>${t('verify.last.body')}</p>`) : nothing}
        ${lowBackupCodes && !recoverySession
          ? notice('warn', t('security.low.title', {count: backupCodesRemaining}), html`<p>${t('security.low.body')}</p>`)
          : nothing}
        ${reenrolmentRequired ? notice('warn', t('verify.reenrol'), html`<p><a href="#/security">${t('nav.security')}</a></p>`) : nothing}
        <details><summary>${t('verify.assertion')}</summary>
          <p class="fine">${t('verify.assertion.lead')}</p>
          <pre tabindex="0"><code>${claims(this.proof.assertion)}</code></pre>
        </details>
      </section>`;
  }

  #verify = async (event) => {
    event.preventDefault();
    const form = event.target;
    if (!complete(form)) return;
    this.update({busy: true, problem: null, proof: null});
    try {
      const {trust, ...values} = valuesOf(form);
      const asked = {...values, audience: AUDIENCE};
      const proof = trust
        ? await verifiedByService(session.user, asked, t('verify.trust.label'))
        : await post('/v1/me/verifications', asked);
      form.reset();
      this.update({proof: {...proof, trust}});
    } catch (problem) {
      this.update({problem});
    }
    await this.update({busy: false});
    form.querySelector('#code').focus();
  };
}

const claims = (assertion) => JSON.stringify(JSON.parse(decode(assertion.split('.')[1])), null, 2);

customElements.define('lr-verify', Verify);

import {t} from './i18n.js';
import {html, nothing} from './lit.js';
import {phone} from './phone.js';
import {session} from './session.js';

/** One field that takes either code, and in the demo a button that asks the demo phone. */
export const codeField = ({label = t('code.label'), hint = t('code.hint'), digitsOnly = false} = {}) => html`
  <div class="field code">
    <label for="code">${label}</label>
    <div class="with-button">
      <input id="code" name="code" required maxlength="64" autocomplete="one-time-code" autocapitalize="characters"
        spellcheck="false" inputmode=${digitsOnly ? 'numeric' : 'text'} aria-describedby="code-hint">
      ${session.settings.demo && phone.has(session.user?.id)
        ? html`<button class="quiet" type="button" @click=${typeForMe}>${t('phone.type')}</button>` : nothing}
    </div>
    <span class="hint" id="code-hint">${hint}</span>
  </div>`;

async function typeForMe(event) {
  const field = event.target.closest('.field').querySelector('input');
  field.value = await phone.nextCode(session.user.id);
  field.focus();
}

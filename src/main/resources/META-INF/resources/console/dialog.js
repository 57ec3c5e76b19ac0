import {codeField} from './code-field.js';
import {Element} from './element.js';
import {t} from './i18n.js';
import {html, nothing} from './lit.js';
import {field as labelled, problemNotice} from './parts.js';

/**
 * A question before something happens. `run` does it with the values of the fields and may throw a Problem, which is
 * shown here; the dialog closes when it succeeds. The browser keeps the focus inside, and gives it back.
 */
class Ask extends Element {
  busy = false;
  problem = null;

  view() {
    const {title, body, fields = [], action, danger, back} = this.question;
    return html`
      <dialog aria-labelledby="ask-title" @cancel=${this.#cancel} @close=${this.#closed}>
        <form method="dialog" @submit=${this.#submit} novalidate>
          <h2 id="ask-title">${title}</h2>
          <div class="ask-body">${body ?? nothing}</div>
          ${fields.map((field) => this.#field(field))} ${problemNotice(this.problem)}
          <div class="actions">
            ${action
              ? html`<button class=${danger ? 'danger' : 'primary'} ?disabled=${this.busy}>${action}</button>` : nothing}
            <button class="quiet" type="button" @click=${this.#cancel}>${back ?? t('cancel')}</button>
          </div>
        </form>
      </dialog>`;
  }

  open() {
    this.querySelector('dialog').showModal();
    this.querySelector('input, select, textarea')?.focus();
  }

  #field(field) {
    if (field.kind === 'code') return codeField({label: field.label});
    const id = `ask-${field.name}`;
    const control = field.options
      ? html`<select id=${id} name=${field.name}>
          ${field.options.map(([value, text]) => html`<option value=${value}>${text}</option>`)}</select>`
      : html`<input id=${id} name=${field.name} .value=${field.value ?? ''} maxlength=${field.max ?? 200} autocomplete="off"
          ?required=${field.required} aria-describedby=${field.hint ? `${id}-hint` : nothing}>`;
    return labelled(id, field.label, control, field.hint);
  }

  #submit = async (event) => {
    event.preventDefault();
    const form = event.target;
    if (!complete(form)) return;
    this.update({busy: true, problem: null});
    try {
      this.result = (await this.question.run(valuesOf(form))) ?? true;
      this.querySelector('dialog').close();
    } catch (problem) {
      await this.update({problem, busy: false});
      if (problem.slug === 'second-factor-required') this.#askForCode();
      (form.querySelector('[name=code]') ?? form.querySelector('button')).focus();
    }
  };

  /** The operator has set the service up to ask for a code here. */
  #askForCode() {
    const fields = this.question.fields ?? [];
    if (fields.some((field) => field.kind === 'code')) return;
    this.question = {...this.question, fields: [...fields, {kind: 'code', label: t('code.own')}]};
    this.update();
  }

  #cancel = (event) => {
    event.preventDefault();
    if (!this.busy) this.querySelector('dialog').close();
  };

  #closed = () => {
    this.answer(this.result);
    this.remove();
  };
}

customElements.define('lr-ask', Ask);

/** Marks the first required field without a value, and says whether there was none. */
export function complete(form) {
  for (const field of form.querySelectorAll('[required]')) {
    const missing = field.value.trim() === '';
    field.setAttribute('aria-invalid', String(missing));
    if (missing) {
      field.focus();
      return false;
    }
  }
  return true;
}

/** The fields that have a value. */
export function valuesOf(form) {
  const entries = [...new FormData(form)].map(([name, value]) => [name, value.trim()]);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

/** Asks; resolves with what `run` gave, or undefined when it was cancelled. */
export function ask(question) {
  return new Promise((answer) => {
    const element = document.createElement('lr-ask');
    Object.assign(element, {question, answer});
    document.body.append(element);
    queueMicrotask(() => queueMicrotask(() => element.open()));
  });
}

/** The same without anything to do but to decide. */
export const confirmed = async (question) => (await ask({...question, run: () => true})) === true;

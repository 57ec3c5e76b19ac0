// lit-html comes with the dependency org.mvnpm:lit-html, and is imported by its path: an import map would be an inline
// script, which the Content-Security-Policy of this console does not know.
export {html, nothing, render, svg} from '../_static/lit-html/3.3.1/lit-html.js';
export {keyed} from '../_static/lit-html/3.3.1/directives/keyed.js';
